"""The people of the demonstration, as their file tells of them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("demo.toml")


@cache
def demonstration() -> dict[str, Any]:
    """`password` of all of them, and each `person`."""
    return tomllib.loads(FILE.read_text("utf-8"))
