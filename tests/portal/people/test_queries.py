"""Who is who."""

import pytest
from django.utils import timezone

from samverk.portal.people.models import Person, RoleKind
from samverk.portal.people.permissions import is_agency
from samverk.portal.people.queries import person_by_email, roles_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return Person.objects.create_user("ada@uni.example", name="Ada")


def test_only_open_roles_count(ada):
    now = timezone.now()
    ada.roles.create(kind=RoleKind.OFFICER, since=now, ended_at=now)
    ada.roles.create(kind=RoleKind.AUDITOR, since=now)
    assert roles_of(ada) == frozenset({RoleKind.AUDITOR})


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        pytest.param(RoleKind.CALL_MANAGER, True, id="call manager"),
        pytest.param(RoleKind.OFFICER, True, id="officer"),
        pytest.param(RoleKind.FINANCE, True, id="finance"),
        pytest.param(RoleKind.AUDITOR, True, id="auditor"),
        pytest.param(RoleKind.EXPERT, False, id="expert"),
    ],
)
def test_the_agency_is_its_own_people(ada, kind, answer):
    ada.roles.create(kind=kind, since=timezone.now())
    assert is_agency(ada) is answer


def test_nobody_is_of_the_agency_without_a_role(ada):
    assert is_agency(ada) is False


@pytest.mark.parametrize("written", ["ada@uni.example", " ADA@Uni.Example "])
def test_an_address_is_found_however_it_is_written(ada, written):
    assert person_by_email(written) == ada


def test_nobody_is_found_where_nobody_is(ada):
    ada.is_active = False
    ada.save()
    assert [person_by_email(email) for email in ("ada@uni.example", "eve@uni.example")] == [None, None]
