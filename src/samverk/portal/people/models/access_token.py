"""A key with which a person's programs come in."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from samverk.portal.foundation.ids import new_id
from samverk.portal.people.models.person import Person


class AccessTokenQuerySet(models.QuerySet["AccessToken"]):
    def alive(self, at: datetime) -> Self:
        """Those that open at that instant: neither past nor revoked, of a person who is still here."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=at, person__is_active=True)


class AccessToken(models.Model):
    """The secret is told once; only its `digest` is kept. `scopes`: values of Scope. It opens before `expires_at`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField()
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = AccessTokenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("issued_at")), name="access_token_lasts"),
            models.CheckConstraint(condition=~Q(name=""), name="access_token_has_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def about(self) -> str:
        """What the ledger calls it."""
        return f"token:{self.id}"

    def is_alive(self, at: datetime) -> bool:
        """Whether it opens at that instant, if its person is still here."""
        return self.revoked_at is None and at < self.expires_at
