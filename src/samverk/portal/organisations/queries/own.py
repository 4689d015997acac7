"""Reads of what organisations say of themselves, and of what is said of them."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from itertools import permutations
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from samverk.portal.foundation.decision import NotFound
from samverk.portal.organisations.models import Control, Evidence, Offer, Organisation, Verification
from samverk.portal.organisations.queries.memberships import is_member
from samverk.portal.organisations.queries.registry import living
from samverk.portal.people.models import Person
from samverk.portal.people.permissions import is_agency


class Named(NamedTuple):
    """A name with its days, both included. `kind` is of NameKind, or `current`."""

    text: str
    language: str
    kind: str
    since: date | None
    until: date | None


def name_history(organisation: Organisation) -> list[Named]:
    """The name that it bears, then those that it bore, the last first; aliases are not among them."""
    borne = organisation.names.exclude(valid_until=None).order_by("-valid_until", "text")
    before = [Named(one.text, one.language, one.kind, one.valid_from, one.valid_until) for one in borne]
    return [Named(organisation.name, organisation.name_language, "current", organisation.name_since, None), *before]


def offers(organisation: Organisation, at: datetime) -> list[Offer]:
    """What it offers and wishes that day, the newest first."""
    return list(Offer.objects.standing(at.date()).filter(organisation=organisation).order_by("-id"))


def offer(identifier: UUID) -> Offer:
    """One of them, ended or not, with its organisation. Raises NotFound."""
    row = Offer.objects.select_related("organisation").filter(pk=identifier).first()
    if row is None:
        raise NotFound
    return row


def controls_of(organisation: Organisation) -> list[Control]:
    """The links that stand at either end of it, with both ends, the oldest first."""
    ends = Q(controller=organisation) | Q(controlled=organisation)
    rows = Control.objects.standing().filter(ends).select_related("controller", "controlled")
    return list(rows.order_by("since", "pk"))


def controls_between(ids: Collection[int]) -> list[tuple[int, int]]:
    """Of these rows of the registry: (controller, controlled), in order. Rows that are the same are linked too."""
    became = living(ids)
    ends = set(became.values())
    rows = Control.objects.standing().filter(controller__in=ends, controlled__in=ends)
    links = set(rows.values_list("controller", "controlled"))
    return sorted((a, b) for a, b in permutations(became, 2) if _linked(a, b, became, links))


def _linked(one: int, other: int, became: Mapping[int, int], links: set[tuple[int, int]]) -> bool:
    ends = became[one], became[other]
    return ends in links or (ends[0] == ends[1] and one < other)


def evidence(organisation: Organisation, person: Person) -> list[Evidence]:
    """The files that are kept, the newest first, for those who act for it and the agency. Raises NotFound."""
    if not is_member(person, organisation.pk) and not is_agency(person):
        raise NotFound
    rows = Evidence.objects.kept().filter(organisation=organisation).select_related("document", "added_by")
    return list(rows.order_by("-id"))


def evidence_seen(identifier: UUID, person: Person) -> Evidence:
    """One of them with its document, for the same people. Raises NotFound, also when it was removed."""
    row = Evidence.objects.kept().select_related("document", "organisation").filter(pk=identifier).first()
    if row is None or not (is_member(person, row.organisation_id) or is_agency(person)):
        raise NotFound
    return row


def verification(organisation: Organisation) -> Verification | None:
    """The one that stands, if one does."""
    return Verification.objects.standing().filter(organisation=organisation).first()


def verifications(organisation: Organisation) -> list[Verification]:
    """All of them, the newest first."""
    return list(organisation.verifications.order_by("-verified_at", "-pk"))
