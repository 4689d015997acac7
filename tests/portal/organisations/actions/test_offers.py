"""What an organisation offers and wishes, until a day or until it is taken down."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.portal.organisations.build import an_organisation, membership, outcome, people

from samverk.portal.ledger.models import Entry
from samverk.portal.organisations.actions.add_offer import MOST, add_offer
from samverk.portal.organisations.actions.end_offer import end_offer
from samverk.portal.organisations.models import Offer, Organisation
from samverk.portal.organisations.queries import offers
from samverk.portal.people.models import Person

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> Organisation:
    return an_organisation()


@pytest.fixture
def editor(house) -> Person:
    person = people()["editor"]
    membership(house, person)
    return person


def added(house: Organisation, by: Person, **given: object) -> str:
    said = {"kind": "offer", "texts": {"en": "A course"}} | given
    return outcome(add_offer, organisation_id=house.pk, **said, by=by, at=AT)


def test_what_stands_on_a_day(house, editor):
    given = {"organisation_id": house.pk, "by": editor, "at": AT}
    wish = add_offer(**given, kind="wish", texts={"sv": "En partner"}, themes=["0714", "071"], until=AT.date())
    offer = add_offer(**given, kind="offer", texts={"sv": " En kurs ", "en": "A course"})
    assert offers(house, AT) == [offer, wish]
    assert offers(house, AT + timedelta(days=1)) == [offer]
    assert (wish.themes, wish.text("en"), offer.text("sv"), offer.text("en")) == (
        ["071", "0714"], "En partner", "En kurs", "A course"
    )  # fmt: skip
    end_offer(offer_id=offer.pk, by=editor, at=AT)
    assert offers(house, AT) == [wish]
    told = Entry.objects.order_by("seq").values_list("deed", "about", "within")
    assert [deed for deed, *_ in told] == [
        "organisations.add_offer", "organisations.add_offer", "organisations.end_offer"
    ]  # fmt: skip
    assert {what for _, *both in told for what in both} == {house.about}
    assert "kurs" not in str([entry.told for entry in Entry.objects.all()])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kind": "gift"}, "offer_or_wish"),
        ({"texts": {"en": " ", "sv": ""}}, "empty"),
        ({"texts": {"en": "x" * 1001}}, "too_long"),
        ({"texts": {"en": "a\x00b"}}, "not_a_fact"),
        ({"texts": {"en": 7}}, "not_a_fact"),
        ({"themes": ["x"]}, "not_a_fact"),
        ({"until": date(2026, 11, 23)}, "day_over"),
        ({"until": date(2026, 11, 24)}, "done"),
    ],
    ids=str,
)
def test_what_can_be_offered(house, editor, given, said):
    assert added(house, editor, **given) == said


def test_there_is_room_for_so_many(house, editor):
    Offer.objects.bulk_create(
        Offer(organisation=house, kind="wish", text_en="X", made_at=AT, made_by=editor) for _ in range(MOST)
    )
    assert added(house, editor) == "too_many_offers"
    end_offer(offer_id=Offer.objects.first().pk, by=editor, at=AT)
    assert added(house, editor) == "done"


def test_no_such_offer(editor):
    assert outcome(end_offer, offer_id="01930000-0000-7000-8000-000000000000", by=editor, at=AT) == "not_found"


@pytest.mark.parametrize("number", [1, 3])
def test_offers_are_one_query(house, editor, number, django_assert_num_queries):
    for _ in range(number):
        added(house, editor)
    with django_assert_num_queries(1):
        assert len(offers(house, AT)) == number
