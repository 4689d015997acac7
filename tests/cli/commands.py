"""Commands run as people run them: in this process, or in one of their own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from samverk.cli import main
from samverk.scheme.book.load import ROOT

EXAMPLES = ROOT / "erasmus-plus" / "knowledge-alliances" / "examples"
ELIGIBLE = """
scheme = "knowledge-alliances"
call = "2020"
title = "Smallest"

[project]
duration_months = 24
grant = 700000
aims = ["teaching"]

[[participants]]
id = "uni"
name = "Uni"
category = "hei"
country = "SE"
role = "full"
charter = true
coordinator = true

[[participants]]
id = "college"
name = "College"
category = "hei"
country = "FI"
role = "full"
charter = true

[[participants]]
id = "works"
name = "Works"
category = "enterprise"
country = "DE"
role = "full"

[[participants]]
id = "lab"
name = "Lab"
category = "enterprise"
country = "SE"
role = "full"

[[participants]]
id = "institute"
name = "Institute"
category = "research"
country = "FI"
role = "full"

[[participants]]
id = "town"
name = "Town"
category = "public"
country = "DE"
role = "full"
"""


def run(*arguments: object, **environment: str) -> Result:
    """In this process. A traceback is a failure of the test, unless it is click's own way to exit."""
    result = CliRunner().invoke(main, [*map(str, arguments)], env={"LC_ALL": "C.UTF-8", **environment})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def run_apart(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    """In a process of its own, as from a shell; `env` is put on top of ours."""
    env = {**os.environ, "LC_ALL": "C.UTF-8", **options.pop("env", {})}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "samverk.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=120, check=False, **options)


def written(folder: Path, text: str, name: str = "case.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path
