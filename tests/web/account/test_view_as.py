"""In the demonstration everybody can be anybody; anywhere else there is no such address."""

import pytest
from django.utils import timezone

from samverk.portal.people.actions.load_demo import load_demo
from samverk.portal.people.models import Person
from samverk.portal.people.queries import demonstrators

pytestmark = pytest.mark.django_db
ADDRESS = "/en/account/view-as/"


@pytest.fixture
def people() -> dict[str, Person]:
    load_demo(at=timezone.now())
    return demonstrators()


@pytest.fixture
def demo(settings, people) -> dict[str, Person]:
    settings.DEMO = True
    return people


def test_one_press_and_one_is_somebody_else(client, demo):
    for who in ("anna", "mikko", "maria"):
        answer = client.post(ADDRESS, {"person": str(demo[who].pk)})
        assert answer.status_code == 303
        assert client.get(answer["Location"]).context["user"] == demo[who]


def test_one_begins_in_ones_own_language(client, demo):
    assert client.post(ADDRESS, {"person": str(demo["anna"].pk)})["Location"].startswith("/sv/")
    assert client.post(ADDRESS, {"person": str(demo["mikko"].pk)})["Location"].startswith("/en/")


@pytest.mark.parametrize("path", ["/en/", "/sv/calls/", "/en/account/login/", "/en/nothing-here"])
def test_every_page_says_that_it_is_a_demonstration(client, demo, path):
    page = client.get(path).content.decode()
    assert page.count('class="demo-bar"') == 1
    assert page.count('name="person"') == len(demo)


def test_the_bar_says_who_one_is(client, demo):
    client.force_login(demo["anna"])
    page = client.get("/sv/").content.decode()
    assert "Samordnare, Högskolan i Borås." in page
    assert page.count('aria-current="true"') == 1


def test_nobody_outside_the_demonstration_can_be_entered(client, demo):
    visitor = Person.objects.create_user("visitor@example.org", name="Visitor")
    for person in (str(visitor.pk), "nobody", ""):
        assert client.post(ADDRESS, {"person": person}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_only_a_form_of_ours_does_it(demo, client):
    strict = type(client)(enforce_csrf_checks=True)
    assert strict.post(ADDRESS, {"person": str(demo["anna"].pk)}).status_code == 403
    assert client.get(ADDRESS).status_code == 405


def test_a_portal_that_is_no_demonstration_has_no_such_address(client, people):
    assert client.post(ADDRESS, {"person": str(people["anna"].pk)}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_nor_a_bar_nor_a_query_for_one(client, people, django_assert_num_queries):
    client.get("/en/rules/")
    with django_assert_num_queries(0):
        page = client.get("/en/rules/").content.decode()
    assert "demo-bar" not in page
