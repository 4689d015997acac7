"""The mandates of an alliance, as its page shows them to one person. One query for all."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.portal.alliances import permissions
from samverk.portal.alliances.models import Alliance, Mandate, Participant
from samverk.portal.alliances.queries import coordinator, leader, mandates_told
from samverk.portal.alliances.states import MandateState, VoidBecause
from samverk.portal.people.models import Person

NOT_ASKED = _("Not asked for yet")
EXPIRED = _("Not answered in time")
STATES: dict[str, str | Promise] = {
    MandateState.ASKED: _("Waits for a signature"),
    MandateState.SIGNED: _("Signed"),
    MandateState.DECLINED: _("Declined"),
    MandateState.WITHDRAWN: _("Taken back"),
    MandateState.VOID: _("Void"),
}
BECAUSE: dict[str, str | Promise] = {
    VoidBecause.GONE: _("The organisation is no longer in the alliance."),
    VoidBecause.DISSOLVED: _("The alliance has been dissolved."),
    VoidBecause.NEWER: _("A newer mandate has been signed."),
    VoidBecause.COORDINATOR: _("Another organisation coordinates now. Ask for a new mandate."),
    VoidBecause.COORDINATOR_NAME: _("The coordinator's name has changed since. Ask for a new mandate."),
    VoidBecause.TITLE: _("The title of the alliance has changed since. Ask for a new mandate."),
    VoidBecause.ACRONYM: _("The acronym of the alliance has changed since. Ask for a new mandate."),
    VoidBecause.CALL: _("The alliance answers another call now. Ask for a new mandate."),
    VoidBecause.PARTNER: _("The organisation's name has changed since. Ask for a new mandate."),
    VoidBecause.COUNTRY: _("The organisation's country has changed since. Ask for a new mandate."),
    VoidBecause.ROLE: _("The organisation's role has changed since. Ask for a new mandate."),
    VoidBecause.SUM: _("The organisation's share of the grant has changed since. Ask for a new mandate."),
}


class Told(NamedTuple):
    """The mandate of one participant: the one that `holds`, and the `last` one if it is another."""

    participant: Participant
    holds: Mandate | None
    last: Mandate | None
    state: str | Promise
    because: str | Promise
    waits: bool
    may_ask: bool
    may_withdraw: bool
    may_upload: bool


class Mandates(NamedTuple):
    """`signed` of `all` are there, of those that the person sees: the leader every one, a contact the own."""

    rows: tuple[Told, ...]
    signed: int
    coordinated: bool

    @property
    def all(self) -> int:
        return len(self.rows)


def mandates(alliance: Alliance, person: Person, at: datetime) -> Mandates:
    """What the person sees of them; nothing of others' for the contact of one organisation."""
    told = mandates_told(alliance)
    rows = tuple(_told(row, told.get(row.pk, []), alliance, person, at) for row in _seen(alliance, person))
    return Mandates(rows, sum(row.holds is not None for row in rows), coordinator(alliance) is not None)


def _seen(alliance: Alliance, person: Person) -> Iterator[Participant]:
    leads = leader(alliance) == person.pk
    for row in alliance.participants.all():
        if row.has_joined and not row.coordinator and (leads or row.contact_id == person.pk):
            yield row


def _told(row: Participant, its: list[Mandate], alliance: Alliance, person: Person, at: datetime) -> Told:
    holds = next((one for one in its if one.holds), None)
    last = its[0] if its and its[0] is not holds else None
    asked = last is not None and last.state == MandateState.ASKED
    given = (person, alliance, row)
    return Told(
        row,
        holds,
        last,
        _state(holds, last, at),
        BECAUSE.get(last.void_because, "") if last else "",
        asked and last is not None and at < last.expires_at,
        bool(permissions.may_ask_mandate(*given)),
        asked and bool(permissions.may_withdraw_mandate(*given)),
        asked and bool(permissions.may_upload_mandate(*given)),
    )


def _state(holds: Mandate | None, last: Mandate | None, at: datetime) -> str | Promise:
    if holds:
        return STATES[MandateState.SIGNED]
    if last is None:
        return NOT_ASKED
    return EXPIRED if last.state == MandateState.ASKED and at >= last.expires_at else STATES[last.state]
