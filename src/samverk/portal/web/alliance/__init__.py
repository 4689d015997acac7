"""The screens of those who form an alliance."""
