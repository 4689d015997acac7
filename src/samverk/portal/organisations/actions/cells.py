"""What the cells of published lists mean, however they were typed."""

import re
from datetime import date, datetime
from functools import cache

from babel import Locale

from samverk.scheme.values import iso_country

ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "Not Found"}
"""What a formula of a workbook leaves where it found nothing."""

STATES = {
    "FR": ("RE", "GP", "MQ", "GF", "YT", "MF", "PM", "BL", "WF", "PF", "NC"),
    "NL": ("AW", "CW", "SX", "BQ"),
    "DK": ("GL",),
    "FI": ("AX",),
}
"""Overseas countries and territories take part as the country that they belong to, as their Erasmus codes say."""

STATE_OF = {land: state for state, lands in STATES.items() for land in lands}
OTHER_NAMES = {"turkey": "TR", "türkiye": "TR", "czech republic": "CZ", "macedonia": "MK", "kosovo": "XK"}
DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d")

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_DAY = re.compile(r"(20\d\d)-(\d\d)(?:-(\d\d))?")


def as_text(value: object, longest: int = 300) -> str:
    """One line with single spaces, without unseen characters; empty for an error of a formula."""
    text = " ".join(_UNSEEN.sub(" ", str(value if value is not None else "")).split())
    return "" if text in ERRORS else text[:longest].strip()


def as_country(value: object) -> str | None:
    """ISO 3166-1 alpha-2, from an ISO or EU code or an English name; `None` if it is neither."""
    text = as_text(value)
    code = iso_country(text) if len(text) == 2 else _countries().get(text.casefold(), "")
    return STATE_OF.get(code, code) if code in _countries().values() else None


@cache
def _countries() -> dict[str, str]:
    names = {name.casefold(): code for code, name in Locale("en").territories.items() if len(code) == 2}
    return {**names, **OTHER_NAMES}


def as_date(value: object) -> date | None:
    """A day, from a date of a workbook or any of the ways that it is written; `None` if it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = as_text(value).partition(" ")[0].partition("T")[0]
    return next((day for form in DATES if (day := _parsed(text, form))), None)


def _parsed(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def day_in(name: str) -> date | None:
    """The date in a file's name; of a month, its first day."""
    found = _DAY.search(name)
    return as_date(f"{found[1]}-{found[2]}-{found[3] or '01'}") if found else None
