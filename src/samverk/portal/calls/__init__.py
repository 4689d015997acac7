"""Calls for applications, their questions and answers."""
