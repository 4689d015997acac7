"""Deeds with calls, one a file."""
