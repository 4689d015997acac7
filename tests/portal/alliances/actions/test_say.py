"""The discussion."""

import pytest
from tests.portal.alliances.build import AT, LATER, not_found, one_entry, person, refused, with_bengt

from samverk.portal.alliances.actions.dissolve import dissolve
from samverk.portal.alliances.actions.say import LONGEST, CannotSay, CannotTakeBack, say, take_back
from samverk.portal.alliances.models import Alliance, Comment
from samverk.portal.foundation.ids import new_id
from samverk.portal.ledger.models import Entry


def said(alliance: Alliance, text: str = "Hello", by: str = "Bengt") -> Comment:
    return say(alliance=alliance.pk, text=text, by=person(by), at=AT)


@pytest.mark.django_db
def test_said_and_the_words_are_not_on_record():
    alliance = with_bengt()
    comment = said(alliance, "  The budget of Lund \n")
    entry = Entry.objects.latest("seq")
    assert (entry.deed, entry.about, entry.within) == ("alliances.say", comment.about, alliance.story)
    assert (entry.by, entry.told) == (person("Bengt").pk, {})
    assert (comment.text, comment.author, comment.said_at) == ("The budget of Lund", person("Bengt"), AT)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "empty"), (" \n", "empty"), ("x" * (LONGEST + 1), "too_long")],
    ids=["none", "only spaces", "too long"],
)
def test_refused(text: str, reason: str) -> None:
    alliance = with_bengt()
    with refused(CannotSay, reason):
        said(alliance, text)
    with not_found():
        said(alliance, text, by="Carla")


@pytest.mark.django_db
def test_taken_back_by_its_author_also_when_the_alliance_is_no_more():
    alliance = with_bengt()
    comment = said(alliance)
    dissolve(alliance=alliance.pk, by=person("Anna"), at=AT)
    with refused(CannotTakeBack, "not_yours"):
        take_back(comment=comment.pk, by=person("Anna"), at=LATER)
    with one_entry("alliances.take_back", comment.about, alliance, by="Bengt"):
        take_back(comment=comment.pk, by=person("Bengt"), at=LATER)
    assert Comment.objects.values_list("text", "taken_back_at").get() == ("", LATER)
    with refused(CannotTakeBack, "wrong_state"):
        take_back(comment=comment.pk, by=person("Bengt"), at=LATER)


@pytest.mark.django_db
def test_there_is_none_to_a_stranger():
    comment = said(with_bengt())
    for identifier in (comment.pk, new_id()):
        with not_found():
            take_back(comment=identifier, by=person("Carla"), at=LATER)
