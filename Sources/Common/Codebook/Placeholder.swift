// The room of Codebook; its first code follows.
