"""What a file is, by its bytes and its name."""

import unicodedata
from pathlib import PurePosixPath

from samverk.portal.documents.states import Type

LONGEST_NAME = 150
"""Characters, with the extension."""

EXTENSIONS = {".pdf": Type.PDF, ".png": Type.PNG, ".jpg": Type.JPEG, ".jpeg": Type.JPEG}
STARTS = {Type.PDF: b"%PDF-", Type.PNG: b"\x89PNG\r\n\x1a\n", Type.JPEG: b"\xff\xd8\xff"}
ENDS = {Type.PDF: b"%%EOF", Type.PNG: b"IEND\xaeB`\x82", Type.JPEG: b"\xff\xd9"}
PADDING = b"\0\t\n\r "
FORBIDDEN = frozenset('<>:"|?*')
"""Characters that some system does not allow in the name of a file."""


def type_of(content: bytes, name: str) -> Type | None:
    """The type on which the beginning, the end and the extension agree; None where they do not.

    The end is looked at since a picture with something else behind it is also that something else.
    """
    type_ = EXTENSIONS.get(PurePosixPath(name).suffix.lower())
    if type_ is None or not content.startswith(STARTS[type_]) or not content.rstrip(PADDING).endswith(ENDS[type_]):
        return None
    return type_


def safe_name(name: str) -> str:
    """The name without folders, control characters and characters that turn the writing direction.

    Empty if nothing is left but an extension.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C" and sign not in FORBIDDEN)
    path = PurePosixPath(" ".join(kept.split()).lstrip(". "))
    if not path.suffix:
        return ""
    return path.stem[: LONGEST_NAME - len(path.suffix)].rstrip() + path.suffix
