"""A whole case in a link: compact JSON, deflated against a dictionary of our own words, base64url.

Nobody's account or database is needed to open it, so everything in it is checked as strictly as a file.
"""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64

from samverk.scheme.document import DocumentError, read
from samverk.scheme.facts import Case

VERSION = "1"
"""First character of a token. The dictionary is part of the version: never change it, add a version instead."""

MOST_BYTES = 64 * 1024
"""Of JSON, unpacked; a case of 40 organisations is about 8,000."""

_DICTIONARY = (
    b'"experience":true,"added_value":true,"role_stated":true,"charter_until":"2020-12-31","charter_from":"2014-01-01",'
    b'"charter":true,"links":[{"controller":"","controlled":""}],"aims":["teaching","entrepreneurship","exchange"],'
    b'"category":"accreditation"},"category":"adult_education"},"category":"school"},"category":"vet"},'
    b'"category":"social_partner"},"category":"intermediary"},"category":"consultancy"},"category":"public"},'
    b'"category":"research"},"category":"association"},"category":"other"},"role":"associated","role":"full",'
    b'"category":"enterprise"},{"id":"university-of-","name":"University of ","country":"","coordinator":true,'
    b'{"scheme":"knowledge-alliances","call":"2020","title":"","project":{"duration_months":36,"grant":"1000000"},'
    b'"participants":[{"id":"","name":"","country":"","role":"full","category":"hei"},{"id":"'
)


class CannotOpen(Exception):
    """A link that holds no case. `reason`: `damaged`, `too_big`, `other_version` or `not_a_case`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TooMuch(Exception):
    """A case that no link can hold."""


def encode(case: Case) -> str:
    """The token of a case. Raises `TooMuch`."""
    text = case.model_dump_json(exclude_defaults=True).encode()
    if len(text) > MOST_BYTES:
        raise TooMuch
    deflate = zlib.compressobj(9, zdict=_DICTIONARY)
    packed = deflate.compress(text) + deflate.flush()
    return VERSION + urlsafe_b64encode(packed).decode().rstrip("=")


def decode(token: str) -> Case:
    """The case of a token. Raises `CannotOpen`."""
    if not token.startswith(VERSION):
        raise CannotOpen("other_version" if token[:1].isdigit() else "damaged")
    try:
        return read(Case, _unpacked(token[1:]).decode(), "link.json")
    except (DocumentError, UnicodeDecodeError):
        raise CannotOpen("not_a_case") from None


def _unpacked(text: str) -> bytes:
    """At most `MOST_BYTES`, whatever the text claims to hold."""
    inflate = zlib.decompressobj(zdict=_DICTIONARY)
    try:
        found = inflate.decompress(urlsafe_b64decode(text + "=" * (-len(text) % 4)), MOST_BYTES + 1)
    except (zlib.error, NotBase64, ValueError):
        raise CannotOpen("damaged") from None
    if len(found) > MOST_BYTES:
        raise CannotOpen("too_big")
    if not inflate.eof or inflate.unused_data:
        raise CannotOpen("damaged")
    return found
