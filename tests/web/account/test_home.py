"""The start page: of a newcomer, who is told where to begin, and of somebody who has begun."""

import pytest
from django.utils import timezone
from tests.scheme.build import alliance as consortium

from samverk.portal.alliances.actions.keep import keep
from samverk.portal.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Person:
    return Person.objects.create_user("ada@example.org", name="Ada")


@pytest.mark.parametrize(
    ("language", "begin"), [("en", "Put an alliance together"), ("sv", "Sätt samman en allians")], ids=["en", "sv"]
)
def test_a_newcomer_is_told_where_to_begin(client, ada, language, begin):
    client.force_login(ada)
    shown = client.get(f"/{language}/account/").text
    assert (begin in shown, "/alliances/" in shown.partition("<main")[2]) == (True, False)


def test_who_has_an_alliance_finds_it_here(client, ada):
    case = consortium().model_copy(update={"title": "Hemliga planer"})
    keep(case=case, own=case.participants[0].id, by=ada, at=timezone.now())
    client.force_login(ada)
    shown = client.get("/en/account/").text
    assert ("Hemliga planer" in shown, "Put an alliance together" in shown) == (True, False)
