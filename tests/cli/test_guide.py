"""`samverk guide`, and what the command line says of itself."""

import subprocess
from importlib.metadata import version

import pytest

from samverk.cli import MODULES
from samverk.scheme.book import open_book, schemes

from .commands import run


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("scheme", schemes())
def test_guide_tells_every_section_and_rule(scheme: str, lang: str) -> None:
    result = run("guide", scheme, "--lang", lang)
    texts = open_book(scheme, schemes()[scheme][-1]).texts[lang]
    assert result.exit_code == 0
    assert all(part.title in result.output for part in texts.about.values())
    assert all(rule.title in result.output for rule in texts.rules.values())


def test_guide_of_a_call() -> None:
    assert run("guide", "knowledge-alliances", "--call", "2014").output.startswith("Knowledge Alliances, call 2014")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["poetry"], "Choose one of these: alliances-for-innovation or knowledge-alliances."),
        (["knowledge-alliances", "--call", "1066"], "2019 or 2020."),
        (["knowledge-alliances", "--call", ""], "2019 or 2020."),
    ],
)
def test_what_there_is_is_told(arguments: list[str], told: str) -> None:
    result = run("guide", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_version() -> None:
    assert run("--version").output == f"samverk {version('samverk')}\n"


def test_help_names_every_command() -> None:
    output = run("--help").output
    assert all(f"  {command}" in output for command in MODULES)


@pytest.mark.parametrize("command", MODULES)
def test_every_command_explains_itself(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0


def test_an_unknown_command() -> None:
    assert run("dance").exit_code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    assert "_SAMVERK_COMPLETE" in run("completion", shell).output


def test_bash_accepts_the_completion() -> None:
    script = run("completion", "bash").output
    assert subprocess.run(["bash", "-n"], input=script, text=True, check=False).returncode == 0
