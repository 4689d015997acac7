"""Two people look at one alliance: what one does shows with the other, who loses nothing of what is being typed."""

from collections.abc import Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect
from tests.journeys.conftest import Visit
from tests.journeys.test_form_an_alliance import sign_in
from tests.scheme.build import alliance as consortium
from tests.web.alliance.build import joined

from samverk.portal.alliances.actions.keep import keep
from samverk.portal.people.models import Person

pytestmark = pytest.mark.django_db(transaction=True)
CASE = consortium(uni={"name": "Lund"}, college={"name": "Aalto"}, works={"name": "Windworks"})


@pytest.fixture
def other(browser: Browser, portal: str) -> Iterator[Visit]:
    """The browser of somebody else."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20000)
    visit = Visit(context, portal)
    yield visit
    assert visit.complaints == []
    context.close()


def test_what_one_does_the_other_sees(visit, other):
    sign_in(visit, "Anna")
    sign_in(other, "Bo")
    anna, bo = (Person.objects.get(email=f"{name}@example.org") for name in ("anna", "bo"))
    alliance = keep(case=CASE, own="uni", by=anna, at=timezone.now())
    joined(alliance, bo)
    for one in (visit, other):
        one.at(f"/en/alliances/{alliance.pk}/")
    assert visit.violations() == []
    other.page.get_by_label("Say something to everybody").fill("I was just")

    visit.page.get_by_text("More: Windworks").click()
    visit.page.get_by_role("link", name="Take out Windworks").click()
    assert visit.violations() == []
    assert visit.page.get_by_role("row", name="Independent organisations").get_by_text("Not met").is_visible()
    visit.page.get_by_role("button", name="Take out").click()
    visit.page.get_by_label("Say something to everybody").fill("They have no time")
    visit.page.get_by_role("button", name="Say it").click()

    expect(other.page.locator("#said").get_by_text("They have no time")).to_be_visible(timeout=15000)
    expect(other.page.get_by_role("row", name="Windworks")).to_have_count(0)
    expect(other.page.get_by_role("heading", name="Not as it stands")).to_be_visible()
    expect(other.page.locator("#news")).to_contain_text("Somebody has changed the alliance")
    assert other.page.get_by_label("Say something to everybody").input_value() == "I was just"
    assert other.violations() == []
