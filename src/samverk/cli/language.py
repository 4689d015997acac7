"""In which language the command line speaks: `--lang`, else that of the environment, else English."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from samverk.scheme.book.load import LANGUAGES
from samverk.scheme.words import Words, words

FOLDER = Path(__file__).parent / "words"
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def of_environment() -> str:
    """The language of the first variable that is set, if we speak it."""
    locale = next((value for name in VARIABLES if (value := os.environ.get(name))), "")
    return locale[:2] if locale[:2] in LANGUAGES else "en"


def phrases(lang: str) -> Words:
    """The words of the command line itself."""
    return words(lang, FOLDER)


def told(name: str) -> str:
    """A help text, in the language of the environment."""
    return phrases(of_environment()).say(name)


def language_option() -> Callable[[Any], Any]:
    """`--lang sv|en`."""
    return click.option(
        "--lang",
        type=click.Choice(sorted(LANGUAGES)),
        default=of_environment,
        help=told("help.lang"),
        show_default=False,
    )
