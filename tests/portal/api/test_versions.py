"""Versions: nobody overwrites what they have not read, and what is known is not sent again."""

import pytest
from tests.portal.alliances.build import kept, part, person, with_bengt
from tests.portal.api.client import Program
from tests.scheme.build import alliance as smallest

from samverk.portal.alliances.models import Alliance

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> Program:
    return Program(person("Anna"))


def test_a_change_on_what_was_read_is_saved(anna):
    at = f"/alliances/{kept().pk}"
    read = anna("GET", at)
    saved = anna("PATCH", at, {"title": "Better", "aims": None}, If_Match=read["ETag"])
    assert (saved.status_code, saved.json()["title"], saved.json()["version"]) == (200, "Better", 2)
    assert saved["ETag"] == anna("GET", at)["ETag"] != read["ETag"]


def test_a_change_on_what_was_never_read_is_asked_to_say_so(anna):
    at = f"/alliances/{kept().pk}"
    answer = anna("PATCH", at, {"title": "Blind"})
    assert (answer.status_code, answer.json()["code"]) == (428, "no_version")
    assert Alliance.objects.get().title != "Blind"


@pytest.mark.parametrize(
    "tag", ["*", "1", '"1"', '"7.0123456789abcdef"', 'W/"0.0123456789abcdef"', "\ufeff", '"' * 999]
)
def test_a_change_on_what_is_no_more_is_told_how_it_is_now(anna, tag):
    at = f"/alliances/{kept().pk}"
    answer = anna("PATCH", at, {"title": "Late"}, If_Match=tag)
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (412, "changed_meanwhile")
    assert problem["current"] == anna("GET", at).json()
    assert Alliance.objects.get().version == 1


def test_two_who_read_the_same_do_not_overwrite_each_other(anna):
    alliance = with_bengt()
    at = f"/alliances/{alliance.pk}/participants/{part(alliance, 'college').pk}"
    bengt = Program(person("Bengt"))
    tag = anna("GET", at)["ETag"]
    first = bengt("PATCH", at, {"benefit": "Students who stay"}, If_Match=tag)
    second = anna("PATCH", at, {"benefit": "More staff"}, If_Match=tag)
    assert (first.status_code, second.status_code) == (200, 412)
    assert second.json()["current"]["benefit"] == "Students who stay"
    again = anna("PATCH", at, {"benefit": "Both"}, If_Match=first["ETag"])
    assert again.json()["benefit"] == "Both"


def test_what_is_packed_on_the_way_can_be_changed_too(anna):
    at = f"/alliances/{kept().pk}"
    tag = anna("GET", at, Accept_Encoding="gzip")["ETag"]
    assert tag.startswith("W/")
    assert anna("PATCH", at, {"title": "Packed"}, If_Match=tag).status_code == 200


def test_what_is_known_is_not_sent_again(anna):
    at = f"/alliances/{kept().pk}"
    tag = anna("GET", at)["ETag"]
    same = anna("GET", at, If_None_Match=f'"other", W/{tag}')
    assert (same.status_code, same.content, same["ETag"]) == (304, b"", tag)
    anna("POST", f"{at}/dissolve")  # changes no version, but what is told
    assert anna("GET", at, If_None_Match=tag).status_code == 200


def test_the_same_post_sent_again_keeps_one_alliance(anna):
    sent = {"case": smallest().model_dump(mode="json", exclude_none=True), "own": "uni"}
    first, second = (anna("POST", "/alliances", sent, Idempotency_Key="6f2c") for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json()["id"] == second.json()["id"]
    assert anna("POST", "/alliances", sent).json()["id"] != first.json()["id"]
    assert Alliance.objects.count() == 2


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_costs_the_same_with_one_and_with_three(anna, how_many, django_assert_num_queries):
    for _ in range(how_many):
        kept()
    anna("GET", "/me")  # notes that the key is used
    with django_assert_num_queries(2):
        assert len(anna("GET", "/alliances").json()["items"]) == how_many


def test_pages_follow_each_other_by_their_links(anna):
    made = {str(kept().pk) for _ in range(51)}
    first = anna("GET", "/alliances")
    following = first.json()["next"]
    assert first["Link"] == f'<{following}>; rel="next"'
    second = anna("GET", following.removeprefix("/api/v1"))
    assert {one["id"] for page in (first, second) for one in page.json()["items"]} == made
    assert (second.json()["next"], "Link" in second) == (None, False)
