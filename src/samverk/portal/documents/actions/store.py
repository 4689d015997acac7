"""Storing a file, as part of another deed."""

import hashlib
import os
import shlex
import subprocess
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from uuid import UUID

from django.conf import settings
from django.db import transaction

from samverk.portal.documents.facts import LONGEST_NAME, safe_name, type_of
from samverk.portal.documents.models import Document
from samverk.portal.documents.states import Type
from samverk.portal.foundation.decision import Refusal

LARGEST = 10 * 1024 * 1024
"""Bytes."""

LONGEST_SCAN = 60
"""Seconds."""


class CannotStore(Refusal):
    """`reason`: `empty_file`, `too_large`, `bad_name`, `wrong_type` or `infected`."""


@transaction.atomic
def store(*, content: bytes, name: str, purpose: str, by: UUID | None, at: datetime) -> Document:
    """Keep the file and return its row. Raises CannotStore.

    A scanner that cannot be run raises what the system says, and nothing is stored. If the deed around comes to
    nothing the bytes may stay without a row, where nobody can ask for them.
    """
    kept, type_ = _examined(content, name)
    document = Document(
        name=kept,
        type=type_,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        purpose=purpose,
        by=by,
        stored_at=at,
    )
    _write(content, document.path)
    document.save(force_insert=True)
    return document


def _examined(content: bytes, name: str) -> tuple[str, Type]:
    if not content:
        raise CannotStore("empty_file")
    if len(content) > LARGEST:
        raise CannotStore("too_large")
    kept = safe_name(name)
    if not kept or len(kept) > LONGEST_NAME:
        raise CannotStore("bad_name")
    type_ = type_of(content, kept)
    if type_ is None:
        raise CannotStore("wrong_type")
    return kept, type_


def _write(content: bytes, path: Path) -> None:
    """Whole or not at all, and only after the scan; only the portal's own user can read it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent) as file, suppress(FileExistsError):
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
        _scan(Path(file.name))
        os.link(file.name, path)


def _scan(path: Path) -> None:
    if not settings.SCAN_COMMAND:
        return
    command = [*shlex.split(settings.SCAN_COMMAND), str(path)]
    if subprocess.run(command, check=False, capture_output=True, timeout=LONGEST_SCAN).returncode:  # noqa: S603
        raise CannotStore("infected")
