"""Keep an alliance, invite a partner, and see the partner join: two people, at a desk and on a phone."""

import pytest
from django.conf import settings
from django.test import Client
from tests.scheme.build import alliance as consortium

from samverk.portal.people.models import Person
from samverk.portal.web.shared.state import encode

pytestmark = pytest.mark.django_db(transaction=True)

CASE = consortium(uni={"name": "Lund"}, college={"name": "Aalto"}).model_copy(update={"title": "Wind in the sails"})
PHONE = {"viewport": {"width": 375, "height": 800}}


def sign_in(visit, name: str) -> None:
    """As by the sign-in page, whose own tests are elsewhere."""
    client = Client()
    client.force_login(Person.objects.get_or_create(email=f"{name.lower()}@example.org", defaults={"name": name})[0])
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    visit.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": visit.portal}])


@pytest.mark.parametrize("visit", [{}, PHONE], indirect=True, ids=["desk", "phone"])
def test_from_a_case_to_a_partner_who_has_joined(visit):
    sign_in(visit, "Anna")
    page = visit.at(f"/en/?case={encode(CASE)}")
    page.get_by_role("link", name="Keep this alliance").click()
    assert visit.violations() == []
    page.get_by_label("Lund").check()
    page.get_by_role("button", name="Keep this alliance").click()
    assert page.locator("h1").inner_text() == "Wind in the sails"
    assert visit.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    here = page.url
    page.get_by_role("link", name="Invite Aalto").click()
    assert visit.violations() == []
    page.get_by_role("button", name="Make the invitation").click()
    assert visit.violations() == []
    link = page.get_by_label("The link to hand over").input_value()

    sign_in(visit, "Bo")
    page.goto(link)
    assert visit.violations() == []
    page.get_by_role("button", name="Accept").click()
    assert page.url == here
    assert page.get_by_role("row", name="Aalto").get_by_text("Has joined").is_visible()
    page.get_by_role("link", name="Describe Aalto").click()
    assert visit.violations() == []
