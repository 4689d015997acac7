"""People and alliances for tests. Anna founds and coordinates, Bengt is a partner's contact, Carla a stranger."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from tests.scheme.build import alliance as smallest

from samverk.portal.alliances.actions.accept import accept
from samverk.portal.alliances.actions.invite import invite
from samverk.portal.alliances.actions.keep import keep
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.ledger.models import Entry
from samverk.portal.people.models import Person
from samverk.scheme.facts import Case

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=1)


def person(name: str) -> Person:
    """The same one each time."""
    return Person.objects.get_or_create(email=f"{name.lower()}@example.org", defaults={"name": name})[0]


def kept(own: str = "uni", case: Case | None = None, by: str = "Anna") -> Alliance:
    """Anna's: `uni` coordinates, and `college`, `works`, `lab`, `institute` and `town` are planned."""
    return keep(case=case or smallest(), own=own, by=person(by), at=AT)


def part(alliance: Alliance, key: str) -> Participant:
    """As it is in the table now."""
    return Participant.objects.filter(alliance=alliance, key=key).latest("number")


def asked(alliance: Alliance, key: str, by: str = "Anna") -> str:
    """The token of a new invitation."""
    return invite(participant_id=part(alliance, key).pk, language="sv", by=person(by), at=AT)


def joined(alliance: Alliance, key: str, who: str, by: str = "Anna") -> Participant:
    return accept(token=asked(alliance, key, by), by=person(who), at=AT)


def with_bengt() -> Alliance:
    """Bengt speaks for `college`."""
    alliance = kept()
    joined(alliance, "college", "Bengt")
    return alliance


@contextmanager
def one_entry(deed: str, about: str, within: Alliance, by: str | None = "Anna") -> Iterator[None]:
    """The ledger grows by exactly this row."""
    before = Entry.objects.count()
    yield
    rows = Entry.objects.order_by("seq")[before:]
    who = person(by).pk if by else None
    assert [(row.deed, row.about, row.within, row.by, row.reason) for row in rows] == [
        (deed, about, within.story, who, "")
    ]


@contextmanager
def refused(kind: type[Refusal], reason: str) -> Iterator[None]:
    """This refusal, and nothing on record."""
    before = Entry.objects.count()
    with pytest.raises(kind) as refusal:
        yield
    assert (refusal.type, refusal.value.reason, Entry.objects.count()) == (kind, reason, before)


def not_found() -> AbstractContextManager[None]:
    return refused(NotFound, "not_found")


def told() -> dict[str, object]:
    """The facts of the newest row of the ledger."""
    return Entry.objects.latest("seq").told
