"""The sentences of the interface: gathered from code and templates, kept complete in Swedish.

`messages.py gather` brings the catalogue up to date and compiles it; `messages.py check` names every fault.
Needs Babel only, so that a machine without GNU gettext can do both.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src" / "samverk"
PO = SOURCE / "locale" / "sv" / "LC_MESSAGES" / "django.po"
KEYWORDS = DEFAULT_KEYWORDS | {f"{name}_lazy": spec for name, spec in DEFAULT_KEYWORDS.items() if "gettext" in name}
ABOUT = {
    "project": "Samverk",
    "version": "0",
    "msgid_bugs_address": "CONTRIBUTING.md",
    "last_translator": "The Samverk maintainers",
    "language_team": "Swedish",
    "revision_date": datetime(2026, 11, 24, tzinfo=UTC),
}


def gathered() -> Catalog:
    """Every sentence that code or a template marks for translation, with the files that say it."""
    catalog = Catalog(project="Samverk")
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("templates/**/*.*")]):
        for _line, message, comments, context in extract("python", _as_python(path), KEYWORDS, ["Translators:"]):
            catalog.add(message, None, [(path.relative_to(SOURCE).as_posix(), 0)], (), comments, context=context)
    return catalog


def _as_python(path: Path) -> BytesIO:
    text = path.read_text()
    return BytesIO((text if path.suffix == ".py" else _templatized(text)).encode())


def _templatized(text: str) -> str:
    from django.conf import settings  # noqa: PLC0415 - Django's template reader asks for settings when imported

    if not settings.configured:
        settings.configure()
    from django.utils.translation.template import templatize  # noqa: PLC0415

    # What is not a message becomes letters in rows; their indentation would mean something in Python.
    return "\n".join(line.lstrip() for line in templatize(text).splitlines())


def gather() -> None:
    """Bring the Swedish catalogue up to date: new sentences stand there untranslated, unused ones are gone."""
    catalog, template = _catalogue(), gathered()
    template.creation_date = catalog.creation_date
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as po:
        write_po(po, catalog, width=100, include_lineno=False, sort_output=True)
    with PO.with_suffix(".mo").open("wb") as mo:
        write_mo(mo, catalog)


def _catalogue() -> Catalog:
    if not PO.exists():
        return Catalog(locale="sv", header_comment="# The Swedish of the interface.", fuzzy=False, **ABOUT)
    with PO.open("rb") as file:
        return read_po(file, locale="sv")


def faults() -> Iterator[str]:
    """One line for each sentence that is not gathered, not translated, malformed or not compiled."""
    catalog, source = _catalogue(), gathered()
    known, used = _keys(catalog), _keys(source)
    yield from (f"not gathered: {key}" for key in sorted(used - known, key=str))
    yield from (f"no longer used: {key}" for key in sorted(known - used, key=str))
    for message in filter(_is_sentence, catalog):
        if message.fuzzy or not all(_strings(message)):
            yield f"not translated: {message.id}"
        yield from (f"malformed: {message.id}: {error}" for error in message.check(catalog))
    with PO.with_suffix(".mo").open("rb") as file:
        if _translations(read_mo(file)) != _translations(catalog):
            yield "django.mo is not what django.po says: run `make messages`"


def _is_sentence(message: Message) -> bool:
    return bool(message.id)


def _keys(catalog: Catalog) -> set[tuple[str | None, str]]:
    return {(message.context, _strings_of(message.id)[0]) for message in filter(_is_sentence, catalog)}


def _strings_of(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _strings(message: Message) -> tuple[str, ...]:
    return _strings_of(message.string)


def _translations(catalog: Catalog) -> dict[tuple[str | None, str], tuple[str, ...]]:
    return {
        (message.context, _strings_of(message.id)[0]): _strings(message)
        for message in filter(_is_sentence, catalog)
        if all(_strings(message))
    }


def check() -> int:
    found = list(faults())
    print("\n".join(found) or "every sentence is translated and compiled")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit({"gather": gather, "check": check}[sys.argv[1]]())
