"""Messages to people: what is said, to whom, and what became of it."""
