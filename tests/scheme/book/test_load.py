"""A book that is wrong is told so, by file, line or key; never opened in part, never a traceback."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverk.scheme.book.load import ROOT, NoSuchBook, open_book
from samverk.scheme.book.parts import open_parts
from samverk.scheme.document import DocumentError, Problem

SCHEME, CALL = "knowledge-alliances", "2020"
PROGRAMME = "erasmus-plus/"
OWN = f"{PROGRAMME}{SCHEME}/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("books") / "rulebooks"))


@contextmanager
def written(file: Path, text: str | None) -> Iterator[None]:
    """The file with another text (`None`: no file), for as long as this lasts."""
    before = file.read_bytes()
    try:
        if text is None:
            file.unlink()
        else:
            file.write_text(text, "utf-8")
        yield
    finally:
        file.write_bytes(before)
        open_book.cache_clear()
        open_parts.cache_clear()


def refusal(root: Path, file: str, text: str | None) -> DocumentError:
    open_book.cache_clear()
    open_parts.cache_clear()
    with written(root / file, text), pytest.raises(DocumentError) as caught:
        open_parts(SCHEME, CALL, root)
    return caught.value


def changed(root: Path, file: str, old: str, new: str) -> tuple[str, tuple[Problem, ...]]:
    text = (root / file).read_text("utf-8")
    assert old in text
    error = refusal(root, file, text.replace(old, new, 1))
    return error.name, error.problems


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (OWN + "eligibility.toml", "at_least = 6", "at_leest = 6", ("unknown_key", "rule[1].at_leest")),
        (OWN + "eligibility.toml", "at_least = 6", 'at_least = "six"', ("wrong_type", "rule[1].at_least")),
        (OWN + "eligibility.toml", 'measure = "distinct"', 'measure = "most"', ("not_allowed", "rule[1].measure")),
        (OWN + "eligibility.toml", 'role = "full"', 'role = "half"', ("wrong_value", "rule[1].where")),
        (OWN + "eligibility.toml", 'role = "full"', 'rle = "full"', ("unknown_field", "rule[1].where")),
        (OWN + "eligibility.toml", 'source = ["SEED S7", "GUIDE", "GA19 p.7"]', "", ("missing", "rule[1].source")),
        (OWN + "eligibility.toml", "valid_from = 2014-01-01", 'valid_from = "soon"', ("wrong_type", "valid_from")),
        (OWN + "calls/2020.toml", "year = 2020", "", ("missing", "year")),
        (OWN + "calls/2020.toml", "time = 17:00:00", "time = 25", ("wrong_type", "deadline.time")),
        (OWN + "texts/sv.toml", "clause =", "klausul =", ("unknown_key", "rules.consortium.organisations.klausul")),
        (OWN + "award.toml", "maximum = 25", "maximum = 12", ("minimum_over_maximum", "criterion[1]")),
        (OWN + "award.toml", "least = 18", "least = 13", ("bands_not_in_order", "criterion[1]")),
        (OWN + "award.toml", "minimum = 13", "", ("missing", "criterion[1].minimum")),
        (OWN + "form.toml", 'section = "cover"', 'section = "lid"', ("section_unknown", "")),
        (OWN + "form.toml", "at_most = 7", "at_most = 0", ("wrong_value", "question[2].at_most")),
        (OWN + "budget.toml", 'basis = "staff_days"', 'basis = "luck"', ("not_allowed", "heading[1].basis")),
        (OWN + "grant.toml", "share = 20", "share = 30", ("payments_not_whole", "")),
        (PROGRAMME + "rates/2020.toml", "administrative = 189", "clerk = 189", ("not_allowed", None)),
        (PROGRAMME + "rates/2020.toml", "from_km = 2000", "from_km = 2001", ("bands_not_in_order", "")),
        (PROGRAMME + "rates/2020.toml", ", administrative = 47", "", ("rates_incomplete", "day_rates")),
        (PROGRAMME + "countries.toml", "rate_group = 1", "rate_group = 5", ("wrong_value", "country.AT.rate_group")),
        (PROGRAMME + "sources.toml", "where =", "wher =", ("unknown_key", "SEED.wher")),
    ],
)
def test_a_mistake_is_placed(root: Path, file: str, old: str, new: str, told: tuple[str, str | None]) -> None:
    code, key = told
    name, problems = changed(root, file, old, new)
    assert name == f"rulebooks/{file}"
    assert code in {p.code for p in problems}
    found = next(p for p in problems if p.code == code)
    assert key is None or found.key == key
    text = (root / file).read_text("utf-8")
    assert (found.line or 1) <= text[: text.index(old)].count("\n") + 1
    assert found.line or code == "missing" or not found.key


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("eligibility.toml", '["SEED S7", "GUIDE", "GA19 p.7"]', '["NOWHERE p.1"]', ("source_unknown", "NOWHERE p.1")),
        ("eligibility.toml", 'id = "coordinator.one"', 'id = "charter.held"', ("duplicate_id", "charter.held")),
        ("eligibility.toml", 'among = "consortium.organisations"', 'among = "charter.held"', ("among_unknown", None)),
        ("eligibility.toml", 'aims = ["teaching"', 'aims = ["dancing"', ("aim_without_text", "dancing")),
        ("texts/sv.toml", '[rules."charter.held"]', '[rules."charter.hold"]', ("rule_without_text", "charter.held")),
        ("texts/en.toml", '[rules."charter.held"]', '[rules."charter.hold"]', ("text_without_rule", "charter.hold")),
        ("texts/sv.toml", "[criteria.team]", "[criteria.teem]", ("text_missing", "team")),
        ("texts/en.toml", '"cover.topics"', '"cover.topic"', ("text_unused", "cover.topic")),
        ("budget.toml", 'ceiling = "project.grant"', 'ceiling = "project.sky"', ("rule_unknown", "project.sky")),
        ("form.toml", 'criterion = "team"', 'criterion = "teem"', ("criterion_unknown", "teem")),
        ("grant.toml", '["relevance", "design"', '["relevance", "desing"', ("criterion_unknown", "desing")),
        ("calls/2020.toml", 'award = "1"', 'award = "2"', ("pin_differs", None)),
        ("award.toml", 'version = "1"', 'version = "2"', ("pin_differs", None)),
    ],
)
def test_parts_that_do_not_fit_together_are_told(
    root: Path, file: str, old: str, new: str, told: tuple[str, str | None]
) -> None:
    code, about = told
    _, problems = changed(root, OWN + file, old, new)
    found = [p for p in problems if p.code == code]
    assert found
    assert about is None or about in {p.about for p in found}


@pytest.mark.parametrize("file", ["calls/2020.toml", "eligibility.toml", "award.toml", "texts/sv.toml"])
def test_a_file_that_is_not_there_is_told(root: Path, file: str) -> None:
    if file == "calls/2020.toml":
        with written(root / OWN / file, None), pytest.raises(NoSuchBook) as caught:
            open_book(SCHEME, CALL, root)
        assert caught.value.known == ("2014", "2015", "2016", "2017", "2018", "2019")
    else:
        error = refusal(root, OWN + file, None)
        assert (error.name, [p.code for p in error.problems]) == (f"rulebooks/{OWN}{file}", ["no_file"])


def test_an_unknown_scheme_names_the_known_ones() -> None:
    with pytest.raises(NoSuchBook) as caught:
        open_book("knowledge-aliances", "2020")
    assert caught.value.known == ("alliances-for-innovation", "knowledge-alliances")


FILES = (
    *(OWN + name for name in ("eligibility.toml", "award.toml", "budget.toml", "form.toml", "grant.toml")),
    *(OWN + name for name in ("calls/2020.toml", "texts/sv.toml", "texts/en.toml")),
    *(PROGRAMME + name for name in ("rates/2020.toml", "sources.toml", "countries.toml")),
)
KEY = re.compile(r"^[\w.\"-]+ = (?!\[$).+$")
"""A line that sets a key to something that ends on the same line."""


def keys(text: str) -> list[int]:
    """The numbers (from 0) of the lines that set a key outside any bracket."""
    depth, found = 0, []
    for number, line in enumerate(text.splitlines()):
        if depth == 0 and KEY.match(line):
            found.append(number)
        bare = re.sub(r'"(\\.|[^"\\])*"', "", line.split("#")[0] if '"' not in line else line)
        depth += bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")
    return found


@pytest.mark.parametrize("file", FILES)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_line_is_spoilt_the_file_and_the_place_are_told(file: str, root: Path, data: st.DataObject) -> None:
    lines = (root / file).read_text("utf-8").splitlines()
    at = data.draw(st.sampled_from(keys("\n".join(lines))))
    key = lines[at].split(" = ")[0]
    spoilt = data.draw(
        st.sampled_from(
            [
                [lines[at], "no_such_key = 1"],
                [f"{key} = {{ wrong = 1 }}"],
                [f"{key} = 1979-05-27T07:32:00Z"],
                [f"{key} = "],
            ]
        )
    )
    error = refusal(root, file, "\n".join([*lines[:at], *spoilt, *lines[at + 1 :], "# the end"]))
    assert error.name == f"rulebooks/{file}"
    assert error.problems
    assert all(p.line or p.path for p in error.problems)
    assert any(p.line and abs(p.line - at - 1) <= 1 for p in error.problems)


@pytest.mark.parametrize("file", FILES)
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(garbage=st.text(max_size=200))
def test_garbage_is_refused(file: str, root: Path, garbage: str) -> None:
    assert refusal(root, file, garbage + "\n= nothing").name == f"rulebooks/{file}"
