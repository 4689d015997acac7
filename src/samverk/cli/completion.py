"""`samverk completion`: completes commands and options in a shell."""

import click
from click.shell_completion import get_completion_class

from samverk.cli.language import told

SHELLS = ("bash", "zsh", "fish")


@click.command(help=told("help.completion"))
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that a shell reads."""
    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(context.find_root().command, {}, "samverk", "_SAMVERK_COMPLETE").source())
