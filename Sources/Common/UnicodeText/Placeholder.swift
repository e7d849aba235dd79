// The room of UnicodeText; its first code follows.
