"""What waits for the agency."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from samverk.portal.foundation.paging import Page, page
from samverk.portal.organisations.models import Membership, MembershipKind, Organisation, Verification
from samverk.portal.organisations.states import MembershipState


def requests_left() -> QuerySet[Membership]:
    """The requests that only the agency can answer: no member is there, or none who may let somebody sign for it.

    Whose account is erased is not there.
    """
    acting = Membership.objects.active().filter(organisation=OuterRef("organisation"), person__is_active=True)
    signing = acting.filter(kind=MembershipKind.LEGAL_REPRESENTATIVE)
    nobody = ~Exists(acting) | Q(~Exists(signing), kind=MembershipKind.LEGAL_REPRESENTATIVE)
    return Membership.objects.filter(nobody, state=MembershipState.REQUESTED)


def requests_left_page(after: str = "") -> Page[Membership]:
    """The same with people and organisations, the oldest first. Raises BadMark."""
    return page(requests_left().select_related("person", "organisation"), by=("asked_at", "id"), after=after)


def unverified() -> QuerySet[Organisation]:
    """Those that somebody acts for or has asked to, and that nobody has made sure of."""
    used = Membership.objects.values("organisation")
    made_sure = Verification.objects.standing().filter(organisation=OuterRef("pk"))
    return Organisation.objects.living().filter(~Exists(made_sure), pk__in=used)


def waiting_for_verification(after: str = "") -> Page[Organisation]:
    """The same, the longest on record first. Raises BadMark."""
    return page(unverified(), by=("id",), after=after)
