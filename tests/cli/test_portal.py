"""The commands that need the portal: serve, doctor, import."""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

from samverk.portal.organisations.models import Organisation

from .commands import run, run_apart

CHARTERS = """Erasmus code,PIC,OID,Legal name,City,Country,Website,ECHE start,ECHE end
S LUND01,999901482,E10209382,Lunds universitet,Lund,Sweden,,2021-03-01,2027-12-31
S NAMN01,12,,Fel nummer,Lund,Sweden,,2021-03-01,2027-12-31
"""


@pytest.mark.django_db
def test_charters_are_imported_and_what_is_left_out_is_told(tmp_path: Path) -> None:
    path = tmp_path / "eche_2026-04-08.csv"
    path.write_text(CHARTERS)
    result = run("import", "eche", path, "--lang", "sv")
    assert result.exit_code == 0, result.stderr
    assert "Nya organisationer: 1" in result.output
    assert "PIC är inte nio siffror. Rad 3" in result.output
    assert Organisation.objects.get().name == "Lunds universitet"


@pytest.mark.django_db
@pytest.mark.parametrize("register", ["eche", "ror"])
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, "cannot be opened"),
        (b"", "nothing in the file"),
        (b"\x89PNG\xff\xff", "not text in UTF-8"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"a,b\n1,2\n", "No row names the columns"),
    ],
)
def test_lists_that_cannot_be_read(register: str, data: bytes | None, told: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    if data is not None:
        path.write_bytes(data)
    result = run("import", register, path)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"SAMVERK_DATA_DRI": "x"}, "Did you mean SAMVERK_DATA_DIR?"),
        ({"SAMVERK_HTTPS": "perhaps"}, "SAMVERK_HTTPS"),
        ({"SAMVERK_DATABASE_URL": "postgres://anna:hidden@127.0.0.1:1/none"}, "The database does not answer"),
    ],
)
@pytest.mark.parametrize("command", ["doctor", "serve"])
def test_what_is_missing_is_told_with_its_fix(
    command: str, environment: dict[str, str], told: str, tmp_path: Path
) -> None:
    answer = run_apart(command, *PORT[command], env={"SAMVERK_DATA_DIR": str(tmp_path), **environment})
    assert answer.returncode == (1 if command == "doctor" else 2)
    assert told in answer.stdout + answer.stderr
    assert "Traceback" not in answer.stderr
    assert "hidden" not in answer.stdout


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


PORT = {"doctor": (), "serve": ("--port", free_port())}


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answer = run_apart("doctor", env={"SAMVERK_DATA_DIR": str(tmp_path / "file" / "data")})
    assert answer.returncode == 1
    assert "The data folder cannot be written" in answer.stdout


def test_a_taken_port_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--port", taken.getsockname()[1])
    assert result.exit_code == 2
    assert "is taken" in result.stderr


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str, Path]]:
    """The portal on a data folder of its own, as `samverk serve` starts it."""
    port = free_port()
    env = {**os.environ, "SAMVERK_DATA_DIR": str(tmp_path / "var"), "LC_ALL": "C.UTF-8"}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "samverk.cli", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    yield process, f"http://127.0.0.1:{port}", tmp_path / "var"
    process.kill()
    process.communicate()


def test_an_empty_folder_becomes_a_portal(served: tuple[subprocess.Popen[str], str, Path]) -> None:
    process, address, folder = served
    assert b'"ok"' in fetched(f"{address}/healthz", process)
    assert b"<h1" in fetched(f"{address}/sv/", process)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert run_apart("doctor", env={"SAMVERK_DATA_DIR": str(folder)}).returncode == 0
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert f"Samverk is at {address}/" in out
    assert "organisations to try with" in out
    assert "Traceback" not in err
    assert "WARNING" not in err


def fetched(address: str, process: subprocess.Popen[str]) -> bytes:
    """The page, once the server answers."""
    for _ in range(120):
        assert process.poll() is None, process.communicate()
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return bytes(answer.read())
        except URLError:
            time.sleep(0.25)
    raise TimeoutError(address)
