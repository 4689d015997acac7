"""The list of organisations and what is told of one."""

from datetime import date

import pytest
from django.test import Client
from tests.portal.organisations.build import NOW, an_organisation, registered

from samverk.portal.organisations.actions.entry import Entry
from samverk.portal.organisations.models import Charter, Control, Offer, OrganisationName, Source
from samverk.portal.people.models import Person
from samverk.portal.web.public.views.organisation import web_address

pytestmark = pytest.mark.django_db
LIST = "/en/organisations/"


def row(text: str) -> int:
    return text.count('<th scope="row">')


@pytest.mark.parametrize("number", [1, 3])
def test_two_queries_however_many(client: Client, django_assert_num_queries, number: int) -> None:
    for one in range(number):
        an_organisation(f"House {one}")
    with django_assert_num_queries(2):
        assert row(client.get(LIST).text) == number


@pytest.mark.parametrize("number", [1, 3])
def test_a_search_takes_four(client: Client, django_assert_num_queries, number: int) -> None:
    registered(*(Entry(one, f"House {one}", "SE", "Lund") for one in range(number)))
    with django_assert_num_queries(4):
        assert row(client.get(f"{LIST}?q=hou").text) == number


@pytest.mark.parametrize("number", [1, 3])
def test_one_organisation_takes_six(client: Client, django_assert_num_queries, number: int) -> None:
    house, somebody = an_organisation(), Person.objects.create_user("somebody@example.org")
    for one in range(number):
        OrganisationName.objects.create(organisation=house, text=f"Name {one}")
        since = date(2021 + one, 1, 1)
        Charter.objects.create(organisation=house, valid_from=since, source=Source.ECHE, last_listed=since)
        Offer.objects.create(
            organisation=house, kind="offer", text_en="x", made_at=NOW, made_by=somebody, themes=["01"]
        )
        other = an_organisation(f"Owner {one}")
        Control.objects.create(controller=other, controlled=house, declared_by=somebody, since=NOW)
    with django_assert_num_queries(6):
        client.get(f"{LIST}{house.pk}/")


def test_the_next_page_goes_on_among_equal_names(client: Client) -> None:
    rows = [an_organisation("The same") for _ in range(53)]
    first = client.get(LIST)
    assert (len(first.context["lines"]), row(first.text)) == (50, 50)
    second = client.get(f"{LIST}?{first.context['next']}")
    told = [line.id for answer in (first, second) for line in answer.context["lines"]]
    assert told == [one.pk for one in rows]
    assert "Next page" in first.text and "Next page" not in second.text


def test_of_one_country(client: Client) -> None:
    an_organisation("Lund")
    an_organisation("Oslo", country="NO")
    assert [line.name for line in client.get(f"{LIST}?country=NO").context["lines"]] == ["Oslo"]


def test_searched_in_one_country(client: Client) -> None:
    registered(Entry(1, "North House", "SE", "Lund"), Entry(2, "North Hall", "NO", "Oslo"))
    assert [line.name for line in client.get(f"{LIST}?q=north&country=NO").context["lines"]] == ["North Hall"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("?q=a", "Write at least two letters."),
        ("?q=nothing", "No organisation was found."),
        ("", "No organisation was"),
    ],
)
def test_nothing_to_show(client: Client, asked: str, said: str) -> None:
    assert said in client.get(LIST + asked).text


@pytest.mark.parametrize(
    "address",
    [f"{LIST}?after=made-up", f"{LIST}7/", f"{LIST}{10**30}/", f"{LIST}-1/"],
    ids=["bad mark", "unknown", "no number of a row", "negative"],
)
def test_not_there(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("lang", "heading", "charter", "name"),
    [
        ("en", "Other names", "1 January 2021 – 31 December 2029", "(Swedish)"),
        ("sv", "Andra namn", "1 januari 2021 – 31 december 2029", "(svenska)"),
    ],
)
def test_everything_that_is_known(client: Client, lang: str, heading: str, charter: str, name: str) -> None:
    facts = {"city": "Lund", "kind": "hei", "pic": "999901318", "oid": "E10209141", "ror": "012a77v79"}
    house = an_organisation(**facts, erasmus_code="S  LUND01", website="www.lu.se")
    OrganisationName.objects.create(organisation=house, text="Lunds universitet", language="sv")
    Charter.objects.create(
        organisation=house, valid_from=date(2021, 1, 1), valid_until=date(2029, 12, 31), source=Source.ECHE,
        last_listed=date(2026, 4, 8),
    )  # fmt: skip
    text = client.get(f"/{lang}/organisations/{house.pk}/").text
    for told in (heading, charter, name, "999901318", "E10209141", "012a77v79", "S  LUND01", '<span lang="sv">Lunds'):
        assert told in text
    assert '<a class="ds-link" href="https://www.lu.se" rel="noopener noreferrer nofollow">' in text
    assert client.head(f"/{lang}/organisations/{house.pk}/").status_code == 200
    assert client.head(f"/{lang}/organisations/").status_code == 200


@pytest.mark.parametrize(
    "website", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "http://[", "no words"]
)
def test_what_is_no_website_is_no_link(client: Client, website: str) -> None:
    house = an_organisation(website=website)
    text = client.get(f"{LIST}{house.pk}/").text
    assert (web_address(website), f"<dd>{website}</dd>" in text) == ("", True)


@pytest.mark.parametrize("website", ["https://lu.se/en", "http://lu.se"])
def test_a_website_is_a_link(website: str) -> None:
    assert web_address(website) == website


def test_who_is_signed_in_can_ask_to_be_a_member(client: Client) -> None:
    house = an_organisation()
    assert "Ask to be a member" not in client.get(f"{LIST}{house.pk}/").text
    client.force_login(Person.objects.create_user("anna@example.org"))
    assert "Ask to be a member" in client.get(f"{LIST}{house.pk}/").text


@pytest.mark.parametrize("address", [LIST, f"{LIST}1/"])
def test_only_to_be_read(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
