"""The world of the demonstration: filled by deeds, once, and from where it was stopped."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps

from samverk.portal.alliances.facts import case
from samverk.portal.alliances.models import Alliance, Comment
from samverk.portal.calls.models import Call
from samverk.portal.calls.queries import open_calls
from samverk.portal.ledger import queries as ledger
from samverk.portal.notices.models import Message
from samverk.portal.organisations.models import Membership
from samverk.portal.people.actions.load_demo import CannotLoadDemo
from samverk.portal.people.models import Person, RoleKind
from samverk.portal.people.queries import demonstrators, roles_of
from samverk.portal.site.demo import world
from samverk.scheme.book import open_book
from samverk.scheme.check import check

pytestmark = pytest.mark.django_db
TODAY = datetime(2027, 3, 2, 10, 0, tzinfo=UTC)


def rows() -> Counter[str]:
    """How many there are of everything."""
    return Counter({model._meta.label: model._default_manager.count() for model in apps.get_models()})


def alliance(title: str) -> Alliance:
    return Alliance.objects.with_participants().get(title=title)


def verdict(title: str) -> str:
    row = alliance(title)
    return check(case(row), open_book(row.scheme, row.call)).outcome


def states(title: str) -> Counter[str]:
    return Counter(alliance(title).participants.values_list("state", flat=True))


def test_the_world_is_as_it_is_told():
    assert world.fill(at=TODAY) > 0
    assert list(ledger.faults()) == []
    assert [call.closes_at.isoformat() for call in open_calls(TODAY)] == ["2027-04-06T15:00:00+00:00"]
    assert Call.objects.count() == 8
    assert verdict("Tvåhundra tvättar: textil som håller") == "met"
    assert states("Tvåhundra tvättar: textil som håller") == {"joined": 7, "removed": 1}
    assert verdict("Seaweed on the plate") == "not_met"
    assert states("Seaweed on the plate") == {"joined": 3, "left": 1, "invited": 1, "planned": 1}
    assert verdict("Trähus som andas") in {"not_met", "unknown"}
    assert alliance("Lånad lokal").state == "dissolved"
    assert Comment.objects.count() >= 10


def test_there_is_somebody_for_each_role():
    world.fill(at=TODAY)
    people = demonstrators()
    held = {kind for person in people.values() for kind in roles_of(person)}
    assert held == set(RoleKind)
    assert set(Membership.objects.values_list("state", "kind")) == {
        ("active", "editor"),
        ("active", "legal_representative"),
    }
    assert Message.objects.filter(person=people["anna"]).exists()


def test_a_second_time_changes_nothing():
    world.fill(at=TODAY)
    before = rows()
    assert world.fill(at=TODAY + timedelta(days=3)) == 0
    assert rows() == before


def test_it_goes_on_where_it_was_stopped(monkeypatch):
    def stop(done: int, _of: int) -> None:
        if done in stops:
            raise KeyboardInterrupt

    stops = {1, 4, 20, 31, 37, 38}
    whole = 0
    while stops:
        with pytest.raises(KeyboardInterrupt):
            world.fill(at=TODAY, progress=stop)
        stops.remove(min(stops))
        whole += 1
    world.fill(at=TODAY)
    found = rows()
    assert (whole, list(ledger.faults())) == (6, [])
    assert (found["alliances.Alliance"], found["calls.Call"], found["people.Person"]) == (4, 8, len(demonstrators()))


def test_what_is_called_otherwise_by_now_is_not_told_again():
    world.fill(at=TODAY)
    Alliance.objects.update(title="Renamed by a visitor")
    assert world.fill(at=TODAY) == 0


def test_never_among_real_people():
    Person.objects.create_user("ada@uni.example")
    with pytest.raises(CannotLoadDemo):
        world.fill(at=TODAY)
    assert rows()["organisations.Organisation"] == 0
