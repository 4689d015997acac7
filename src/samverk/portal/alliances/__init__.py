"""Alliances in the making: who takes part, as what, and who has agreed to it."""
