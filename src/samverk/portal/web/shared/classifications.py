"""Fields of education and sectors of the economy to choose from; the sources are named in classifications.json."""

import json
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("classifications.json")
LANGUAGES = ("en", "sv")


def fields(lang: str) -> list[tuple[str, str]]:
    """ISCED-F 2013: the code and name of each broad field (two digits), each followed by its narrow ones (three)."""
    return list(_names("fields", lang).items())


def sectors(lang: str) -> list[tuple[str, str]]:
    """NACE Rev. 2: the code and name of each section (a letter), each followed by its divisions (two digits)."""
    return list(_names("sectors", lang).items())


def field_name(code: str, lang: str) -> str:
    """What a field is called; a code that is not in the list stands for itself."""
    return _names("fields", lang).get(code, code)


def sector_name(code: str, lang: str) -> str:
    """What a sector is called; a code that is not in the list stands for itself."""
    return _names("sectors", lang).get(code, code)


@lru_cache
def _names(kind: str, lang: str) -> dict[str, str]:
    """Code -> name. `lang`: `en` or `sv`."""
    column = 1 + LANGUAGES.index(lang)
    return {row[0]: row[column] for row in json.loads(FILE.read_text())[kind]}
