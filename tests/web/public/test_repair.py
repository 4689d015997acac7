"""The smallest change, and what follows if somebody leaves: without an account, tried by a link, undone by a link."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from tests.scheme.build import alliance, case

from samverk.portal.web.shared.state import decode, encode
from samverk.scheme.book import open_book
from samverk.scheme.check import check
from samverk.scheme.facts import Case
from samverk.scheme.values import Outcome

pytestmark = pytest.mark.django_db


def shown(client: Client, one: Case, lang: str = "en") -> str:
    return client.get(f"/{lang}/repair/", {"case": encode(one)}).content.decode()


def tried(page: str) -> list[tuple[Case, Case]]:
    """The cases that the page offers to try, each with the one to go back to."""
    links = [unescape(link) for link in re.findall(r'href="([^"]*before=[^"]*)"', page)]
    given = [parse_qs(urlsplit(link).query) for link in links]
    return [(decode(one["case"][0]), decode(one["before"][0])) for one in given]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Add a company, a consultancy or an intermediary in any programme country."),
        ("sv", "Lägg till ett företag, en konsultfirma eller ett förmedlingsföretag i vilket programland som helst."),
    ],
)
def test_a_way_in_words(client: Client, lang: str, sentence: str) -> None:
    assert sentence in shown(client, alliance(lab=None), lang)


def test_each_way_can_be_tried_and_leads_to_an_eligible_alliance(client: Client) -> None:
    before = alliance(uni={"country": "CH"})
    offers = tried(shown(client, before))
    assert len(offers) == 3
    for after, back in offers:
        assert check(after, open_book(after.scheme, after.call)).outcome is Outcome.MET
        assert back == before


def test_the_front_door_offers_it_and_undoes_it(client: Client) -> None:
    before = alliance(lab=None)
    assert "See the smallest change" in client.get("/en/", {"case": encode(before)}).content.decode()
    ((after, _back),) = tried(shown(client, before))
    page = client.get("/en/", {"case": encode(after), "before": encode(before)}).content.decode()
    assert "You are looking at your alliance after a change." in page
    undo = re.search(r'href="\?case=([\w-]+)[^"]*">Undo', page)
    assert undo and decode(undo[1]) == before


def test_an_eligible_alliance_learns_whom_it_cannot_lose(client: Client) -> None:
    page = shown(client, alliance())
    assert "What if somebody leaves?" in page
    assert [len(after.participants) for after, _before in tried(page)] == [5] * 6


def test_facts_are_asked_for_before_anything_is_changed(client: Client) -> None:
    page = shown(client, alliance(uni={"country": None}))
    assert "First find out" in page
    assert "Then change" not in page


def test_an_empty_case_is_built_up(client: Client) -> None:
    (after, _before), *_ = tried(shown(client, case()))
    assert len(after.participants) == 6


def test_a_damaged_link_is_told(client: Client) -> None:
    assert client.get("/en/repair/", {"case": "1garbage"}).status_code == 400
