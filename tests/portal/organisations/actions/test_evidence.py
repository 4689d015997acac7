"""Files of evidence: for those who act for the organisation and the agency, and to nobody else they exist."""

from datetime import UTC, datetime

import pytest
from tests.portal.organisations.build import an_organisation, membership, outcome, people

from samverk.portal.documents.queries import content
from samverk.portal.foundation.decision import NotFound
from samverk.portal.ledger.models import Entry
from samverk.portal.organisations.actions.add_evidence import MOST, add_evidence
from samverk.portal.organisations.actions.remove_evidence import remove_evidence
from samverk.portal.organisations.queries import evidence, evidence_seen

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PDF = b"%PDF-1.7 secret statutes %%EOF"
pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    house, persons = an_organisation(), people()
    membership(house, persons["editor"])
    membership(house, persons["applicant"], "requested")
    membership(an_organisation("Elsewhere"), persons["elsewhere"], kind="legal_representative")
    return house, persons


def added(house, by, **given):
    said = {"content": PDF, "name": "secret-statutes.pdf", "purpose": "statutes"} | given
    return outcome(add_evidence, organisation_id=house.pk, **said, by=by, at=AT)


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("editor", True), ("officer", True), ("manager", True), ("finance", True), ("auditor", True),
        ("elsewhere", False), ("applicant", False), ("stranger", False),
    ],
)  # fmt: skip
def test_who_sees_it(world, who, sees):
    house, persons = world
    assert added(house, persons["editor"]) == "done"
    [row] = evidence(house, persons["editor"])
    assert content(row.document) == PDF
    if sees:
        assert evidence(house, persons[who]) == [row] and evidence_seen(row.pk, persons[who]) == row
        return
    with pytest.raises(NotFound):
        evidence(house, persons[who])
    with pytest.raises(NotFound):
        evidence_seen(row.pk, persons[who])


def test_the_ledger_holds_no_name_of_a_file(world):
    house, persons = world
    added(house, persons["editor"])
    [entry] = Entry.objects.all()
    assert set(entry.told) == {"evidence", "purpose", "sha256"} and "secret" not in str(entry.told)


def test_what_is_taken_away_is_nobodys(world):
    house, persons = world
    added(house, persons["editor"])
    [row] = evidence(house, persons["editor"])
    remove_evidence(evidence_id=row.pk, by=persons["editor"], at=AT)
    for who in ("editor", "officer"):
        assert evidence(house, persons[who]) == []
        with pytest.raises(NotFound):
            evidence_seen(row.pk, persons[who])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"purpose": "gossip"}, "no_such_purpose"),
        ({"content": b""}, "empty_file"),
        ({"content": b"MZ executable", "name": "x.pdf"}, "wrong_type"),
    ],
    ids=["purpose", "empty", "type"],
)
def test_what_is_not_kept(world, given, said):
    house, persons = world
    assert added(house, persons["editor"], **given) == said
    assert evidence(house, persons["editor"]) == [] and not Entry.objects.exists()


def test_there_is_room_for_so_many(world, monkeypatch):
    house, persons = world
    monkeypatch.setattr("samverk.portal.organisations.actions.add_evidence.MOST", 1)
    assert [added(house, persons["editor"]) for _ in range(2)] == ["done", "too_many_files"]
    assert MOST == 50


@pytest.mark.parametrize("number", [1, 3])
def test_files_are_two_queries(world, number, django_assert_num_queries):
    house, persons = world
    for _ in range(number):
        added(house, persons["editor"])
    with django_assert_num_queries(2):  # whether the person is a member, and the files with who added them
        assert {row.added_by.name + row.document.name for row in evidence(house, persons["editor"])} == {
            "Editorsecret-statutes.pdf"
        }
