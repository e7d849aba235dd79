// The room of Cryptography; its first code follows.
