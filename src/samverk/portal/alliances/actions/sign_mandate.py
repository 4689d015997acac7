"""Sign a mandate."""

from datetime import datetime

from django.db import transaction

from samverk.portal.alliances.actions.telling_mandates import tell_mandate
from samverk.portal.alliances.actions.voiding import void
from samverk.portal.alliances.models import Mandate
from samverk.portal.alliances.permissions import may_sign_mandate
from samverk.portal.alliances.queries import lock, open_mandate
from samverk.portal.alliances.states import MANDATE, MandateEvent, MandateState, VoidBecause
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.jobs import later
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person

LONGEST = 150


class CannotSignMandate(Refusal):
    """`wrong_state`, `not_addressee`, `no_name`, `no_capacity`, `too_long`, `not_a_fact`: a null character,

    `not_ready`: the paper is not set yet, `other_paper`: it is not the one that was read.
    """


@transaction.atomic
def sign_mandate(*, token: str, name: str, capacity: str, digest: str, by: Person, at: datetime) -> Mandate:
    """The coordinator may act for the organisation from now on; a mandate that was signed before is void.

    `digest`: the SHA-256 of the paper that the person has read. That they confirmed who they are is the boundary's to
    see to. Raises NotFound for a link that opens nothing now.
    """
    lock(open_mandate(token, at).participant.alliance_id)
    found = open_mandate(token, at)  # as it is now that nobody else can answer it
    demand(may_sign_mandate(by, found), CannotSignMandate)
    said = {"name": _said(name, "no_name"), "capacity": _said(capacity, "no_capacity")}
    _compare(found, digest)
    void_before(found, at)
    move(found, MANDATE, MandateEvent.SIGN, sha256=digest, answered_by=by, answered_at=at, **said)
    tell_mandate(Kind.MANDATE_SIGNED, found, by=by, at=at)
    later("samverk.portal.alliances.jobs.typeset_signed_mandate", mandate=str(found.pk))
    told = {"participant": str(found.participant_id), "sha256": digest}
    within = found.participant.alliance.story
    record(deed="alliances.sign_mandate", about=found.about, within=within, by=by.pk, at=at, facts=told)
    return found


def void_before(found: Mandate, at: datetime) -> None:
    """Of two mandates of one organisation only the newer holds."""
    for before in Mandate.objects.filter(participant=found.participant_id, state=MandateState.SIGNED):
        void(before, VoidBecause.NEWER, at)


def _said(text: str, none: str) -> str:
    kept = " ".join(text.split())
    if not kept:
        raise CannotSignMandate(none)
    if len(kept) > LONGEST:
        raise CannotSignMandate("too_long")
    if "\x00" in kept:
        raise CannotSignMandate("not_a_fact")
    return kept


def _compare(found: Mandate, digest: str) -> None:
    if found.paper is None:
        raise CannotSignMandate("not_ready")
    if found.paper.sha256 != digest:
        raise CannotSignMandate("other_paper")
