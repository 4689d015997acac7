"""How each language writes days and times, where Django's own way is not that of the readers here."""
