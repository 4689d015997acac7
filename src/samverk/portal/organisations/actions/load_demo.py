"""Fill the registry with the demonstration set, so that the portal has something to show from the first minute."""

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from samverk.portal.organisations.actions.entry import Entry, Period, Report
from samverk.portal.organisations.actions.register import register
from samverk.portal.organisations.models import Source

FILE = Path(__file__).parents[1] / "demo.toml"


def load_demo(*, at: datetime) -> Report:  # noqa: ARG001 - every use case is told when it happens
    """Enter what demo.toml holds; a second time changes nothing."""
    document = tomllib.loads(FILE.read_text())
    entries = [_entry(number, row, document) for number, row in enumerate(document["organisation"], 1)]
    report = Report(rows=len(entries))
    register(entries, source=Source.DEMO, release=document["release"], report=report)
    return report


def _entry(number: int, row: dict[str, Any], document: dict[str, Any]) -> Entry:
    town = document["town"][row["town"]] if "town" in row else {}
    return Entry(
        row=number,
        name=row["name"],
        names=tuple((text, language) for language, text in row.get("names", {}).items()),
        country=town.get("country", row.get("country", "")),
        city=town.get("name", ""),
        latitude=town.get("latitude"),
        longitude=town.get("longitude"),
        kind=row["kind"],
        charters=tuple(_charters(row, document)),
        **{key: row[key] for key in ("pic", "oid", "erasmus_code") if key in row},
    )


def _charters(row: dict[str, Any], document: dict[str, Any]) -> Iterator[Period]:
    if row.get("charter_assumed"):
        assumed = document["assumed_charter"]
        yield Period(assumed["valid_from"], assumed["valid_until"], Source.DEMO)
    if "charter_from" in row:
        yield Period(row["charter_from"], document["charter_until"], Source.ECHE)
