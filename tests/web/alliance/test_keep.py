"""From the front door to an alliance of one's own."""

import pytest
from tests.scheme.build import alliance as consortium

from samverk.portal.alliances.models import Alliance
from samverk.portal.web.shared.state import encode

from .build import people

pytestmark = pytest.mark.django_db

CASE = consortium().model_copy(update={"title": "Vind i seglen"})
LINK = f"/en/alliances/keep/?case={encode(CASE)}"


@pytest.fixture
def anna(client):
    person = people()["anna"]
    client.force_login(person)
    return person


def test_the_front_door_leads_here(client):
    assert LINK in client.get(f"/en/?case={encode(CASE)}").text


def test_a_stranger_signs_in_and_loses_nothing(client):
    answer = client.get(LINK)
    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/en/account/login/")
    assert encode(CASE) in answer["Location"]


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_reading_keeps_nothing(client, anna, lang):
    answer = client.get(LINK.replace("/en/", f"/{lang}/"))
    assert (answer.status_code, "Vind i seglen" in answer.text) == (200, True)
    assert Alliance.objects.count() == 0


@pytest.mark.parametrize(("own", "contacts"), [("uni", ["uni"]), ("", [])])
def test_it_is_kept_whole(client, anna, own, contacts):
    answer = client.post(LINK, {"own": own})
    kept = Alliance.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/en/alliances/{kept.pk}/")
    assert (kept.title, kept.founder, kept.participants.count()) == ("Vind i seglen", anna, 6)
    assert [p.key for p in kept.participants.filter(contact=anna)] == contacts


@pytest.mark.parametrize("given", [{}, {"own": "nobody"}])
def test_an_answer_is_asked_for(client, anna, given):
    assert client.post(LINK, given).status_code == 422
    assert Alliance.objects.count() == 0


@pytest.mark.parametrize("query", ["", "?case=1abc", "?case=9"])
def test_a_link_without_a_case_leads_nowhere(client, anna, query):
    assert client.get(f"/en/alliances/keep/{query}").status_code == 404


def test_the_form_sent_twice_leads_to_one_alliance(client, anna):
    once = client.get(LINK).text.partition('name="once" value="')[2].partition('"')[0]
    first, second = (client.post(LINK, {"own": "uni", "once": once}) for _ in range(2))
    assert (first.status_code, first["Location"]) == (303, second["Location"])
    assert Alliance.objects.count() == 1


def test_a_mistake_keeps_the_forms_key(client, anna):
    answer = client.post(LINK, {"once": "abc"})
    assert (answer.status_code, 'name="once" value="abc"' in answer.text) == (422, True)
