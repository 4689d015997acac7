"""`samverk check`: what it says, its exit status, and that nothing that can be in a file breaks it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverk.scheme.book import open_book
from samverk.scheme.check import check
from samverk.scheme.document import read
from samverk.scheme.facts import Case

from .commands import ELIGIBLE, EXAMPLES, run, run_apart, written

CHANGES = {
    0: ("", ""),
    1: ('category = "enterprise"', 'category = "association"'),
    2: ('country = "SE"', "country = 7"),
    3: ("grant = 700000", ""),
}
"""Exit status -> a change to the eligible alliance that leads there."""


@pytest.mark.parametrize(("status", "change"), CHANGES.items())
def test_exit_status_from_a_shell(status: int, change: tuple[str, str], tmp_path: Path) -> None:
    answer = run_apart("check", written(tmp_path, ELIGIBLE.replace(*change) if change[0] else ELIGIBLE))
    assert answer.returncode == status, answer.stderr
    assert bool(answer.stderr) == (status == 2)


def test_why_not_in_each_language(tmp_path: Path) -> None:
    case = written(tmp_path, ELIGIBLE.replace('category = "enterprise"', 'category = "association"', 1))
    for lang, lines in {
        "en": ("✗   Not met: Enterprises", "1 of 2 independent enterprises", "Counted: Lab"),
        "sv": ("✗   Inte uppfyllt: Företag", "1 av 2 oberoende företag", "Räknas: Lab"),
    }.items():
        output = run("check", case, "--lang", lang).output
        assert all(line in output for line in lines)


@pytest.mark.parametrize(("variable", "value"), [("LC_ALL", "sv_SE.UTF-8"), ("LANG", "sv")])
def test_language_of_the_environment(variable: str, value: str, tmp_path: Path) -> None:
    environment = {"LC_ALL": "", "LANG": "", variable: value}
    assert "Alliansen kan söka" in run("check", written(tmp_path, ELIGIBLE), **environment).output


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_json_says_what_check_says(example: Path) -> None:
    case = read(Case, example.read_text(), example.name)
    verdict = check(case, open_book(case.scheme, case.call))
    data = json.loads(run("check", example, "--json").output)
    assert data["outcome"] == verdict.outcome
    assert [(f["rule"], f["outcome"], tuple(f["counted"])) for f in data["findings"]] == [
        (f.rule, f.outcome, f.counted) for f in verdict.findings
    ]


def test_json_goes_in_as_well_as_out(tmp_path: Path) -> None:
    case = read(Case, ELIGIBLE, "case.toml").model_dump(mode="json", exclude_none=True)
    assert run("check", written(tmp_path, json.dumps(case), "case.json")).exit_code == 0


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("scheme = ", "case.toml:1: The text cannot be read"),
        ('scheme = "ka"\ncall = "2020"', "case.toml:1: scheme: There is no scheme called “ka”"),
        ('scheme = "knowledge-alliances"\ncall = "1066"', "case.toml:2: call: The scheme has no call “1066”"),
        (ELIGIBLE.replace('"DE"', '"ZZ"', 1), "case.toml:32: participants[3].country: “ZZ” is not a country"),
        (ELIGIBLE.replace('id = "lab"', 'id = "uni"'), "“uni” is used more than once"),
        (ELIGIBLE + 'colour = "red"', "case.toml:55: participants[6].colour: There is nothing by this name"),
        (ELIGIBLE.replace("700000", "1.005"), "case.toml:8: project.grant: 1.005 has more than two decimals"),
        (ELIGIBLE.replace('"Uni"', '"\\u001b[2J"').replace('"full"', '"\\u001b[2J"', 1), "[2J"),
        ("scheme = '\0'", "case.toml:1: The text cannot be read"),
    ],
)
def test_what_is_wrong_is_told_by_file_line_and_key(text: str, line: str, tmp_path: Path) -> None:
    result = run("check", written(tmp_path, text))
    assert result.exit_code == 2
    assert line in result.stderr
    assert "\x1b" not in result.output
    assert not result.stdout


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("nothing-there.toml", None, "no such file"),
        (".", None, "a folder"),
        ("x" * 300, None, "cannot be read"),
        ("a\udce9b.toml", None, "no such file"),
        ("binary.toml", b"\x89PNG\xff\xfe", "not text in UTF-8"),
        ("wide.toml", ELIGIBLE.encode("utf-16"), "not text in UTF-8"),
        ("huge.toml", b"#" * 10_000_001, "far too large"),
        ("broken.json", b"{", "broken.json:1: The text cannot be read"),
        ("list.json", b"[]", "something else than names with values"),
        ("deep.json", b"[" * 100_000, "The text cannot be read"),
        ("half.json", b'{"scheme": "knowledge-alliances", "call": "2020", "title": "\\ud800"}', "title: "),
    ],
)
def test_files_that_are_no_case(name: str, data: bytes | None, told: str, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    result = run("check", tmp_path / name)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_byte_order_mark_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_bytes(ELIGIBLE.encode("utf-8-sig"))
    assert run("check", tmp_path / "case.toml").exit_code == 0


def test_a_reader_that_leaves_early_is_no_mistake(tmp_path: Path) -> None:
    case = written(tmp_path, ELIGIBLE)
    command = f"{sys.executable} -m samverk.cli check {case} --json | head -n 1"
    answer = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert (answer.stdout, answer.stderr) == ("{\n", "")


FUZZ = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@FUZZ
@given(data=st.binary(max_size=200), name=st.sampled_from(["case.toml", "case.json"]))
def test_any_bytes_are_refused(data: bytes, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("check", tmp_path / name)
    assert result.exit_code == 2
    assert result.stderr.startswith(str(tmp_path / name))


@FUZZ
@given(data=st.data())
def test_a_damaged_case_is_judged_or_refused(data: st.DataObject, tmp_path: Path) -> None:
    start = data.draw(st.integers(0, len(ELIGIBLE) - 1))
    end = data.draw(st.integers(start, min(start + 30, len(ELIGIBLE))))
    put = data.draw(
        st.text(max_size=8) | st.sampled_from(["\n", '"', "[", "=", "1e999", "-1", "true", "nan", "{}", "[]"])
    )
    (tmp_path / "case.toml").write_bytes((ELIGIBLE[:start] + put + ELIGIBLE[end:]).encode("utf-8", "surrogatepass"))
    result = run("check", tmp_path / "case.toml", "--lang", "sv")
    assert result.exit_code in (0, 1, 2, 3)
    assert bool(result.stderr) == (result.exit_code == 2)
