"""Two rows become one: whoever asks for the other gets the one that stays, and nothing is lost."""

import threading
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.portal.organisations.build import CHARTER, an_organisation, membership, outcome, people, registered

from samverk.portal.ledger.models import Entry
from samverk.portal.organisations.actions.add_offer import add_offer
from samverk.portal.organisations.actions.answer_membership import answer_membership
from samverk.portal.organisations.actions.declare_organisation_control import declare_organisation_control
from samverk.portal.organisations.actions.describe_organisation import describe_organisation
from samverk.portal.organisations.actions.entry import Entry as Listed
from samverk.portal.organisations.actions.merge_organisations import merge_organisations
from samverk.portal.organisations.actions.verify_organisation import verify_organisation
from samverk.portal.organisations.models import (
    Charter,
    Control,
    Membership,
    Offer,
    Organisation,
    OrganisationName,
    Source,
    Verification,
)
from samverk.portal.organisations.queries import (
    by_key,
    controls_between,
    known,
    legal_representatives,
    listed,
    organisation,
    suggest,
)
from samverk.portal.people.models import Person

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def merged(kept: Organisation, other: Organisation, by: Person) -> Organisation:
    return merge_organisations(kept_id=kept.pk, merged_id=other.pk, by=by, at=AT)


def test_what_stood_with_the_other_stands_with_the_one_that_stays():
    persons = people()
    registered(Listed(1, "Lund University", "SE", pic="999901318", city="Lund"))
    registered(Listed(2, "Universitas Lundensis", "SE", ror="012a77v79", names=(("LU", ""),), charters=CHARTER))
    kept, other = Organisation.objects.order_by("pk")
    membership(other, persons["member"])
    add_offer(organisation_id=other.pk, kind="wish", texts={"en": "A partner"}, by=persons["member"], at=AT)
    merged(kept, other, persons["officer"])
    found = organisation(other.pk)
    assert found == kept and (found.pic, found.ror, found.city) == ("999901318", "012a77v79", "Lund")
    assert {(name.text, name.kind, name.valid_until) for name in found.names.all()} == {
        ("LU", "alias", None), ("Universitas Lundensis", "merged", AT.date())
    }  # fmt: skip
    assert [charter.valid_from for charter in found.charters.all()] == [date(2021, 1, 1)]
    assert Membership.objects.get().organisation == Offer.objects.get().organisation == kept
    assert [one.id for one in suggest("universitas")] == [kept.pk]
    assert list(listed().rows) == [kept]
    assert set(by_key(["pic-999901318", "ror-012a77v79"]).values()) == {kept}
    told = Entry.objects.order_by("-seq").values_list("deed", "about", "by", "facts").first()
    assert told[:3] == ("organisations.merge_organisations", f"organisation:{kept.pk}", persons["officer"].pk)


def test_a_number_of_the_other_leads_to_the_one_that_stays():
    persons = people()
    kept, other = an_organisation(pic="999901318"), an_organisation("LU", pic="900000001")
    membership(other, persons["member"], kind="legal_representative")
    merged(kept, other, persons["officer"])
    assert by_key(["pic-900000001", "pic-999901318"]) == {"pic-900000001": kept, "pic-999901318": kept}
    assert legal_representatives(other.pk) == [persons["member"]]


@pytest.mark.parametrize(
    ("ours", "theirs", "left"),
    [
        (("active", "editor"), ("active", "legal_representative"), ("active", "legal_representative")),
        (("active", "editor"), ("requested", "legal_representative"), ("active", "editor")),
        (("requested", "editor"), ("active", "editor"), ("active", "editor")),
        (("requested", "editor"), ("requested", "editor"), ("requested", "editor")),
        (("ended", "editor"), ("active", "editor"), ("active", "editor")),
    ],
    ids="-".join,
)
def test_whoever_is_in_both_is_in_it_once(
    ours: tuple[str, str], theirs: tuple[str, str], left: tuple[str, str]
) -> None:
    persons = people()
    kept, other = an_organisation(), an_organisation("LU")
    for house, (state, kind) in ((kept, ours), (other, theirs)):
        membership(house, persons["member"], state, kind)
    merged(kept, other, persons["officer"])
    rows = Membership.objects.filter(organisation=kept, person=persons["member"])
    assert rows.count() == 2
    assert list(rows.filter(state__in=["active", "requested"]).values_list("state", "kind")) == [left]


def test_links_follow_end_between_the_two_and_are_there_once():
    persons = people()
    kept, other, third = an_organisation(), an_organisation("LU"), an_organisation("Third")
    for ends in ((kept, other), (kept, third), (other, third), (third, other)):
        declare_organisation_control(controller_id=ends[0].pk, controlled_id=ends[1].pk, by=persons["officer"], at=AT)
    merged(kept, other, persons["officer"])
    assert set(Control.objects.standing().values_list("controller", "controlled")) == {
        (kept.pk, third.pk), (third.pk, kept.pk)
    }  # fmt: skip
    assert Control.objects.count() == 4
    assert controls_between([kept.pk, other.pk, third.pk]) == [
        (kept.pk, other.pk), (kept.pk, third.pk), (other.pk, third.pk), (third.pk, kept.pk), (third.pk, other.pk)
    ]  # fmt: skip


def test_the_longer_of_two_charters_holds():
    persons = people()
    kept, other = an_organisation(), an_organisation("LU")
    for house, until in ((kept, date(2024, 12, 31)), (other, date(2029, 12, 31))):
        Charter.objects.create(
            organisation=house,
            valid_from=date(2021, 1, 1),
            valid_until=until,
            source=Source.ECHE,
            last_listed=date(2026, 1, 1),
        )
    merged(kept, other, persons["officer"])
    assert [charter.valid_until for charter in kept.charters.all()] == [date(2029, 12, 31)]


def test_that_the_other_was_verified_says_nothing_of_the_one_that_stays():
    persons = people()
    kept, other = an_organisation(), an_organisation("LU")
    verify_organisation(organisation_id=other.pk, by=persons["officer"], at=AT)
    merged(kept, other, persons["manager"])
    assert list(Verification.objects.values_list("organisation", "reason")) == [(other.pk, "merged")]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("officer", "done"), ("manager", "done"), ("editor", "not_officer"), ("signatory", "not_officer"),
        ("elsewhere", "not_officer"), ("finance", "not_officer"), ("auditor", "not_officer"),
        ("stranger", "not_officer"),
    ],
)  # fmt: skip
def test_who_merges(who: str, said: str) -> None:
    persons = people()
    kept, other = an_organisation(), an_organisation("LU")
    for house in (kept, other):
        membership(house, persons["editor"])
        membership(house, persons["signatory"], kind="legal_representative")
    assert outcome(merge_organisations, kept_id=kept.pk, merged_id=other.pk, by=persons[who], at=AT) == said
    assert (known(other.pk) == kept) == (said == "done")
    assert Entry.objects.count() == (said == "done")


def test_what_cannot_be_merged():
    officer = people()["officer"]
    a, b, c = (an_organisation(name) for name in "abc")
    merged(a, b, officer)
    tried = [(a, a), (a, b), (b, a), (b, c), (c, b)]
    said = [outcome(merge_organisations, kept_id=x.pk, merged_id=y.pk, by=officer, at=AT) for x, y in tried]
    assert said == ["same_one", *["already_merged"] * 4]
    assert outcome(merge_organisations, kept_id=a.pk, merged_id=0, by=officer, at=AT) == "not_found"


def test_lists_bring_the_one_that_stays_up_to_date():
    officer = people()["officer"]
    registered(Listed(1, "Lund University", "SE", pic="999901318"))
    registered(Listed(1, "Lund School", "SE", pic="900000001"))
    kept, other = Organisation.objects.order_by("pk")
    merged(kept, other, officer)
    both = [Listed(1, "Lund University", "SE", pic="999901318"), Listed(2, "Lund School", "SE", pic="900000001")]
    report = registered(*both, release=date(2026, 6, 1))
    assert [(one.row, one.reason) for one in report.skipped] == [(2, "merged")]
    report = registered(Listed(1, "The School", "SE", pic="900000001", city="Lund"), release=date(2026, 7, 1))
    assert (report.created, report.updated) == (0, 1)
    assert organisation(other.pk).city == "Lund" and Organisation.objects.count() == 2


class WhateverIsMerged(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(st.permutations(range(5)), st.lists(st.booleans(), min_size=4, max_size=4))
    def test_one_row_lives_and_nothing_is_lost(self, order: list[int], turns: list[bool]) -> None:
        """Whatever two are merged, the one or the other way round, until one is left."""
        persons = people()
        rows = [an_organisation(f"House {number}", city=f"Town {number}") for number in range(5)]
        for number, row in enumerate(rows):
            OrganisationName.objects.create(organisation=row, text=f"H{number % 3}")
            since = date(2021 + number % 3, 1, 1)
            Charter.objects.create(organisation=row, valid_from=since, source=Source.DEMO, last_listed=since)
            membership(row, persons[("member", "stranger", "elsewhere")[number % 3]])
        left = [rows[number] for number in order]
        for turn in turns:
            one, other = (left.pop(), left.pop()) if turn else reversed((left.pop(), left.pop()))
            merged(one, other, persons["officer"])
            left.insert(0, one)
        [living] = Organisation.objects.living()
        assert {known(row.pk) for row in rows} == {living} == set(left)
        assert {name.text for name in living.names.all()} | {living.name} == {
            *(row.name for row in rows), "H0", "H1", "H2"
        }  # fmt: skip
        assert {charter.valid_from.year for charter in living.charters.all()} == {2021, 2022, 2023}
        assert Membership.objects.filter(organisation=living).count() == 5
        acting = Membership.objects.active().filter(organisation=living).values_list("person__name", flat=True)
        assert sorted(acting) == ["Elsewhere", "Member", "Stranger"]


def at_once(*deeds) -> list[str]:
    """What each deed came to, all begun at the same time."""
    said, start = [""] * len(deeds), threading.Barrier(len(deeds))

    def run(place: int) -> None:
        try:
            start.wait()
            said[place] = outcome(deeds[place])
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[place]) for place in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return said


@pytest.mark.django_db(transaction=True)
def test_of_two_that_are_merged_into_each_other_at_once_one_lives():
    officer = people()["officer"]
    a, b = an_organisation("a"), an_organisation("b")
    said = at_once(lambda: merged(a, b, officer), lambda: merged(b, a, officer))
    assert sorted(said) == ["already_merged", "done"]
    assert Organisation.objects.living().count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_chain_that_is_merged_at_once_leads_to_a_living_row():
    officer = people()["officer"]
    a, b, c = (an_organisation(name) for name in "abc")
    said = at_once(lambda: merged(b, a, officer), lambda: merged(c, b, officer))
    assert sorted(said) in (["already_merged", "done"], ["done", "done"])
    assert known(b.pk) == c and known(a.pk) in ({c} if said == ["done", "done"] else {a})


@pytest.mark.django_db(transaction=True)
def test_nothing_said_while_merging_is_lost():
    persons = people()
    kept, other = an_organisation(), an_organisation("LU")
    membership(other, persons["member"])
    version = other.version
    said = at_once(
        lambda: merged(kept, other, persons["officer"]),
        lambda: describe_organisation(
            organisation_id=other.pk, version=version, changes={"description_en": "Ours"}, by=persons["member"], at=AT
        ),
        lambda: add_offer(organisation_id=other.pk, kind="wish", texts={"en": "X"}, by=persons["member"], at=AT),
    )
    assert said[0] == said[2] == "done"
    assert Offer.objects.get().organisation == kept
    kept.refresh_from_db()
    assert (said[1], kept.description_en) in {("done", "Ours"), ("changed_meanwhile", "")}


@pytest.mark.django_db(transaction=True)
def test_who_is_answered_while_merging_acts_for_the_one_that_stays_once():
    persons = people()
    kept, other = an_organisation(), an_organisation("LU")
    membership(kept, persons["applicant"])
    row = membership(other, persons["applicant"], "requested")
    said = at_once(
        lambda: merged(kept, other, persons["officer"]),
        lambda: answer_membership(membership=row.pk, approve=True, by=persons["manager"], at=AT),
    )
    row.refresh_from_db()
    assert (*said, row.state) in {
        ("done", "done", "ended"),
        ("done", "wrong_state", "withdrawn"),
        ("done", "changed_meanwhile", "withdrawn"),
        ("changed_meanwhile", "done", "active"),
    }
    assert Membership.objects.active().filter(organisation=kept, person=persons["applicant"]).count() == 1


@pytest.mark.django_db(transaction=True)
def test_links_declared_while_merging_are_none_of_the_row_that_is_gone():
    officer = people()["officer"]
    kept, other, third = an_organisation(), an_organisation("LU"), an_organisation("Third")
    said = at_once(
        lambda: merged(kept, other, officer),
        lambda: declare_organisation_control(controller_id=other.pk, controlled_id=third.pk, by=officer, at=AT),
        lambda: declare_organisation_control(controller_id=third.pk, controlled_id=other.pk, by=officer, at=AT),
    )
    assert said == ["done"] * 3
    assert set(Control.objects.standing().values_list("controller", "controlled")) == {
        (kept.pk, third.pk), (third.pk, kept.pk)
    }  # fmt: skip
