"""A request to act for an organisation, taken back by who asked and nobody else."""

import pytest
from tests.portal.alliances.build import person
from tests.portal.api.client import Program
from tests.portal.organisations.build import an_organisation, membership

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("name", "status"), [("Anna", 200), ("Bengt", 404), ("Carla", 404)])
def test_who_may_take_a_request_back(name, status):
    asked = membership(an_organisation(), person("Anna"), state="requested")
    assert Program(person(name))("POST", f"/memberships/{asked.pk}/withdraw").status_code == status
    asked.refresh_from_db()
    assert asked.state == ("withdrawn" if status == 200 else "requested")


def test_what_is_taken_back_is_refused_and_asked_anew():
    uni = an_organisation()
    asked = membership(uni, person("Anna"), state="requested")
    anna = Program(person("Anna"))
    assert anna("POST", f"/memberships/{asked.pk}/withdraw").json()["state"] == "withdrawn"
    again = anna("POST", f"/memberships/{asked.pk}/withdraw")
    assert (again.status_code, again.json()["reason"]) == (422, "wrong_state")
    assert anna("POST", f"/organisations/{uni.pk}/memberships", {"kind": "editor"}).status_code == 201


def test_a_key_that_only_reads_takes_nothing_back():
    asked = membership(an_organisation(), person("Anna"), state="requested")
    answer = Program(person("Anna"), "organisations:read")("POST", f"/memberships/{asked.pk}/withdraw")
    assert (answer.status_code, answer.json()["code"]) == (403, "no_scope")
