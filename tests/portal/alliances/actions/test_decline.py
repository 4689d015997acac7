"""Declining: with or without an account."""

import pytest
from tests.portal.alliances.build import AT, LATER, asked, kept, not_found, one_entry, part, person, refused, told

from samverk.portal.alliances.actions.decline import LONGEST, CannotDecline, decline
from samverk.portal.alliances.models import Invitation


@pytest.mark.django_db
@pytest.mark.parametrize("by", [None, "Bengt"])
def test_the_organisation_counts_no_more(by: str | None) -> None:
    alliance = kept()
    token, who = asked(alliance, "college"), person(by) if by else None
    with one_entry("alliances.decline", part(alliance, "college").about, alliance, by=by):
        decline(token=token, reason="No time", by=who, at=LATER)
    row, college = Invitation.objects.get(), part(alliance, "college")
    assert (row.state, row.reason, row.answered_by, row.answered_at) == ("declined", "No time", who, LATER)
    assert (college.state, college.counted) == ("declined", False)
    assert told() == {"invitation": str(row.pk)}


@pytest.mark.django_db
def test_refused():
    token = asked(kept(), "college")
    with refused(CannotDecline, "too_long"):
        decline(token=token, reason="x" * (LONGEST + 1), by=None, at=AT)
    decline(token=token, reason="x" * LONGEST, by=None, at=AT)
    with not_found():
        decline(token=token, reason="", by=None, at=AT)
