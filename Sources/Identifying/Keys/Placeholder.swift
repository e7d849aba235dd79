// The room of Keys; its first code follows.
