"""A legal entity that can take part in an alliance."""

from typing import Self

from django.db import models
from django.db.models import Q

from samverk.scheme.values import Category

KINDS = [(kind.value, kind.value) for kind in Category]


class Source(models.TextChoices):
    """Who told us of an organisation or a charter."""

    ECHE = "eche", "the Commission's list of charter holders"
    ROR = "ror", "Research Organization Registry"
    DEMO = "demo", "the demonstration set"


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def in_country(self, country: str) -> Self:
        """Those of a country (ISO 3166-1 alpha-2)."""
        return self.filter(country=country)

    def with_charters(self) -> Self:
        return self.prefetch_related("charters")

    def with_names(self) -> Self:
        return self.prefetch_related("names")


class Organisation(models.Model):
    """What the registry knows of it. An empty text means "not known"; so does no kind.

    `source` is the list that owns the row: another list fills gaps and adds names, and overwrites nothing.
    `source_release` is the day of the newest release of that list in which it stood.
    `kind` is a guess at the category; what it counts as is decided in each alliance anew (S7).
    """

    name = models.CharField(max_length=300)
    country = models.CharField(max_length=2, blank=True, db_index=True)
    city = models.CharField(max_length=120, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    kind = models.CharField(max_length=20, blank=True, choices=KINDS)
    pic = models.CharField(max_length=9, unique=True, null=True, blank=True)
    ror = models.CharField(max_length=9, unique=True, null=True, blank=True)
    # Two organisations of one list share an OID, two an Erasmus code: neither can be unique.
    oid = models.CharField(max_length=12, blank=True, db_index=True)
    erasmus_code = models.CharField(max_length=20, blank=True)
    website = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=10, choices=Source)
    source_release = models.DateField()

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["name", "id"], name="organisation_by_name"),
            models.Index(fields=["country", "name", "id"], name="organisation_in_country"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_name"),
            models.CheckConstraint(
                condition=Q(kind__in=["", *(kind for kind, _ in KINDS)]), name="organisation_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False)
                & Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="organisation_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return self.name
