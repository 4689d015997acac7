"""What we keep of others is what we say it is, and fetches nothing from elsewhere."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
STATIC = ROOT / "src/samverk/portal/web/static"
VENDORED = tomllib.loads((STATIC / "vendored.toml").read_text(encoding="utf-8"))["file"]
KEPT_APART = ["src/samverk/portal/web/static/samverk/vendored", "tests/journeys/vendored"]

# An XML namespace is a name that looks like an address; nothing is fetched from it.
FOREIGN_ADDRESS = re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[\w-]+(?:\.[\w-]+)+")
IMPORT_OR_SOURCE_MAP = re.compile(r"@import|sourceMappingURL")


@pytest.mark.parametrize("file", VENDORED, ids=lambda file: file["path"])
def test_the_copy_is_the_one_listed_and_has_its_licence(file):
    assert hashlib.sha256((ROOT / file["path"]).read_bytes()).hexdigest() == file["sha256"]
    assert (ROOT / file["licence_text"]).stat().st_size > 0


def test_every_vendored_file_is_listed():
    listed = {file[key] for file in VENDORED for key in ("path", "licence_text")}
    kept = {path.relative_to(ROOT).as_posix() for folder in KEPT_APART for path in (ROOT / folder).iterdir()}
    assert {path for path in kept - listed if "LICENSE" not in path} == set()


@pytest.mark.parametrize("path", sorted(STATIC.rglob("*.[cj]s*")), ids=lambda path: path.name)
def test_styles_and_scripts_name_no_other_host(path):
    text = path.read_text(encoding="utf-8")
    assert FOREIGN_ADDRESS.findall(text) == []
    assert IMPORT_OR_SOURCE_MAP.findall(text) == []
