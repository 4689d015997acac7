"""The command line: one module a command."""

import sys
from importlib import import_module
from importlib.metadata import version
from io import TextIOWrapper

import click

from samverk.cli.language import told

MODULES = {
    "book": "book",
    "check": "check",
    "completion": "completion",
    "demo": "demo",
    "doctor": "doctor",
    "guide": "guide",
    "import": "imports",
    "repair": "repair",
    "role": "role",
    "screen": "screen",
    "serve": "serve",
    "verify": "verify",
}
"""Command -> its module, which holds it under the same name. Only what is run is loaded."""

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, TextIOWrapper):  # a terminal that lacks a letter shows another sign instead
        stream.reconfigure(errors="replace")


class Commands(click.Group):
    """The commands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        name = MODULES.get(cmd_name)
        if name is None:
            return None
        command: click.Command = getattr(import_module(f"samverk.cli.{name}"), name)
        return command


@click.command(cls=Commands, help=told("help.samverk"), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("samverk"), prog_name="samverk", message="%(prog)s %(version)s")
def main() -> None:
    """Run a command."""
