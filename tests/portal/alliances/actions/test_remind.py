"""Reminding an organisation of what it owes: at most once a day, by the leader, in the way that reaches it."""

from datetime import datetime, timedelta

import pytest
from tests.portal.alliances.build import AT, asked, kept, not_found, one_entry, part, person, refused, with_bengt

from samverk.portal.alliances.actions.dissolve import dissolve
from samverk.portal.alliances.actions.invite import invite
from samverk.portal.alliances.actions.remind import CannotRemind, remind
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.alliances.queries import invitation
from samverk.portal.notices.models import Letter, Message

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def reminded(row: Alliance, key: str, by: str = "Anna", at: datetime = AT) -> None:
    remind(participant_id=part(row, key).pk, by=person(by), at=at)


def test_who_has_joined_is_told_in_the_inbox():
    row = with_bengt()
    Message.objects.all().delete()
    with one_entry("alliances.remind", part(row, "college").about, row):
        reminded(row, "college")
    message = Message.objects.get()
    assert (message.person, message.kind, message.link) == (person("Bengt"), "reminder", f"/alliances/{row.pk}/")


def test_who_has_not_answered_gets_a_new_link_by_mail():
    row = kept()
    works = part(row, "works").pk
    before = invite(participant_id=works, address="w@example.org", language="en", by=person("Anna"), at=AT)
    Letter.objects.all().delete()
    reminded(row, "works")
    letter = Letter.objects.get()
    assert (letter.address, letter.kind, letter.language) == ("w@example.org", "invitation", "en")
    assert invitation(letter.link.split("/")[-2], AT).participant_id == works
    with not_found():
        invitation(before, AT)


def test_once_a_day():
    row = with_bengt()
    reminded(row, "college")
    with refused(CannotRemind, "reminded"):
        reminded(row, "college", at=AT + DAY - timedelta(seconds=1))
    reminded(row, "college", at=AT + DAY)


def test_nothing_is_owed():
    row = with_bengt()
    said = {"contribution": "A lab", "benefit": "Students", "name": "College", "role": "associated"}
    Participant.objects.filter(alliance=row, key="college").update(**said, role_statement="Tests it")
    with refused(CannotRemind, "nothing_owed"):
        reminded(row, "college")


@pytest.mark.parametrize(
    ("key", "by", "reason"),
    [
        ("college", "Bengt", "not_leader"),
        ("uni", "Anna", "own_part"),
        ("lab", "Anna", "wrong_state"),
        ("works", "Anna", "address_unknown"),
    ],
)
def test_refused(key: str, by: str, reason: str) -> None:
    row = with_bengt()
    asked(row, "works")
    with refused(CannotRemind, reason):
        reminded(row, key, by)
    with not_found():
        reminded(row, key, "Carla")


def test_of_an_alliance_that_is_over_nobody_is_reminded():
    row = with_bengt()
    dissolve(alliance=row.pk, by=person("Anna"), at=AT)
    with refused(CannotRemind, "dissolved"):
        reminded(row, "college")
