"""What is installed is what pyproject.toml asks for, file by file."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .tracked import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCK = (ROOT / "requirements.lock").read_text()
ENTRIES = [entry for entry in re.split(r"\n(?=\S)", LOCK.strip()) if entry]
LOCKED = [Requirement(entry.split(" \\", 1)[0]) for entry in ENTRIES]
ASKED = [
    Requirement(line)
    for lines in (
        PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"].values(),
        *PROJECT["dependency-groups"].values(),
    )
    for line in lines
]


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_each_package_is_locked_within_its_bounds(asked):
    versions = [
        next(iter(locked.specifier)).version
        for locked in LOCKED
        if canonicalize_name(locked.name) == canonicalize_name(asked.name)
    ]
    assert versions, "run `make lock`"
    assert all(asked.specifier.contains(version) for version in versions), "run `make lock`"


def test_each_entry_is_one_version_with_the_hashes_of_its_files():
    loose = [
        entry for entry in ENTRIES if not re.match(r"[\w.-]+==\S+( ; .+?)?( \\\n +--hash=sha256:[0-9a-f]{64})+$", entry)
    ]
    assert loose == []


def test_each_package_has_a_reason():
    text = (ROOT / "pyproject.toml").read_text()
    unexplained = [asked for asked in ASKED if not re.search(rf'"{re.escape(str(asked.name))}\b.*" *[],]* +# \w', text)]
    assert unexplained == []
