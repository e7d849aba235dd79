// The room of Compression; its first code follows.
