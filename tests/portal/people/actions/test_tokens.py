"""Keys for programs: issued, used, revoked; and that they die."""

from datetime import UTC, datetime, timedelta

import pytest

from samverk.portal.foundation.decision import NotFound
from samverk.portal.ledger.models import Entry
from samverk.portal.people.actions.erase import erase
from samverk.portal.people.actions.issue_token import CannotIssueToken, issue_token
from samverk.portal.people.actions.revoke_token import CannotRevokeToken, revoke_token
from samverk.portal.people.actions.use_token import use_token
from samverk.portal.people.models import AccessToken, Person
from samverk.portal.people.queries import tokens_of
from samverk.portal.people.states import Scope

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@pytest.fixture
def anna() -> Person:
    return Person.objects.create_user("anna@example.org", name="Anna")


def issued(by: Person, **given: object) -> str:
    return issue_token(**{"name": "Nightly", "scopes": [Scope.CALLS_READ]} | given, by=by, at=AT)


def test_the_secret_is_told_once_and_kept_nowhere(anna):
    secret = issued(anna, name="  Nightly   copy ", scopes=["calls:read", "alliances:read", "calls:read"])
    row = AccessToken.objects.get()
    assert (secret[:8], len(secret)) == ("samverk_", 51)
    assert secret not in str(AccessToken.objects.values().get())
    assert (row.name, row.scopes, row.expires_at) == ("Nightly copy", ["alliances:read", "calls:read"], AT + 90 * DAY)
    entry = Entry.objects.get()
    assert (entry.deed, entry.about, entry.within, entry.by) == (
        "people.issue_token",
        f"token:{row.pk}",
        f"person:{anna.pk}",
        anna.pk,
    )
    assert entry.told == {"scopes": ["alliances:read", "calls:read"], "expires_at": row.expires_at.isoformat()}


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        pytest.param({"name": " \x00 "}, "token_without_name", id="no name"),
        pytest.param({"name": "a" * 101}, "too_long", id="long name"),
        pytest.param({"scopes": []}, "no_scope", id="no scope"),
        pytest.param({"scopes": ["calls:read", "everything"]}, "no_scope", id="a scope that is none"),
        pytest.param({"days": 0}, "token_lasts", id="no day"),
        pytest.param({"days": 366}, "token_lasts", id="more than a year"),
    ],
)
def test_what_is_refused(anna, given, reason):
    with pytest.raises(CannotIssueToken, match=reason):
        issued(anna, **given)
    assert (AccessToken.objects.count(), Entry.objects.count()) == (0, 0)


def test_one_person_has_at_most_fifty_that_are_alive(anna, monkeypatch):
    monkeypatch.setattr("samverk.portal.people.actions.issue_token.MOST_TOKENS", 1)
    issued(anna)
    with pytest.raises(CannotIssueToken, match="too_many_tokens"):
        issued(anna)
    revoke_token(token_id=AccessToken.objects.get().pk, by=anna, at=AT)
    assert issued(anna)


@pytest.mark.parametrize(
    ("days", "after", "opens"),
    [
        pytest.param(1, DAY - timedelta(microseconds=1), True, id="the last moment"),
        pytest.param(1, DAY, False, id="the moment it ends"),
        pytest.param(365, 364 * DAY, True, id="within a year"),
    ],
)
def test_a_token_opens_until_it_expires(anna, days, after, opens):
    secret = issued(anna, days=days)
    assert (use_token(secret=secret, at=AT + after) is not None) is opens


def test_other_secrets_open_nothing(anna):
    secret = issued(anna)
    assert [use_token(secret=other, at=AT) for other in ("", secret[8:], secret + "a", "samverk_\ud800")] == [None] * 4


def test_use_is_noted_once_a_minute(anna):
    secret = issued(anna)
    noted = []
    for moment in (AT, AT + MINUTE / 2, AT + MINUTE):
        use_token(secret=secret, at=moment)
        noted.append(AccessToken.objects.get().last_used_at)
    assert noted == [AT, AT, AT + MINUTE]


def test_a_use_that_is_noted_already_costs_one_query(anna, django_assert_num_queries):
    secret = issued(anna)
    use_token(secret=secret, at=AT)
    with django_assert_num_queries(1):
        assert use_token(secret=secret, at=AT).person == anna


def test_revoked_opens_nothing_and_is_done_once(anna):
    secret = issued(anna)
    token = AccessToken.objects.get()
    revoke_token(token_id=token.pk, by=anna, at=AT)
    assert use_token(secret=secret, at=AT) is None
    assert Entry.objects.latest("seq").deed == "people.revoke_token"
    with pytest.raises(CannotRevokeToken, match="wrong_state"):
        revoke_token(token_id=token.pk, by=anna, at=AT)
    assert Entry.objects.count() == 2


def test_nobody_revokes_or_sees_the_tokens_of_others(anna):
    issued(anna)
    eve = Person.objects.create_user("eve@example.org", name="Eve")
    with pytest.raises(NotFound):
        revoke_token(token_id=AccessToken.objects.get().pk, by=eve, at=AT)
    assert (list(tokens_of(eve).rows), AccessToken.objects.get().revoked_at) == ([], None)


def test_an_account_that_is_closed_or_erased_takes_its_tokens_along(anna):
    secret = issued(anna)
    Person.objects.update(is_active=False)
    assert use_token(secret=secret, at=AT) is None
    Person.objects.update(is_active=True)
    erase(by=anna, at=AT)
    assert (use_token(secret=secret, at=AT), AccessToken.objects.count()) == (None, 0)
