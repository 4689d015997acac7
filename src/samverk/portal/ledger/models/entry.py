"""One deed or refusal, sealed."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

SEALED = ("seq", "at", "by", "deed", "about", "within", "reason", "facts", "previous")


class Entry(models.Model):
    """`by` is the id of a person, or none when the portal itself acted. No entry holds a name or an address.

    `about` is what the deed was done to, as `invitation:0192…`; `within` the thing whose story it belongs to, as
    `alliance:0192…`. `reason` is empty for a deed that was done, and the code of the refusal otherwise. `facts` is
    JSON as `written` gives it. `seal` is the SHA-256 of all the rest, and `previous` the seal of the entry before.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.UUIDField(null=True)
    deed = models.CharField(max_length=60)
    about = models.CharField(max_length=80)
    within = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=60, blank=True)
    facts = models.TextField(default="{}")
    previous = models.CharField(max_length=64)
    seal = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["seq"]
        indexes = [
            models.Index(fields=["within", "seq"], condition=~Q(within=""), name="entry_within"),
            models.Index(fields=["about", "seq"], name="entry_about"),
            models.Index(fields=["by", "seq"], name="entry_by"),
            models.Index(fields=["deed", "seq"], name="entry_deed"),
            models.Index(fields=["seq"], condition=~Q(reason=""), name="entry_refused"),
            models.Index(fields=["at", "seq"], name="entry_at"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.deed} {self.about} {self.reason}".rstrip()

    @property
    def told(self) -> dict[str, Any]:
        """The facts."""
        return json.loads(self.facts)

    def computed_seal(self) -> str:
        return hashlib.sha256(written([_plain(getattr(self, name)) for name in SEALED]).encode()).hexdigest()


def written(value: Any) -> str:
    """JSON in one form only: keys in order, no spaces, no numbers with a point."""
    if _has_float(value):
        raise TypeError("a fact of the ledger with a decimal point is a text or a whole number of cents")
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def _has_float(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_has_float, value.values()))
    return isinstance(value, float) or (isinstance(value, list | tuple) and any(map(_has_float, value)))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value) if isinstance(value, UUID) else value
