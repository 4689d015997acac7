"""Register an organisation that the registry lacks, and ask to act for it."""

import re
from datetime import datetime

from django.db import IntegrityError, transaction

from samverk.portal.foundation.decision import Refusal
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.actions.cells import as_country, as_text
from samverk.portal.organisations.actions.telling import tell_request
from samverk.portal.organisations.models import Membership, MembershipKind, Organisation, Source
from samverk.portal.organisations.models.search_word import index
from samverk.portal.organisations.queries import likely_twins
from samverk.portal.people.models import Person
from samverk.scheme.values import Category

LONGEST = 300
_PIC = re.compile(r"\d{9}")
_OID = re.compile(r"E\d{8}")


class CannotCreate(Refusal):
    """`empty`: no name, `too_long`, `unknown_country`, `no_such_category`, `no_such_kind`, `bad_pic`, `bad_oid`;

    `number_taken`: the PIC is another's, or `likely_twin`: see `queries.likely_twins`.
    """


@transaction.atomic
def create_organisation(
    *,
    name: str,
    country: str,
    kind: str = "",
    city: str = "",
    website: str = "",
    pic: str = "",
    oid: str = "",
    acting_as: str,
    not_a_twin: bool = False,
    by: Person,
    at: datetime,
) -> Organisation:
    """`kind` of Category or empty; `acting_as` of MembershipKind: that request waits for the agency, which is told.

    `not_a_twin`: the person has seen the likely ones, and it is none of them. A PIC that is on record refuses anyway.
    """
    said = {"name": as_text(name, len(name)), "city": as_text(city, 120), "website": as_text(website)}
    numbers = {"pic": pic.strip(), "oid": oid.strip().upper()}
    land = as_country(country)
    _check(said["name"], land, kind, acting_as, numbers)
    if Organisation.objects.filter(pic=numbers["pic"]).exists():
        raise CannotCreate("number_taken")
    if not not_a_twin and likely_twins(names=[said["name"]], country=land or "", website=said["website"], **numbers):
        raise CannotCreate("likely_twin")
    row = _row(**said, country=land, kind=kind, pic=numbers["pic"] or None, oid=numbers["oid"], at=at)
    index({row.pk})
    asked = Membership.objects.create(organisation=row, person=by, kind=acting_as, asked_at=at)
    tell_request(asked, at=at)
    told = {"country": land, "membership": asked.pk, "kind": acting_as}
    record(deed="organisations.create_organisation", about=row.about, within=row.about, by=by.pk, at=at, facts=told)
    return row


def _check(name: str, land: str | None, kind: str, acting_as: str, numbers: dict[str, str]) -> None:
    faults = {
        "empty": not name,
        "too_long": len(name) > LONGEST,
        "unknown_country": land is None,
        "no_such_category": kind not in ("", *Category),
        "no_such_kind": acting_as not in MembershipKind.values,
        "bad_pic": bool(numbers["pic"]) and not _PIC.fullmatch(numbers["pic"]),
        "bad_oid": bool(numbers["oid"]) and not _OID.fullmatch(numbers["oid"]),
    }
    for code, is_so in faults.items():
        if is_so:
            raise CannotCreate(code)


def _row(*, at: datetime, **facts: str | None) -> Organisation:
    try:
        with transaction.atomic():
            return Organisation.objects.create(source=Source.PERSON, source_release=at.date(), **facts)
    except IntegrityError:  # another registered the same PIC at the same time
        raise CannotCreate("number_taken") from None
