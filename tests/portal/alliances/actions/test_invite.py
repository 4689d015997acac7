"""Inviting: a link that is kept nowhere, and only one that opens."""

import pytest
from tests.portal.alliances.build import (
    AT,
    asked,
    joined,
    kept,
    not_found,
    one_entry,
    part,
    person,
    refused,
    told,
    with_bengt,
)  # fmt: skip

from samverk.portal.alliances.actions.invite import LASTS, CannotInvite, invite
from samverk.portal.alliances.models import Invitation
from samverk.portal.alliances.queries import invitation
from samverk.portal.foundation.tokens import digest


@pytest.mark.django_db
def test_the_organisation_is_invited_and_only_the_digest_is_kept():
    alliance = kept()
    college = part(alliance, "college")
    with one_entry("alliances.invite", college.about, alliance):
        token = invite(participant_id=college.pk, address="b@example.org", language="sv", by=person("Anna"), at=AT)
    made = Invitation.objects.get()
    assert (made.digest, made.address, made.expires_at) == (digest(token), "b@example.org", AT + LASTS)
    assert told() == {"invitation": str(made.pk), "expires_at": (AT + LASTS).isoformat()}
    assert part(alliance, "college").state == "invited"


@pytest.mark.django_db
def test_the_one_before_opens_no_more():
    alliance = kept()
    first, second = asked(alliance, "college"), asked(alliance, "college")
    with not_found():
        invitation(first, AT)
    assert invitation(second, AT).participant.key == "college"


@pytest.mark.django_db
def test_refused():
    alliance = with_bengt()
    with refused(CannotInvite, "wrong_state"):
        asked(alliance, "college")
    with refused(CannotInvite, "not_leader"):
        asked(alliance, "works", by="Bengt")
    with not_found():
        asked(alliance, "works", by="Carla")


@pytest.mark.django_db
def test_the_founder_invites_until_the_coordinator_has_joined():
    alliance = kept(own="")
    joined(alliance, "uni", "Bengt")
    with refused(CannotInvite, "not_leader"):
        asked(alliance, "works", by="Anna")
    assert asked(alliance, "works", by="Bengt")
