"""The pages of calls, public and the agency's: no barrier, nothing cut off, and on paper without what is pressed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.portal.calls.build import a_call, a_question, people

from samverk.portal.calls.models import Amendment, Call, Question
from samverk.portal.calls.states import CallState, QuestionState
from samverk.portal.people.models import Person

LOOKS = [
    {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    for width, scheme in ((320, "dark"), (1280, "light"))
]
PUBLIC = ("calls/", "calls/{call}/", "calls/{call}/questions/?q=university", "calls/{call}/ask/")
AGENCY = (
    "agency/calls/",
    "agency/calls/new/",
    "agency/calls/{call}/",
    "agency/calls/{draft}/publish/",
    "agency/calls/{draft}/change/",
    "agency/calls/{call}/amend/",
    "agency/calls/{call}/withdraw/",
    "agency/questions/?all",
    "agency/questions/{asked}/",
    "agency/questions/{answered}/publish/",
)


@pytest.fixture
def there(portal) -> dict[str, object]:
    """Ids by what stands in an address."""
    persons, now = people(), timezone.now()
    term = {"opens_at": now - timedelta(days=1), "closes_at": now + timedelta(days=30)}
    call, draft = a_call(**term, expected=3), a_call(CallState.DRAFT, **term)
    sides = {f"closes_at_{side}": call.closes_at for side in ("before", "after")}
    why = {"reason_sv": "Strejk", "reason_en": "Strike"}
    Amendment.objects.create(call=call, made_at=now, made_by=persons["manager"], expected_after=3, **sides, **why)
    a_question(call, persons["stranger"], QuestionState.PUBLISHED)
    asked = a_question(call, persons["manager"])
    answered = a_question(call, persons["manager"], QuestionState.ANSWERED)
    return {"call": call.pk, "draft": draft.pk, "asked": asked.pk, "answered": answered.pk}


@pytest.mark.parametrize("visit", LOOKS, indirect=True, ids=lambda look: str(look["viewport"]["width"]))
def test_no_barriers_and_nothing_sticks_out(visit, there):
    client = Client()
    client.force_login(Person.objects.get(name="manager"))
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": visit.portal}
    visit.page.context.add_cookies([session])
    found = {}
    for number, path in enumerate(PUBLIC + AGENCY):
        page = visit.at(f"/{('sv', 'en')[number % 2]}/{path.format(**there)}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        width = page.evaluate("document.documentElement.scrollWidth")
        found[path] = [*visit.violations(), *([f"{width} wide"] if width > page.viewport_size["width"] else [])]
    assert found == {path: [] for path in PUBLIC + AGENCY}


def test_on_paper_nothing_is_there_to_press(visit, there):
    page = visit.at(f"/en/calls/{there['call']}/")
    page.emulate_media(media="print")
    assert page.locator("form button:visible").count() == 0
    assert not page.get_by_text("Sign in to follow this call").is_visible()
    assert page.get_by_role("heading", name="The days of the call").is_visible()


def test_asked_by_keyboard_and_answered_for_all(visit, there):
    client = Client()
    client.force_login(Person.objects.get(name="stranger"))
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": visit.portal}
    visit.page.context.add_cookies([session])
    page = visit.at(f"/en/calls/{there['call']}/ask/")
    page.get_by_role("textbox", name="Your question").focus()
    page.keyboard.type("May a school ask?")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Your question is with the agency").wait_for()
    assert Question.objects.filter(asked="May a school ask?", call=Call.objects.get(pk=there["call"])).exists()
