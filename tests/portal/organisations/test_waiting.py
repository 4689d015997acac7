"""Which requests only the agency can answer."""

import pytest
from tests.portal.organisations.build import an_organisation, membership, people

from samverk.portal.organisations.queries import requests_left, requests_left_page, those_who_answer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", ["editor", "legal_representative"])
@pytest.mark.parametrize(
    ("member", "erased"),
    [("", False), ("editor", False), ("legal_representative", False), ("legal_representative", True)],
    ids=["nobody", "editor", "signatory", "erased"],
)
def test_what_no_member_can_answer(member: str, erased: bool, kind: str) -> None:
    house, persons = an_organisation(), people()
    if member:
        membership(house, persons["member"], kind=member)
    if erased:
        persons["member"].is_active = False
        persons["member"].save()
    asked = membership(house, persons["applicant"], "requested", kind)
    answers = not erased and (member == "legal_representative" or (member == kind == "editor"))
    assert list(requests_left()) == ([] if answers else [asked])
    agency = {persons["officer"].pk, persons["manager"].pk}
    assert those_who_answer(asked) == ({persons["member"].pk} if answers else agency)


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_of_them_is_one_query(number: int, django_assert_num_queries) -> None:
    applicant = people()["applicant"]
    for name in "abc"[:number]:
        membership(an_organisation(name), applicant, "requested")
    with django_assert_num_queries(1):
        assert {row.person.name + row.organisation.name for row in requests_left_page().rows} == {
            f"Applicant{name}" for name in "abc"[:number]
        }
