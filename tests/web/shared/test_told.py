"""The ledger in plain words: every deed has a sentence, in both languages, and tells no more than it may."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override
from tests.portal.alliances.build import AT, asked, kept, person

import samverk.portal
from samverk.portal.alliances.actions.decline import decline
from samverk.portal.alliances.actions.dissolve import CannotDissolve
from samverk.portal.alliances.models import Participant
from samverk.portal.foundation.ids import new_id
from samverk.portal.ledger.actions.record import record
from samverk.portal.ledger.actions.refused import refused as put_on_record
from samverk.portal.ledger.models import Entry
from samverk.portal.people.actions.erase import erase
from samverk.portal.web.shared.deed_words import DEEDS
from samverk.portal.web.shared.told import names_in, told

PORTAL = Path(samverk.portal.__file__).parent
WRITTEN = re.compile(r'(?:deed=|_record\()"([a-z]+\.[a-z_]+)"')


def test_every_deed_that_is_recorded_has_words():
    found = {deed for file in PORTAL.rglob("actions/*.py") for deed in WRITTEN.findall(file.read_text())}
    assert found - set(DEEDS) == set()
    assert len(found) > 40


@pytest.mark.parametrize("deed", sorted(DEEDS))
def test_every_sentence_has_all_that_it_needs_in_both_languages(deed: str) -> None:
    entry = Entry(seq=1, at=AT, by=new_id(), deed=deed, about="mandate:1", within="alliance:1")
    for language in ("en", "sv"):
        with override(language):
            sentence = told(entry, {})
        assert sentence.endswith(".") and "%" not in sentence
    with override("en"):
        english = told(entry, {})
    assert english != sentence


def newest() -> tuple[Entry, str]:
    entry = Entry.objects.latest("seq")
    return entry, told(entry, names_in([entry]))


@pytest.mark.django_db
def test_people_and_organisations_by_name():
    row = kept()
    Participant.objects.filter(alliance=row).update(name="Aalto")
    asked(row, "college")
    assert newest()[1] == "Anna invited Aalto."
    erase(by=person("Anna"), at=AT)
    entry = Entry.objects.get(deed="alliances.invite")
    assert told(entry, names_in([entry])) == "A former member invited Aalto."


@pytest.mark.django_db
def test_an_organisation_without_a_name():
    asked(kept(), "college")
    assert newest()[1] == "Anna invited an organisation without a name."


@pytest.mark.django_db
def test_who_has_no_account():
    row = kept()
    decline(token=asked(row, "college"), reason="", by=None, at=AT)
    assert newest()[1] == "Somebody without an account declined for an organisation without a name."
    record(deed="people.load_demo", about="demo", by=None, at=AT)
    assert newest()[1] == "People to try things out with were loaded."


@pytest.mark.django_db
def test_a_refusal_says_why():
    row = kept()
    put_on_record(CannotDissolve("dissolved"), deed="alliances.dissolve", about=row.story, by=person("Anna").pk, at=AT)
    assert newest()[1].startswith("Refused: “Anna dissolved the alliance.” This alliance has been dissolved.")


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_names_cost_the_same_for_more_entries(number: int, django_assert_num_queries: Any) -> None:
    row = kept()
    Participant.objects.filter(alliance=row).update(name="Aalto")
    for key in ("college", "works", "lab")[:number]:
        asked(row, key)
    entries = list(Entry.objects.all())
    with django_assert_num_queries(3):  # alliances, participants, people
        names = names_in(entries)
    assert len(names) == 1 + number  # Anna, and the participants; the alliance has no name


@pytest.mark.django_db
def test_a_deed_that_nobody_has_worded_is_still_told():
    entry = Entry(seq=1, at=AT, by=None, deed="alliances.brand_new", about="alliance:1", within="alliance:1")
    assert told(entry, {}) == "Samverk: alliances.brand_new"


def test_the_participant_of_a_mandate_is_named():
    entry = Entry(seq=1, at=AT, by=None, deed="alliances.ask_mandate", about="mandate:1", within="alliance:1")
    assert told(entry, {"mandate:1": "Aalto"}) == "Samverk asked for the mandate of Aalto."
