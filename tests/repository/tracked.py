"""The files that git keeps, for tests of the repository itself."""

import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that is in git and on disk; skips where the tree is not a clone."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git clone: only a clone knows which files belong to it")
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]  # the owner of a checkout may be another
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(path for name in answer.stdout.split("\0") if name and (path := ROOT / name).is_file())


def texts() -> Iterator[tuple[Path, str]]:
    """Every tracked file that is text and our own, with what it says."""
    for path in tracked():
        if "vendored" in path.parts:
            continue
        try:
            yield path.relative_to(ROOT), path.read_text()
        except UnicodeDecodeError:
            continue


def modules() -> list[Path]:
    return [path for path in tracked() if path.is_relative_to(ROOT / "src") and path.suffix == ".py"]
