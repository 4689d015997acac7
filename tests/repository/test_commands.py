"""Commands that the documents name exist."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from .tracked import ROOT

DOCUMENTS = ["README.md", "CONTRIBUTING.md", ".ci/run", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]
COMMANDS = sorted(
    {
        command
        for name in DOCUMENTS
        for command in re.findall(r"(?:^ *|`|bin/)samverk ([a-z][a-z-]*)", (ROOT / name).read_text(), re.MULTILINE)
    }
)
RECIPES = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_recipes_of_make(name):
    named = re.findall(r"(?:^ *|`)make ([a-z-]+)", (ROOT / name).read_text(), re.MULTILINE)
    assert set(named) <= RECIPES


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_of_samverk(command):
    samverk = Path(sys.executable).with_name("samverk")
    answer = subprocess.run([samverk, *command.split(), "--help"], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr


def test_the_readme_promises_run_and_test():
    assert {"run", "test"} <= set(re.findall(r"^    make ([a-z-]+)", (ROOT / "README.md").read_text(), re.MULTILINE))


def test_every_recipe_says_what_it_does_and_is_no_file():
    makefile = (ROOT / "Makefile").read_text()
    explained = set(re.findall(r"^([a-z-]+):.*## \w", makefile, re.MULTILINE))
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    assert explained == RECIPES == phony


def test_links_between_documents_lead_somewhere():
    broken = [
        f"{name}: {target}"
        for name in DOCUMENTS
        for target in re.findall(r"\]\((?!\w+:)([^)#]+)", (ROOT / name).read_text())
        if not (ROOT / name).parent.joinpath(target).exists()
    ]
    assert broken == []
