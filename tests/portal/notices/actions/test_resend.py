"""A letter that could not be sent is queued anew, with the link it had."""

import pytest
from tests.portal.notices.build import AT, FACTS, somebody

from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.ids import new_id
from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.actions.post import post
from samverk.portal.notices.actions.resend import CannotResend, resend
from samverk.portal.notices.models import Letter
from samverk.portal.notices.states import Kind

pytestmark = pytest.mark.django_db
LATER = AT.replace(hour=12)


def told(state: str = "failed") -> Letter:
    ida = somebody("Ida")
    notify(kind=Kind.REMINDER, to=[ida.pk], about="alliance:1", link="/alliances/1/", facts=FACTS, at=AT)
    Letter.objects.update(state=state, attempts=5, error="mail")
    return Letter.objects.get()


def test_it_is_tried_as_a_new_one_would_be_with_its_link():
    letter = told()
    assert resend(letter_id=letter.pk, at=LATER) == Kind.REMINDER
    letter.refresh_from_db()
    assert (letter.state, letter.due_at, letter.attempts, letter.error) == ("queued", LATER, 0, "")
    assert letter.link == "/alliances/1/"


@pytest.mark.parametrize("state", ["queued", "sent"])
def test_one_that_has_not_failed_is_left_alone(state):
    letter = told(state)
    with pytest.raises(CannotResend, match="wrong_state"):
        resend(letter_id=letter.pk, at=LATER)
    assert Letter.objects.get().state == state


def test_a_second_time_is_refused():
    letter = told()
    resend(letter_id=letter.pk, at=LATER)
    with pytest.raises(CannotResend, match="wrong_state"):
        resend(letter_id=letter.pk, at=LATER)


def test_a_secret_link_is_forgotten():
    post(kind=Kind.INVITATION, address="ida@samverk.example", language="en", link="/x/", facts=FACTS, at=AT)
    Letter.objects.update(state="failed", link="")
    with pytest.raises(CannotResend, match="link_forgotten"):
        resend(letter_id=Letter.objects.get().pk, at=LATER)


def test_there_is_no_address_any_more():
    letter = told()
    type(letter.person).objects.update(email=None, name="", is_active=False, erased_at=AT)
    with pytest.raises(CannotResend, match="no_address"):
        resend(letter_id=letter.pk, at=LATER)


def test_there_is_no_such_letter():
    with pytest.raises(NotFound):
        resend(letter_id=new_id(), at=LATER)
