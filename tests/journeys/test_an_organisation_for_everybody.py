"""The screens of an organisation: no barrier that axe-core can find, nothing cut off, and a link by keyboard."""

import os
from datetime import date
from pathlib import Path

import pytest
from tests.portal.organisations.build import NOW, an_organisation, membership, registered

from samverk.portal.organisations.actions.add_evidence import add_evidence
from samverk.portal.organisations.actions.add_offer import add_offer
from samverk.portal.organisations.actions.declare_organisation_control import declare_organisation_control
from samverk.portal.organisations.actions.describe_organisation import describe_organisation
from samverk.portal.organisations.actions.entry import Entry
from samverk.portal.organisations.actions.rename_organisation import rename_organisation
from samverk.portal.organisations.models import Membership, Organisation
from samverk.portal.organisations.queries import controls_of
from samverk.portal.people.actions.grant_role import grant_role
from samverk.portal.people.models import Person

PASSWORD = "harbour lantern 41 kite"
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
LOOKS = [
    {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    for width, scheme in ((375, "dark"), (1280, "light"))
]
SHOTS = os.environ.get("SHOTS", "")


@pytest.fixture
def house(visit) -> Organisation:
    """With something of everything; who is signed in acts for it and for the agency."""
    maja = Person.objects.create_user("maja@example.org", PASSWORD, name="Maja")
    maja.emailaddress_set.create(email=maja.email, verified=True, primary=True)
    registered(Entry(1, "Lunds universitet", "SE", "Lund"), Entry(2, "Lund Innovation AB", "SE", "Lund"))
    row = Organisation.objects.get(name="Lunds universitet")
    grant_role(email=maja.email, kind="officer", by=None, at=NOW)
    membership(row, maja)
    said = {
        "description_en": "We teach and do research.",
        "fields": ["01", "061"],
        "sectors": ["C", "26"],
        "size": "large",
    }
    described = describe_organisation(organisation_id=row.pk, version=1, changes=said, by=maja, at=NOW)
    since = date(2020, 1, 1)
    named = {"name": "Lund University", "language": "en", "since": since, "version": described.version}
    rename_organisation(organisation_id=row.pk, by=maja, at=NOW, **named)
    add_offer(organisation_id=row.pk, kind="wish", texts={"sv": "Ett företag"}, themes=["01"], by=maja, at=NOW)
    owner = an_organisation("Staten")
    declare_organisation_control(controller_id=owner.pk, controlled_id=row.pk, by=maja, at=NOW)
    add_evidence(organisation_id=row.pk, content=PDF, name="Stadgar.pdf", purpose="statutes", by=maja, at=NOW)
    page = visit.at("/en/account/login/")
    page.fill("[name=login]", maja.email)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "login" not in address)
    return row


@pytest.mark.parametrize(
    "visit", LOOKS, indirect=True, ids=lambda look: f"{look['viewport']['width']} {look['color_scheme']}"
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_barriers(visit, house, lang):
    own = f"my-organisations/{house.pk}/"
    other = Organisation.objects.get(name="Lund Innovation AB").pk
    end = f"my-organisations/memberships/{Membership.objects.get().pk}/end/"
    forms = [f"{own}{form}/" for form in ("edit", "rename", "offers/new", "controls", "evidence/new")]
    agency = [f"agency/organisations/{path}" for path in ("", f"{house.pk}/", f"{house.pk}/merge/{other}/")]
    found = {}
    for path in (own, *forms, end, "my-organisations/new/", "my-organisations/", f"organisations/{house.pk}/", *agency):
        page = visit.at(f"/{lang}/{path}")
        if SHOTS:
            name = f"{lang}-{page.viewport_size['width']}-{path.replace('/', '_')}.png"
            page.screenshot(path=Path(SHOTS) / name, full_page=True)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[path] = [*visit.violations(), *(["sticks out"] if wide else [])]
    assert {path: each for path, each in found.items() if each} == {}


def test_a_link_of_control_is_said_by_keyboard(visit, house):
    page = visit.at(f"/en/my-organisations/{house.pk}/controls/")
    page.focus("#name")
    page.keyboard.type("lund inno")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/my-organisations/{house.pk}/")
    assert {link.controlled.name for link in controls_of(house)} == {"Lund University", "Lund Innovation AB"}
