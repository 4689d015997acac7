"""The front door: every deed, with and without script, in both languages."""

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from tests.scheme.build import alliance, with_links
from tests.scheme.strategies import cases

from samverk.portal.organisations.actions.load_demo import load_demo
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.queries import suggest
from samverk.portal.web.public.examples import examples
from samverk.portal.web.public.forms.front_door import typed_of, understood
from samverk.portal.web.shared.state import decode, encode
from samverk.scheme.facts import MOST_PARTICIPANTS, Case, Participant

from .filled import form, sent

EMPTY = Case(scheme="knowledge-alliances", call="2020")
SCRIPT = {"HX-Request": "true"}


@pytest.fixture
def registry(db):
    load_demo(at=timezone.now())


def case_in(address: str) -> Case:
    return decode(parse_qs(urlsplit(address).query)["case"][0])


def after(client, data, lang="en") -> Case:
    """The case that a form leads to without script."""
    response = client.post(f"/{lang}/", data)
    assert response.status_code == 303, response.text
    assert response["Location"].startswith(f"/{lang}/?case=")
    return case_in(response["Location"])


def asked(client, data, lang="en"):
    """The fragment that a form is answered with by script."""
    response = client.post(f"/{lang}/", data, headers=SCRIPT)
    assert response.status_code == 200
    assert "<html" not in response.text
    return response


# What is typed and the case that it means.


@given(cases())
def test_the_fields_of_a_case_mean_the_case(case):
    read, mistakes = understood(typed_of(case))
    assert not mistakes
    assert read.project.model_copy(update={"aims": case.project.aims}) == case.project
    assert (read.links, len(read.participants)) == (case.links, len(case.participants))
    for ours, theirs in zip(read.participants, case.participants, strict=True):
        kept = theirs.model_dump(exclude={"coordinator"})
        if theirs.charter is None and theirs.charter_from is None:
            kept["charter_until"] = None  # an end without a beginning says nothing
        assert ours.model_dump(exclude={"coordinator"}) == kept


@given(cases(max_participants=6))
def test_a_form_sent_back_unchanged_changes_nothing(case):
    once = understood(typed_of(case))[0]
    assert understood(typed_of(once))[0] == once


# Looking.


@pytest.mark.parametrize(("lang", "title"), [("en", "Can your alliance apply?"), ("sv", "Kan er allians söka?")])
def test_the_empty_page_says_what_is_needed(client, lang, title):
    page = client.get(f"/{lang}/")
    assert page.status_code == 200
    assert f"<h1>{title}</h1>" in page.text
    assert "finding" not in page.text.split('id="answer"')[1]


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
@pytest.mark.parametrize("lang", ["en", "sv"])
def test_every_example_answers_without_asking_the_database(client, lang, example):
    page = client.get(f"/{lang}/?case={example.case}")
    assert page.status_code == 200
    assert 'data-outcome="met"' in page.text


def test_an_eligible_alliance_can_apply(client):
    assert "Yes, your alliance can apply" in client.get(f"/en/?case={encode(alliance())}").text


def test_who_does_not_count_is_named_with_the_reason(client):
    case = alliance({"id": "x", "name": "Sarajevo Works", "category": "enterprise", "country": "BA"}, works=None)
    page = client.get(f"/en/?case={encode(case)}").text
    assert "Not as it stands" in page
    assert "<li>Sarajevo Works: not in a programme country (Bosnia and Herzegovina)</li>" in page


def test_both_languages_of_a_clause_are_there(client):
    page = client.get(f"/en/?case={encode(alliance())}").text
    assert "at least six organisations that are independent" in page
    assert '<p class="why__clause muted" lang="sv">Konsortiet ska ha minst sex' in page


def test_the_other_language_keeps_the_case(client):
    token = encode(alliance())
    assert f'href="/sv/?case={token}"' in client.get(f"/en/?case={token}").text


def test_who_is_not_on_the_map_is_told_beneath_it(client):
    page = client.get(f"/en/?case={encode(alliance({'id': 'x', 'country': 'BR'}, {'id': 'y'}))}").text
    assert "Outside the map: Brazil (1)" in page
    assert "1 organisation names no country yet." in page


def test_text_is_text(client):
    case = alliance({"id": "x", "name": "<script>alert(1)</script>", "category": "enterprise", "country": "SE"})
    page = client.get(f"/en/?case={encode(case)}").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_nothing_of_the_page_needs_inline_style_or_script(client):
    page = client.get(f"/en/?case={encode(alliance())}").text
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page)


# Deeds.


def test_a_company_in_finland_is_enough(client):
    data = form(EMPTY, **{"do": "add", "add-category": "enterprise", "add-country": "FI"})
    (added,) = after(client, data).participants
    assert (added.category, added.country, added.role, added.name) == ("enterprise", "FI", "full", "")
    assert "A company in Finland" in asked(client, data).text


def test_what_is_typed_for_a_new_organisation_counts_when_enter_is_pressed(client):
    assert after(client, form(EMPTY, **{"do": "check", "add-name": "Volvo"})).participants[0].name == "Volvo"


def test_adding_nothing_says_what_to_do(client):
    page = client.post("/en/", form(EMPTY, do="add"))
    assert page.status_code == 422
    assert '<a class="ds-link" href="#add-name">Write a name, or choose a country' in page.text


def test_remove_and_the_way_back(client):
    response = client.post("/en/", form(alliance(), do="remove:0"))
    assert "uni" not in {p.id for p in case_in(response["Location"]).participants}
    page = client.get(response["Location"].partition("#")[0]).text
    undo = re.search(r'href="\?case=([\w-]+)[^"]*">Undo', page)[1]
    assert {p.id for p in decode(undo).participants} == {p.id for p in alliance().participants}
    assert "A university in Sweden has left the alliance" in page


def test_whoever_leaves_takes_the_links_along(client):
    case = with_links(alliance(), ("uni", "lab"), ("holding", "works"))
    assert [link.controlled for link in after(client, form(case, do="remove:0")).links] == ["works"]


def test_who_controls_whom(client):
    new = {"do": "link", "new-controller": "uni", "new-owner": "", "new-controlled": "lab"}
    linked = after(client, form(alliance(), **new))
    assert [(link.controller, link.controlled) for link in linked.links] == [("uni", "lab")]
    assert after(client, form(linked, do="unlink:0")).links == ()


def test_an_owner_from_outside(client):
    new = {"do": "link", "new-owner": "The Holding", "new-controlled": "lab"}
    assert after(client, form(alliance(), **new)).links[0].controller == "The Holding"


def test_nobody_controls_itself(client):
    new = {"do": "link", "new-controller": "lab", "new-controlled": "lab"}
    assert client.post("/en/", form(alliance(), **new)).status_code == 422


def test_aims_are_those_of_the_scheme(client):
    assert after(client, form(alliance(), aim=["teaching", "glory"])).project.aims == ("teaching",)


def test_another_call_is_another_book(client):
    data = form(alliance(), book="alliances-for-innovation/2025")
    assert after(client, data).scheme == "alliances-for-innovation"
    assert asked(client, data)["HX-Retarget"] == "#workspace"


# The registry.


def test_letters_find_organisations(client, registry, django_assert_num_queries):
    with django_assert_num_queries(4):
        found = client.get("/sv/organisations/suggest?q=lund").json()
    assert found["hits"][0]["label"] == "Lund University"
    assert "Lund, Sverige" in found["hits"][0]["hint"]
    assert found["said"] == "1 organisation hittades"


def test_one_letter_asks_nobody(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/en/organisations/suggest?q=l").json()["hits"] == []


def test_searching_without_script(client, registry):
    page = client.post("/en/", form(EMPTY, **{"do": "search", "add-name": "lund"}))
    number = re.search(r'value="pick:(\d+)">Lund University', page.text)[1]
    (picked,) = after(client, form(EMPTY, **{"do": f"pick:{number}", "add-name": "lund"})).participants
    assert (picked.name, picked.country, picked.category, picked.role) == ("Lund University", "SE", "hei", "full")
    assert picked.charter_from


@pytest.mark.parametrize("names", [["lund"], ["lund", "university of bologna", "deusto"]], ids=len)
def test_the_map_asks_once_where_everybody_is(client, registry, names, django_assert_num_queries):
    case = EMPTY
    for name in names:
        case = after(client, form(case, do=f"pick:{suggest(name)[0].id}"))
    with django_assert_num_queries(1):
        page = client.get(f"/en/?case={encode(case)}").text
    assert page.count('<circle class="map__point"') == len(names)


def test_nobody_joins_twice(client, registry):
    number = suggest("lund university")[0].id
    once = after(client, form(EMPTY, do=f"pick:{number}"))
    page = client.post("/en/", form(once, do=f"pick:{number}"))
    assert page.status_code == 422
    assert "Lund University is already in the alliance." in page.text


@pytest.fixture
def twice_chartered(db):
    """A university whose charter had lapsed for a year."""
    listed = date(2026, 1, 1)
    about = {"name": "University of Two Charters", "country": "SE", "kind": "hei", "pic": "999999999"}
    university = Organisation.objects.create(**about, source="demo", source_release=listed)
    for first, last in ((2014, 2020), (2022, 2028)):
        days = {"valid_from": date(first, 1, 1), "valid_until": date(last, 12, 31)}
        university.charters.create(**days, source="demo", last_listed=listed)
    return university


def test_another_call_is_closed_on_another_day(client, twice_chartered):
    """A newer charter must not stand in the way of an older call for whoever held one then too."""
    newer = Case(scheme="alliances-for-innovation", call="2025")
    picked = after(client, form(newer, do=f"pick:{twice_chartered.pk}"))
    assert picked.participants[0].charter_from == date(2022, 1, 1)
    older = after(client, form(picked, book="knowledge-alliances/2020"))
    assert older.participants[0].charter_from == date(2014, 1, 1)


def test_another_call_keeps_the_days_that_somebody_typed(client, twice_chartered):
    newer = Case(scheme="alliances-for-innovation", call="2025")
    picked = after(client, form(newer, do=f"pick:{twice_chartered.pk}"))
    typed = form(picked, book="knowledge-alliances/2020") | {"charter_until-0": "2025-06-30"}
    assert after(client, typed).participants[0].charter_until == date(2025, 6, 30)


@pytest.mark.parametrize("number", ["", "x", "99999999", "9" * 40, "-1", "²"])
def test_nobody_by_that_number(client, db, number):
    assert client.post("/en/", form(EMPTY, do=f"pick:{number}")).status_code == 422


# A change of a field, by script.


def test_a_change_leaves_the_fields_alone(client):
    data = form(alliance(), title="Forest")
    response = asked(client, data)
    assert 'id="answer"' in response.text
    assert 'name="title"' not in response.text
    assert case_in(response["HX-Push-Url"]).title == "Forest"
    assert "HX-Retarget" not in response


@pytest.mark.parametrize("address", ["http://[", "?case=", "\xff", "http://x/?case=%ff#case=1"])
def test_where_a_browser_says_it_is_may_be_nonsense(client, address):
    response = client.post("/en/", form(alliance()), headers=SCRIPT | {"HX-Current-URL": address})
    assert response["HX-Push-Url"].startswith("/en/?case=")


def test_no_news_is_not_pushed(client):
    token = encode(alliance())
    here = SCRIPT | {"HX-Current-URL": f"http://testserver/en/?case={token}"}
    assert "HX-Push-Url" not in client.post("/en/", form(alliance()), headers=here)


# What cannot be read.


@pytest.mark.parametrize(("field", "text"), [("grant", "abc"), ("duration", "x"), ("grant-0", "-1")])
def test_a_mistake_is_kept_and_told_and_the_rest_is_judged(client, field, text):
    page = client.post("/en/", form(alliance(), **{field: text}))
    assert page.status_code == 422
    assert f'href="#{field}"' in page.text
    assert re.search(rf'id="{field}"[^>]*value="{text}"[^>]*aria-invalid="true"', page.text)
    assert f'id="{field}-mistake"' in page.text
    assert "Independent organisations" in page.text
    assert f'href="#{field}"' in asked(client, form(alliance(), **{field: text})).text


def test_a_day_that_is_none(client):
    data = form(alliance(), **{"charter-0": "dates", "charter_from-0": "yesterday"})
    assert 'href="#charter_from-0"' in client.post("/en/", data).text


def test_a_name_too_long_is_told(client):
    assert client.post("/en/", form(alliance(), **{"name-0": "x" * 301})).status_code == 422


@pytest.mark.parametrize(
    "forged",
    [{"book": "nonsense/2020"}, {"book": ""}, {"row": ["0", "1"], "id-0": "a", "id-1": "a"}, {"row": ["7"]}],
    ids=str,
)
def test_a_form_that_is_not_ours(client, forged):
    answer = client.post("/en/", form(EMPTY, **forged))
    assert answer.status_code == 400
    assert "could not be opened" in answer.text


def test_words_that_no_list_holds_are_not_taken(client):
    forged = {"category-0": "king", "role-0": "boss", "country-0": "Atlantis", "charter-0": "maybe"}
    first = after(client, form(alliance(), **forged)).participants[0]
    assert (first.category, first.role, first.country, first.charter) == (None, None, None, None)


@pytest.mark.parametrize(("lang", "words"), [("en", "Copy the whole link"), ("sv", "Kopiera hela länken")])
def test_a_damaged_link_says_what_to_do(client, lang, words):
    answer = client.get(f"/{lang}/?case={encode(alliance())[:-9]}")
    assert answer.status_code == 400
    assert words in answer.text


def test_a_link_to_a_call_that_there_is_not(client):
    answer = client.get(f"/en/?case={encode(EMPTY.model_copy(update={'call': '1999'}))}")
    assert answer.status_code == 400
    assert "Choose one of ours" in answer.text


@pytest.mark.parametrize(("lang", "words"), [("en", "load the page anew"), ("sv", "ladda om sidan")])
def test_a_form_from_elsewhere_is_refused(lang, words):
    answer = Client(enforce_csrf_checks=True).post(f"/{lang}/", sent(typed_of(EMPTY)))
    assert answer.status_code == 403
    assert words in answer.text


def test_the_largest_alliance_is_one_form(client):
    many = EMPTY.model_copy(update={"participants": tuple(Participant(id=f"p{n}") for n in range(MOST_PARTICIPANTS))})
    assert len(after(client, form(many, title="Many")).participants) == MOST_PARTICIPANTS


def test_no_more_than_the_largest(client):
    many = EMPTY.model_copy(update={"participants": tuple(Participant(id=f"p{n}") for n in range(MOST_PARTICIPANTS))})
    page = client.post("/en/", form(many, **{"do": "add", "add-name": "One more"}))
    assert page.status_code == 422
    assert "One more" in page.text
