"""A call for applications."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from samverk.portal.calls.states import CallState, Standing
from samverk.portal.foundation.ids import new_id


class Call(models.Model):
    """`scheme` and `edition` name the rulebook that it applies. It is open from `opens_at` to `closes_at`, both in.

    Questions can be asked until `questions_until`, or if that is empty until it closes. `envelope` in EUR; `expected`:
    how many grants. `published_at` is empty for one that nobody outside has seen. `withdrawn_because` in both
    languages, of one that was published. `version` counts the changes to what this row says.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    scheme = models.CharField(max_length=120)
    edition = models.CharField(max_length=120)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    questions_until = models.DateTimeField(null=True)
    state = models.CharField(max_length=20, default=CallState.DRAFT)
    envelope = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    expected = models.PositiveIntegerField(null=True)
    published_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because_sv = models.TextField(blank=True)
    withdrawn_because_en = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(CallState)), name="call_state_known"),
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="call_closes_after_it_opens"),
            models.CheckConstraint(
                condition=Q(envelope__isnull=True) | Q(envelope__gte=0), name="call_envelope_not_negative"
            ),
            models.CheckConstraint(
                condition=~Q(state=CallState.PUBLISHED) | Q(published_at__isnull=False), name="call_published_has_a_day"
            ),
        ]
        indexes = [models.Index(fields=["-closes_at", "-id"], name="call_by_closing")]

    def __str__(self) -> str:
        return f"{self.scheme} {self.edition}"

    @property
    def story(self) -> str:
        """What the ledger calls it."""
        return f"call:{self.id}"

    def is_open(self, at: datetime) -> bool:
        """Whether it takes applications at that instant."""
        return self.state == CallState.PUBLISHED and self.opens_at <= at <= self.closes_at

    def standing(self, at: datetime) -> Standing:
        """What it is to its readers at that instant."""
        if self.state == CallState.WITHDRAWN:
            return Standing.WITHDRAWN
        if at < self.opens_at:
            return Standing.COMING
        return Standing.OPEN if at <= self.closes_at else Standing.CLOSED

    def seen_as(self, at: datetime) -> str:
        """Its standing, or `draft`: to the agency."""
        return CallState.DRAFT if self.state == CallState.DRAFT else self.standing(at)

    def takes_questions(self, at: datetime) -> bool:
        """Whether one can be asked at that instant, which may be before it opens."""
        return self.state == CallState.PUBLISHED and at <= (self.questions_until or self.closes_at)

    def withdrawn_because(self, language: str) -> str:
        """`sv` or `en`."""
        return self.withdrawn_because_sv if language == "sv" else self.withdrawn_because_en
