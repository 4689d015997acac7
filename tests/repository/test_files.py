"""What every file of the repository keeps to."""

import re

from .tracked import ROOT, modules, texts

MACHINE = re.compile(r"(?<![\w.:/-])/(?:home|root|work|Users|opt)/[\w.]")
REGISTRY = re.compile(r"pyp[i]\.org|pythonhoste[d]|npmj[s]\.|yarnpk[g]\.|index-ur[l] *[= ] *http")
LONGEST_MODULE = 400  # lines; most are near a hundred
LONGEST_RECORD = 30


def found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_patterns_see_what_they_are_for():
    assert MACHINE.search('open("/home' + '/anna/case.toml")')
    assert not MACHINE.search("https://example.org/work/page")
    assert REGISTRY.search("https://pypi" + ".org/simple")


def test_no_path_of_one_machine():
    assert found(MACHINE) == []


def test_no_registry_by_name():
    assert found(REGISTRY) == []


def test_modules_stay_short():
    long = {
        str(path.relative_to(ROOT)): n
        for path in modules()
        if (n := len(path.read_text().splitlines())) > LONGEST_MODULE
    }
    assert long == {}


def test_records_of_decisions_are_short_and_numbered():
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    assert [path.name for path in records if len(path.read_text().splitlines()) > LONGEST_RECORD] == []


def test_the_changelog_has_a_place_for_the_next_change():
    assert "\n## Unreleased\n" in (ROOT / "CHANGELOG.md").read_text()
