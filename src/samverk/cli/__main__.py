"""`python -m samverk.cli`."""

from samverk.cli import main

main(prog_name="samverk")
