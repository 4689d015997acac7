"""Accounts, roles, and what a person has chosen."""
