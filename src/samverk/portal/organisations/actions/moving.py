"""What stood with a row that was merged, made to stand with the one that stays."""

from datetime import datetime

from django.db.models import Q

from samverk.portal.foundation.saving import move
from samverk.portal.organisations.models import (
    Charter,
    Control,
    Evidence,
    Membership,
    MembershipKind,
    NameKind,
    Offer,
    Organisation,
    OrganisationName,
    Verification,
    Withdrawal,
)
from samverk.portal.organisations.states import MEMBERSHIP, OPEN, MembershipEvent, MembershipState
from samverk.portal.people.models import Person


def move_names(kept: Organisation, merged: Organisation, *, by: Person, at: datetime) -> None:  # noqa: ARG001
    """Those that the one that stays has too remain where they were."""
    taken = set(OrganisationName.objects.filter(organisation=kept).values_list("text", "valid_until"))
    for name in OrganisationName.objects.filter(organisation=merged):
        if (name.text, name.valid_until) not in taken:
            name.organisation = kept
            name.save(update_fields=["organisation"])
    if merged.name != kept.name:
        OrganisationName.objects.get_or_create(
            organisation=kept,
            text=merged.name,
            valid_until=at.date(),
            defaults={"language": merged.name_language, "kind": NameKind.MERGED, "valid_from": merged.name_since},
        )


def move_charters(kept: Organisation, merged: Organisation, *, by: Person, at: datetime) -> None:  # noqa: ARG001
    """Of two that begin on one day the one that counts longer holds; the other remains where it was."""
    ours = {charter.valid_from: charter for charter in Charter.objects.filter(organisation=kept)}
    for charter in Charter.objects.filter(organisation=merged):
        twin = ours.get(charter.valid_from)
        if twin is None:
            charter.organisation = kept
            charter.save(update_fields=["organisation"])
        elif _longer(charter, twin):
            told = ["valid_until", "gone_from", "source", "last_listed"]
            for name in told:
                setattr(twin, name, getattr(charter, name))
            twin.save(update_fields=told)


def _longer(one: Charter, other: Charter) -> bool:
    return other.counts_until is not None and (one.counts_until is None or one.counts_until > other.counts_until)


def move_memberships(kept: Organisation, merged: Organisation, *, by: Person, at: datetime) -> None:  # noqa: ARG001
    """Whoever is in both is in it once, in the stronger role. Raises StaleSave."""
    ours = {row.person_id: row for row in Membership.objects.filter(organisation=kept, state__in=OPEN)}
    for row in Membership.objects.filter(organisation=merged, state__in=OPEN):
        if twin := ours.get(row.person_id):
            weaker = min(row, twin, key=_strength)
            asked = weaker.state == MembershipState.REQUESTED
            move(weaker, MEMBERSHIP, MembershipEvent.WITHDRAW if asked else MembershipEvent.END)
    Membership.objects.filter(organisation=merged).update(organisation=kept)


def _strength(row: Membership) -> tuple[bool, bool]:
    return row.state == MembershipState.ACTIVE, row.kind == MembershipKind.LEGAL_REPRESENTATIVE


def move_controls(kept: Organisation, merged: Organisation, *, by: Person, at: datetime) -> None:
    """A link between the two ends, and so does one that is there twice."""
    for link in list(Control.objects.filter(Q(controller=merged) | Q(controlled=merged))):
        ends = tuple(kept.pk if pk == merged.pk else pk for pk in (link.controller_id, link.controlled_id))
        itself = ends[0] == ends[1]
        twins = Control.objects.standing().filter(controller=ends[0], controlled=ends[1])
        if link.until is None and (itself or twins.exists()):
            link.until, link.retracted_by = at, by
        if not itself:
            link.controller_id, link.controlled_id = ends
        link.save()


def move_rest(kept: Organisation, merged: Organisation, *, by: Person, at: datetime) -> None:
    """Offers and evidence; but that the agency made sure of the other says nothing of the one that stays."""
    for table in (Offer, Evidence):
        table.objects.filter(organisation=merged).update(organisation=kept)
    stood = Verification.objects.standing().filter(organisation=merged)
    stood.update(withdrawn_at=at, withdrawn_by=by, reason=Withdrawal.MERGED)
