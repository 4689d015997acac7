"""Legal entities, their charters and how they are found."""
