"""Offer others something, or wish for it."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.actions.setting import CODES, NotAFact, codes, prose
from samverk.portal.organisations.models import Offer, OfferKind
from samverk.portal.organisations.permissions import may_add_offer
from samverk.portal.organisations.queries import entered
from samverk.portal.people.models import Person

LONGEST = 1000
"""Characters of a text."""

MOST = 50
"""Offers and wishes of one organisation that stand."""


class CannotAddOffer(Refusal):
    """`not_member`, `offer_or_wish`: no such kind, `empty`, `too_long`, `day_over`, `too_many_offers`,

    or `not_a_fact`: the themes are no codes of fields.
    """


@transaction.atomic
def add_offer(
    *,
    organisation_id: int,
    kind: str,
    texts: Mapping[str, str],
    themes: Collection[str] = (),
    until: date | None = None,
    by: Person,
    at: datetime,
) -> Offer:
    """`kind` of OfferKind; `texts` by `sv` and `en`, one or both; `themes`: ISCED-F 2013; `until`: the last day."""
    row = entered(organisation_id)
    demand(may_add_offer(by, row), CannotAddOffer)
    said = _said(texts, themes)
    faults = {
        "offer_or_wish": kind not in OfferKind.values,
        "empty": not (said["text_sv"] or said["text_en"]),
        "too_long": max(len(said["text_sv"]), len(said["text_en"])) > LONGEST,
        "day_over": until is not None and until < at.date(),
        "too_many_offers": Offer.objects.standing(at.date()).filter(organisation=row).count() >= MOST,
    }
    for code, is_so in faults.items():
        if is_so:
            raise CannotAddOffer(code)
    offer = Offer.objects.create(organisation=row, kind=kind, until=until, made_at=at, made_by=by, **said)
    told = {"offer": offer.pk, "kind": kind}
    record(deed="organisations.add_offer", about=row.about, within=row.about, by=by.pk, at=at, facts=told)
    return offer


def _said(texts: Mapping[str, str], themes: Collection[str]) -> dict[str, str | list[str]]:
    try:
        kept: dict[str, str | list[str]] = {f"text_{code}": prose(texts.get(code, "")) for code in ("sv", "en")}
        return kept | {"themes": codes(list(themes), CODES["fields"])}
    except NotAFact:
        raise CannotAddOffer("not_a_fact") from None
