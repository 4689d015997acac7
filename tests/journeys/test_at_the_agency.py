"""The screens of the agency: no barrier that axe-core can find, nothing cut off, and its deeds by keyboard."""

from datetime import UTC, datetime

import pytest
from tests.portal.notices.build import FACTS
from tests.portal.organisations.build import an_organisation, membership

from samverk.portal.ledger.actions.record import record
from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.models import Letter
from samverk.portal.notices.states import Kind
from samverk.portal.people.actions.grant_role import grant_role
from samverk.portal.people.models import Person, Role
from samverk.portal.people.queries import roles_of

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
PASSWORD = "harbour lantern 41 kite"
LOOKS = [
    {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    for width in (320, 1280)
    for scheme in ("light", "dark")
]


@pytest.fixture
def maria(visit) -> Person:
    """A call manager who is signed in, with something of everything to look at."""
    people = [Person.objects.create_user(f"{name}@example.org", PASSWORD, name=name) for name in ("Maria", "Otto")]
    for person in people:
        person.emailaddress_set.create(email=person.email, verified=True, primary=True)
    grant_role(email="maria@example.org", kind="call_manager", by=None, at=AT)
    membership(an_organisation(), people[1], "requested")
    notify(kind=Kind.REMINDER, to=[people[1].pk], about="alliance:1", link="/alliances/1/", facts=FACTS, at=AT)
    Letter.objects.update(state="failed", error="mail")
    record(deed="people.grant_role", about="roles", by=people[1].pk, at=AT, reason="not_call_manager")
    Role.objects.create(person=people[1], kind="expert", since=AT, ended_at=AT)
    page = visit.at("/en/account/login/")
    page.fill("[name=login]", "maria@example.org")
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "login" not in address)
    return people[0]


@pytest.mark.parametrize(
    "visit", LOOKS, indirect=True, ids=lambda look: f"{look['viewport']['width']} {look['color_scheme']}"
)
def test_no_barriers(visit, maria):
    letter = f"outbox/{Letter.objects.get().pk}/"
    role = f"roles/{Role.objects.get(kind='call_manager').pk}/end/"
    paths = ("", "organisations/", "roles/", "roles/ended/", "roles/who-may/", role, "outbox/", letter, "ledger/")
    found = {}
    for path in (*paths, "ledger/verify/"):
        page = visit.at(f"/sv/agency/{path}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[path] = [*visit.violations(), *(["sticks out"] if wide else [])]
    assert {path: each for path, each in found.items() if each} == {}


def test_a_role_is_given_and_ended_by_keyboard(visit, maria):
    page = visit.at("/en/agency/roles/")
    page.focus("#email")
    page.keyboard.type("otto@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type("Aud")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="End: Otto, Auditor").focus()
    assert roles_of(Person.objects.get(email="otto@example.org")) == {"auditor"}
    page.keyboard.press("Enter")
    page.get_by_role("button", name="End the role").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/agency/roles/")
    assert roles_of(Person.objects.get(email="otto@example.org")) == set()


def test_a_long_ledger_is_followed_by_itself_to_its_end(visit, maria, monkeypatch):
    monkeypatch.setattr("samverk.portal.web.agency.views.ledger_verify.MOST", 2)
    for number in range(9):
        record(deed="d", about=f"x:{number}", by=None, at=AT)
    page = visit.at("/en/agency/ledger/verify/")
    page.get_by_text("The ledger is whole: 11 entries.").wait_for()
    assert visit.violations() == []
