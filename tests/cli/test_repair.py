"""`samverk repair`: what it says, its exit status, and what it refuses."""

import json
from pathlib import Path

import pytest

from .commands import ELIGIBLE, run, run_apart, written

WITHOUT_LAB = ELIGIBLE.replace(
    'id = "lab"\nname = "Lab"\ncategory = "enterprise"', 'id = "lab"\nname = "Lab"\ncategory = "vet"'
)
CONFLICT = "these rules cannot hold together"


def test_nothing_to_change_and_whom_not_to_lose(tmp_path: Path) -> None:
    output = run("repair", written(tmp_path, ELIGIBLE)).output
    assert "Nothing needs to change." in output
    assert "Town: Independent organisations would not be met" in output


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Let Institute take part as a company does, if that is what it will really do."),
        ("sv", "Låt Institute delta som ett företag gör, om det verkligen är vad den ska göra."),
    ],
)
def test_a_missing_kind_in_each_language(lang: str, line: str, tmp_path: Path) -> None:
    answer = run("repair", written(tmp_path, WITHOUT_LAB), "--lang", lang)
    assert (answer.exit_code, line in " ".join(answer.output.split())) == (0, True)


def test_without_additions_there_may_be_no_way(tmp_path: Path) -> None:
    keep = [word for key in ("uni", "college", "works", "lab", "institute", "town") for word in ("--keep", key)]
    answer = run("repair", written(tmp_path, WITHOUT_LAB), "--add", 0, *keep)
    assert (answer.exit_code, CONFLICT in " ".join(answer.output.split())) == (1, True)


def test_whoever_is_kept_must_be_there(tmp_path: Path) -> None:
    answer = run_apart("repair", written(tmp_path, ELIGIBLE), "--keep", "nobody")
    assert answer.returncode == 2
    assert "Nobody in the case has the id “nobody”." in answer.stderr


def test_json_says_what_to_do(tmp_path: Path) -> None:
    data = json.loads(run("repair", written(tmp_path, WITHOUT_LAB), "--json").output)
    (best, *_) = data["repairs"]
    assert (best["cost"], [edit["kind"] for step in best["steps"] for edit in step["edits"]]) == (4, ["category"])
    assert [loss["participant"] for loss in data["losses"]] == ["uni", "college", "works", "lab", "institute", "town"]
