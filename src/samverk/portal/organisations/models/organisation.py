"""A legal entity that can take part in an alliance."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from samverk.scheme.values import Category

KINDS = [(kind.value, kind.value) for kind in Category]


class Source(models.TextChoices):
    """Who told us of an organisation or a charter."""

    ECHE = "eche", "the Commission's list of charter holders"
    ROR = "ror", "Research Organization Registry"
    DEMO = "demo", "the demonstration set"
    PERSON = "person", "somebody who acts for it"


class Size(models.TextChoices):
    """As Recommendation 2003/361/EC has it; everything above medium is large."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class LegalType(models.TextChoices):
    """Who owns it, and for what."""

    PUBLIC = "public"
    PRIVATE = "private"
    NON_PROFIT = "non_profit"


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def in_country(self, country: str) -> Self:
        """Those of a country (ISO 3166-1 alpha-2)."""
        return self.filter(country=country)

    def living(self) -> Self:
        """Those that have not become part of another row."""
        return self.filter(merged_into=None)

    def locked(self) -> Self:
        """Until the transaction ends, whoever does another deed to them waits; always in the same order."""
        return self.select_for_update(of=("self",)).order_by("pk")

    def with_charters(self) -> Self:
        return self.prefetch_related("charters")

    def with_names(self) -> Self:
        return self.prefetch_related("names")


class Organisation(models.Model):
    """What the registry knows of it. An empty text means "not known"; so does no kind.

    `source` is the list that owns the row: another list fills gaps and adds names, and overwrites nothing.
    `source_release` is the day of the newest release of that list in which it stood.
    `kind` is a guess at the category; what it counts as is decided in each alliance anew (S7).

    `name_since`: the first day of the name that it bears now; the earlier ones are names with periods. `fields`
    (ISCED-F 2013) and `sectors` (NACE 2) are lists of codes. `own_words` names the fields that those who act for it
    have set, which no list overwrites. `merged_into` is the row that it turned out to be the same as, and that one is
    never merged itself: what becomes part of another takes its own along. `version` counts what people changed.
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
    name_since = models.DateField(null=True, blank=True)
    name_language = models.CharField(max_length=8, blank=True)
    description_sv = models.TextField(blank=True)
    description_en = models.TextField(blank=True)
    fields = models.JSONField(default=list, blank=True)
    sectors = models.JSONField(default=list, blank=True)
    size = models.CharField(max_length=10, blank=True, choices=Size)
    legal_type = models.CharField(max_length=10, blank=True, choices=LegalType)
    own_words = models.JSONField(default=list, blank=True)
    # Of nearly all rows it is empty: an index of those too would draw lists by name away from the index of names.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", db_index=False
    )
    version = models.PositiveIntegerField(default=1)
    source = models.CharField(max_length=10, choices=Source)
    source_release = models.DateField()

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["name", "id"], name="organisation_by_name"),
            models.Index(fields=["country", "name", "id"], name="organisation_in_country"),
            models.Index(fields=["merged_into"], condition=Q(merged_into__isnull=False), name="organisation_merged"),
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
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")), name="organisation_not_into_itself"
            ),
            models.CheckConstraint(condition=Q(size__in=["", *Size.values]), name="organisation_size_known"),
            models.CheckConstraint(
                condition=Q(legal_type__in=["", *LegalType.values]), name="organisation_legal_type_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def about(self) -> str:
        """What the ledger calls it, and tells it under."""
        return f"organisation:{self.pk}"

    @property
    def living(self) -> "Organisation":
        """The row that it is part of now: itself, if it was not merged."""
        return self.merged_into or self
