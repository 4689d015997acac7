"""What is typed on the screens of those who form an alliance."""
