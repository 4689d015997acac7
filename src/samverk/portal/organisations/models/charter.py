"""The Erasmus Charters for Higher Education that an organisation holds or held (S14)."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q

from samverk.portal.organisations.models.organisation import Organisation, Source

LISTED_SINCE = date(2021, 1, 1)
"""The Commission's lists hold the charters of 2021-2027; of earlier days they say nothing."""


class CharterQuerySet(models.QuerySet["Charter"]):
    def held_on(self, day: date) -> Self:
        """Those in force on `day`."""
        ended = Q(gone_from__isnull=True) | Q(gone_from__gt=day)
        return self.filter(ended, valid_from__lte=day).filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day))


class Charter(models.Model):
    """A period, both days included, as the list has it; without `valid_until` it is open.

    No list says when a charter was withdrawn, only that it is there no more. `last_listed` is the day of the
    newest list that has it, `gone_from` of the first list after that without it: it counts until the day before.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="charters")
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=10, choices=Source)
    last_listed = models.DateField()
    gone_from = models.DateField(null=True, blank=True)

    objects = CharterQuerySet.as_manager()

    class Meta:
        ordering = ["valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "valid_from"], name="charter_once"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")), name="charter_in_order"
            ),
            models.CheckConstraint(
                condition=Q(gone_from__isnull=True) | Q(gone_from__gt=F("last_listed")), name="charter_gone_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.valid_from} – {self.counts_until or ''}"

    @property
    def counts_until(self) -> date | None:
        """The last day on which it counts; `None` if open."""
        if self.gone_from is None:
            return self.valid_until
        return min(self.valid_until or date.max, self.gone_from - timedelta(days=1))
