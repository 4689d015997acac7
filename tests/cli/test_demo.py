"""The demonstration from the command line."""

import sqlite3
from pathlib import Path

from .commands import run_apart


def demo(folder: Path, *arguments: str):
    return run_apart("demo", "--only-fill", *arguments, env={"SAMVERK_DATA_DIR": str(folder)})


def test_it_fills_tells_the_accounts_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    first = demo(tmp_path)
    assert first.returncode == 0, first.stderr
    assert "parts of the demonstration were filled in" in first.stdout
    assert "anna.sjoberg@boras.example" in first.stdout
    assert "harbour lantern 41 kite" in first.stdout
    second = demo(tmp_path, "--lang", "sv")
    assert "Demonstrationen fanns redan. Ingenting ändrades." in second.stdout
    assert "Samordnare, Högskolan i Borås" in second.stdout


def test_it_refuses_a_folder_in_which_real_people_have_accounts(tmp_path: Path) -> None:
    assert run_apart("verify", "ledger", env={"SAMVERK_DATA_DIR": str(tmp_path)}).returncode == 0  # makes the tables
    _sign_up(tmp_path)
    refused = demo(tmp_path)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "There are real accounts in" in refused.stderr


def _sign_up(folder: Path) -> None:
    with sqlite3.connect(folder / "samverk.sqlite3") as database:
        database.execute(
            "INSERT INTO people_person (id, email, name, password, language, time_zone, is_active, joined_at) "
            "VALUES ('00000000000000000000000000000001', 'ada@example.org', 'Ada', '', 'en', 'UTC', 1, '2026-01-01')"
        )


def test_the_doctor_and_the_server_say_loudly_that_it_is_one(tmp_path: Path) -> None:
    folder = {"SAMVERK_DATA_DIR": str(tmp_path)}
    assert "DEMONSTRATION" not in run_apart("doctor", env=folder).stdout
    assert "– This is a DEMONSTRATION" in run_apart("doctor", env={**folder, "SAMVERK_DEMO": "true"}).stdout
