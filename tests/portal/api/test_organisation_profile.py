"""What an organisation says of itself, by program: members change it, everybody with a key reads it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from ninja import Schema
from tests.portal.alliances.build import person
from tests.portal.api.client import Program
from tests.portal.organisations.build import an_organisation, membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def uni():
    made = an_organisation()
    membership(made, person("Anna"))
    membership(an_organisation("Aalto University", country="FI"), person("Bengt"))
    return made


def profile(uni) -> str:
    return f"/organisations/{uni.pk}/profile"


@pytest.mark.parametrize(("name", "status"), [("Anna", 200), ("Bengt", 404), ("Carla", 404)])
def test_who_may_say_what_it_does(uni, name, status):
    program = Program(person(name))
    read = program("GET", profile(uni))
    said = {"description_en": "We spin.", "fields": ["0723"], "sectors": ["C", "13"]}
    answer = program("PATCH", profile(uni), said, If_Match=read["ETag"])
    assert (read.status_code, answer.status_code) == (200, status)
    uni.refresh_from_db()
    assert (uni.description_en == "We spin.") is (status == 200)


def test_a_version_must_be_named_and_must_be_the_newest(uni):
    anna = Program(person("Anna"))
    tag = anna("GET", profile(uni))["ETag"]
    assert anna("PATCH", profile(uni), {"city": "Lund"}).status_code == 428
    assert anna("PATCH", profile(uni), {"city": "Lund"}, If_Match=tag).status_code == 200
    stale = anna("PATCH", profile(uni), {"city": "Malmö"}, If_Match=tag)
    assert (stale.status_code, stale.json()["current"]["city"]) == (412, "Lund")


def test_a_new_name_keeps_the_old_one(uni):
    anna = Program(person("Anna"))
    tag = anna("GET", profile(uni))["ETag"]
    given = {"name": "University of Lund", "since": str(timezone.localdate() - timedelta(days=1))}
    answer = anna("POST", f"/organisations/{uni.pk}/rename", given, If_Match=tag)
    assert [one["text"] for one in answer.json()["names"]] == ["University of Lund", "Lund University"]


@pytest.mark.parametrize(("name", "status"), [("Anna", 201), ("Bengt", 404), ("Carla", 404)])
def test_who_may_offer_and_take_it_down(uni, name, status):
    program, anna = Program(person(name)), Program(person("Anna"))
    given = {"kind": "offer", "text_en": "A weaving lab"}
    assert program("POST", f"/organisations/{uni.pk}/offers", given).status_code == status
    made = anna("POST", f"/organisations/{uni.pk}/offers", given | {"text_en": "A dye works"}).json()
    gone = program("DELETE", f"/organisations/{uni.pk}/offers/{made['id']}")
    assert gone.status_code == (204 if status == 201 else 404)
    texts = [one["text_en"] for one in Program(person("Carla"))("GET", f"/organisations/{uni.pk}/offers").json()]
    assert texts == (["A weaving lab"] if status == 201 else ["A dye works"])


def test_an_offer_of_another_organisation_is_not_there(uni):
    other = an_organisation("Tampere University", country="FI")
    membership(other, person("Anna"))
    anna = Program(person("Anna"))
    made = anna("POST", f"/organisations/{other.pk}/offers", {"kind": "wish", "text_en": "Looms"}).json()
    assert anna("DELETE", f"/organisations/{uni.pk}/offers/{made['id']}").status_code == 404


@pytest.mark.parametrize("end", ["controls", "controlled_by"])
def test_a_link_is_declared_once_and_retracted(uni, end):
    lab = an_organisation("Lab")
    anna, address = Program(person("Anna")), f"/organisations/{uni.pk}/controls"
    assert anna("POST", address, {end: lab.pk}).status_code == 201
    again = anna("POST", address, {end: lab.pk})
    assert (again.status_code, again.json()["reason"]) == (422, "already_declared")
    assert len(anna("GET", address).json()) == 1
    assert anna("POST", f"{address}/retract", {end: lab.pk}).status_code == 204
    assert anna("GET", address).json() == []
    assert anna("POST", address, {}).status_code == 404


def test_whoever_is_no_member_links_nothing(uni):
    lab = an_organisation("Lab")
    answer = Program(person("Bengt"))("POST", f"/organisations/{uni.pk}/controls", {"controls": lab.pk})
    assert answer.status_code == 404


def test_one_that_is_missing_is_registered_after_a_look_at_the_likely_ones(uni):
    carla = Program(person("Carla"))
    given = {"name": "Weavers of Borås", "country": "SE", "acting_as": "editor"}
    assert carla("POST", "/organisations", given).status_code == 201
    twin = carla("POST", "/organisations", given)
    assert (twin.status_code, twin.json()["reason"]) == (422, "likely_twin")
    assert carla("POST", "/organisations", given | {"not_a_twin": True}).status_code == 201


def test_a_key_that_only_reads_changes_nothing(uni):
    reader = Program(person("Anna"), "organisations:read")
    tag = reader("GET", profile(uni))["ETag"]
    assert reader("PATCH", profile(uni), {"city": "Lund"}, If_Match=tag).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_lists_cost_the_same_however_long(uni, number, django_assert_num_queries):
    anna = Program(person("Anna"))
    for n in range(number):
        anna("POST", f"/organisations/{uni.pk}/offers", {"kind": "offer", "text_en": f"Offer {n}"})
        anna("POST", f"/organisations/{uni.pk}/controls", {"controls": an_organisation(f"Lab {n}").pk})
    for what in ("offers", "controls"):
        with django_assert_num_queries(3):
            assert len(anna("GET", f"/organisations/{uni.pk}/{what}").json()) == number


def test_no_two_schemas_share_a_name():
    """The document would describe the one by the other."""
    kinds = [kind for kind in _below(Schema) if kind.__module__.startswith("samverk.portal.api.")]
    names = [kind.__name__ for kind in kinds]
    assert sorted(names) == sorted(set(names))


def _below(kind: type) -> set[type]:
    return {each for sub in kind.__subclasses__() for each in (sub, *_below(sub))}
