"""Secrets that open something: links in mail, keys of the API. The portal keeps only their digest."""

import hashlib
import secrets

BYTES = 32


def new_token() -> str:
    """43 letters, digits, `-` and `_`: 256 bits of chance."""
    return secrets.token_urlsafe(BYTES)


def digest(token: str) -> str:
    """What is kept and looked up, as hexadecimal SHA-256. No salt: nobody can guess 256 bits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
