"""Organisations and published lists for tests."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from openpyxl import Workbook

from samverk.portal.foundation.decision import Refusal
from samverk.portal.organisations.actions.entry import Entry, Period, Report
from samverk.portal.organisations.actions.register import register
from samverk.portal.organisations.models import Membership, Organisation, Source
from samverk.portal.people.models import Person, Role, RoleKind

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CHARTER = (Period(date(2021, 1, 1), date(2029, 12, 31), Source.ECHE),)
HEADER = (
    "Proposal number", "Erasmus Code", "PIC", "OID", "Legal Name", "Street", "Post Cd", "City", "Country Cd",
    "Website Url", "Erasmus Eche Start", "Erasmus Eche End",
)  # fmt: skip


def registered(*entries: Entry, source: Source = Source.DEMO, release: date = date(2026, 1, 1)) -> Report:
    report = Report(rows=len(entries))
    register(entries, source=source, release=release, report=report)
    return report


def an_organisation(name: str = "Lund University", **facts: object) -> Organisation:
    """One row of the registry, without the words by which it is found."""
    given = {"country": "SE", "source": Source.DEMO, "source_release": NOW.date()}
    return Organisation.objects.create(name=name, **given | facts)


def people() -> dict[str, Person]:
    """One of each who might knock; who is a member of what, the test says."""
    roles = {"officer": RoleKind.OFFICER, "manager": RoleKind.CALL_MANAGER, "finance": RoleKind.FINANCE}
    roles["auditor"] = RoleKind.AUDITOR
    names = ("member", "editor", "signatory", "applicant", "stranger", "elsewhere", *roles)
    persons = {name: Person.objects.create_user(f"{name}@example.org", name=name.capitalize()) for name in names}
    for name, role in roles.items():
        Role.objects.create(person=persons[name], kind=role, since=NOW)
    return persons


def membership(organisation: Organisation, person: Person, state: str = "active", kind: str = "editor") -> Membership:
    """In a state; answered by somebody of no account here, if it is."""
    answered = {}
    if state not in {"requested", "withdrawn"}:
        somebody, _new = Person.objects.get_or_create(email="somebody@example.org")
        answered = {"answered_at": NOW, "answered_by": somebody}
    return Membership.objects.create(
        organisation=organisation, person=person, kind=kind, state=state, asked_at=NOW, **answered
    )


def outcome(deed: Callable[..., object], **given: object) -> str:
    """`done`, or why it was refused."""
    try:
        deed(**given)
    except Refusal as refusal:
        return refusal.reason
    return "done"


def holder(**changes: object) -> tuple[object, ...]:
    """A row of the Commission's list."""
    row = {
        "code": "S  LUND01", "pic": "999901318", "oid": "E10209141", "name": "LUNDS UNIVERSITET", "city": "LUND",
        "country": "SE", "website": "www.lu.se", "since": date(2021, 1, 1), "until": date(2029, 12, 31),
    }  # fmt: skip
    row.update(changes)
    code, pic, oid, name, city, country, website, since, until = row.values()
    return ("101", code, pic, oid, name, "Street 1", "1", city, country, website, since, until)


def workbook(path: Path, *rows: tuple[object, ...], preamble: int = 1, header: tuple[str, ...] = HEADER) -> Path:
    book = Workbook()
    for row in [()] * preamble + [header, *rows]:
        book.active.append(row)
    book.save(path)
    return path
