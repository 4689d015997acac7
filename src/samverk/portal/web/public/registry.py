"""The registry of organisations as the front door fills its fields from it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from samverk.portal.organisations.facts import participant
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.queries import by_key, keys, organisation
from samverk.portal.web.public.forms.front_door import DATES, Row, Typed, texts_of
from samverk.scheme.values import Role


def finder(on: date) -> Callable[[str], Mapping[str, str] | None]:
    """Registry number -> the fields of a new row, as far as the registry knows them for a call that closes `on`."""

    def found(number: str) -> Mapping[str, str] | None:
        known = organisation(int(number)) if number.isascii() and number.isdigit() and len(number) < 19 else None
        if known is None:
            return None
        return texts_of(participant(known, on=on, key=next(keys(known), ""), role=Role.FULL))

    return found


def redated(typed: Typed, before: date, on: date) -> Typed:
    """The same for a call that closes `on`: charters that stand as the registry had them for `before` change."""
    known = by_key(row.text["id"] for row in typed.rows)
    return replace(typed, rows=tuple(_redated(row, known.get(row.text["id"]), before, on) for row in typed.rows))


def _redated(row: Row, known: Organisation | None, before: date, on: date) -> Row:
    if known is None or _charter(known, before).items() - row.text.items():
        return row  # somebody knows better
    return replace(row, text={**row.text, **_charter(known, on)})


def _charter(known: Organisation, on: date) -> dict[str, str]:
    texts = texts_of(participant(known, on=on))
    return {field: texts[field] for field in ("charter", *DATES)}
