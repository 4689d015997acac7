"""The screens of what was told: at a desk and on a phone, light and dark, in both languages; axe on each."""

import pytest
from django.utils import timezone

from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person

PHONE = {"viewport": {"width": 375, "height": 800}, "color_scheme": "dark"}
WORDS = "harbour lantern 41 kite"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("visit", [{}, PHONE], ids=["desk", "phone in the dark"], indirect=True)
def test_everybody_can_read_what_was_told(visit):
    ada = Person.objects.create_user("ada@uni.example", WORDS, name="Ada", language="sv")
    ada.emailaddress_set.create(email=ada.email, verified=True, primary=True)
    facts = {"alliance": "Rural 3.0"}
    notify(kind=Kind.REMINDER, to=[ada.pk], about="alliance:1", link="/account/", facts=facts, at=timezone.now())
    page = visit.at("/en/account/login/")
    page.locator("input[name=login]").fill("ada@uni.example")
    page.locator("input[name=password]").fill(WORDS)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/account/")
    found = {}
    for language in ("en", "sv"):
        for path in ("", "inbox/", "notices/"):
            visit.at(f"/{language}/account/{path}")
            found[language, path] = visit.violations()
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert {where: what for where, what in found.items() if what} == {}
