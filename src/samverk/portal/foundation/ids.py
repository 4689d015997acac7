"""Names of rows that tell a stranger nothing and still sort by when they were made."""

import secrets
import time
from uuid import UUID


def new_id() -> UUID:
    """A UUID of version 7 (RFC 9562): 48 bits of milliseconds since 1970, 74 bits of chance."""
    moment = time.time_ns() // 1_000_000
    chance = secrets.randbits(74)
    return UUID(int=moment << 80 | 0x7 << 76 | (chance >> 62) << 64 | 0b10 << 62 | chance & (1 << 62) - 1)
