"""Identifiers: of version 7, in the order in which they were made."""

from datetime import UTC, datetime

import time_machine

from samverk.portal.foundation.ids import new_id
from samverk.portal.foundation.tokens import digest, new_token


def test_an_identifier_is_a_uuid_of_version_7_of_its_moment():
    moment = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    with time_machine.travel(moment, tick=False):
        made = new_id()
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == int(moment.timestamp() * 1000)


def test_later_sorts_later_and_no_two_are_the_same():
    with time_machine.travel(1_000_000, tick=False):
        earlier = {new_id() for _ in range(1000)}
    with time_machine.travel(1_000_001, tick=False):
        later = {new_id() for _ in range(1000)}
    assert len(earlier) == len(later) == 1000
    assert max(earlier) < min(later)


def test_a_token_is_looked_up_by_a_digest_that_does_not_contain_it():
    token = new_token()
    assert len(token) == 43 and digest(token) != digest(new_token())
    assert token not in digest(token) and len(digest("\ud800")) == 64
