"""The consortia of Horizon 2020 as alliances: real shapes and sizes to judge, though of another programme.

Source: CORDIS by way of zambujo/eunets, 144,726 participations. What the rules ask and the data do not tell (charters,
an associated partner's role, added value, aims) is not known. Types become categories; a body that is neither a
university, a company, a research centre nor public is `other`. CORDIS's "partner" is an organisation that hosts or
trains without being a beneficiary: the nearest to an associated partner; `everyone_full` takes it as a full one.
"""

import csv
import gzip
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from samverk.scheme.facts import Case

FILE = Path("data/alliances/h2020_participations_eunets.csv.gz")
CATEGORIES = {"HES": "hei", "PRC": "enterprise", "REC": "research", "PUB": "public", "OTH": "other"}
NOT_KNOWN = "NA"


def consortia(shared: Path, call: str = "2020", *, everyone_full: bool = False) -> Iterator[Case]:
    """One case a consortium, in the order of their record numbers. `shared`: the folder that holds `data`."""
    with gzip.open(shared / FILE, "rt", encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: int(row["rcn"]))
    for number, members in groupby(rows, key=lambda row: row["rcn"]):
        yield _case(number, [*members], call, everyone_full=everyone_full)


def _case(number: str, members: list[dict[str, str]], call: str, *, everyone_full: bool) -> Case:
    return Case.model_validate(
        {
            "scheme": "knowledge-alliances",
            "call": call,
            "title": number,
            "project": {
                "duration_months": _known(members[0]["duration"], int),
                "grant": _known(members[0]["max_contribution"], _euro),
            },
            "participants": [_participant(row, everyone_full=everyone_full) for row in members],
        }
    )


def _participant(row: dict[str, str], *, everyone_full: bool) -> dict[str, Any]:
    associated = row["role"] == "partner" and not everyone_full
    return {
        "id": row["pic"],
        "country": _known(row["country"], str),
        "role": "associated" if associated else "full",
        "category": CATEGORIES[row["type"]],
        "coordinator": row["role"] == "coordinator",
        "grant": _known(row["contribution"], _euro),
    }


def _euro(text: str) -> float:
    return round(float(text), 2)


def _known(text: str, read: Any) -> Any:
    return None if text == NOT_KNOWN else read(text)
