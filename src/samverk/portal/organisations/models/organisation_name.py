"""The other names of an organisation, and those that it bore before."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from samverk.portal.organisations.models.organisation import Organisation


class NameKind(models.TextChoices):
    """An alias is in use, a former name no more; a merged one is that of a row that turned out to be the same."""

    ALIAS = "alias"
    FORMER = "former"
    MERGED = "merged"


class OrganisationName(models.Model):
    """A name in another language, an acronym or a former name. `language`: ISO 639, empty if not known.

    The period is in days, both included; a side of it that nobody knows is empty. A name that was borne twice has a
    row for each time.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="names")
    text = models.CharField(max_length=300)
    language = models.CharField(max_length=8, blank=True)
    kind = models.CharField(max_length=10, choices=NameKind, default=NameKind.ALIAS)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "text"], condition=Q(valid_until__isnull=True), name="organisation_name_once"
            ),
            models.UniqueConstraint(
                fields=["organisation", "text", "valid_until"],
                condition=Q(valid_until__isnull=False),
                name="organisation_name_period_once",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="organisation_name_in_order",
            ),
            models.CheckConstraint(condition=Q(kind__in=NameKind.values), name="organisation_name_kind_known"),
        ]

    def __str__(self) -> str:
        return self.text


def former(row: Organisation, since: date) -> OrganisationName:
    """The name that the organisation bears, as one that ends the day before `since`; not saved."""
    before = since - timedelta(days=1)
    known = row.name_since if row.name_since and row.name_since <= before else None
    return OrganisationName(
        organisation=row,
        text=row.name,
        language=row.name_language,
        kind=NameKind.FORMER,
        valid_from=known,
        valid_until=before,
    )
