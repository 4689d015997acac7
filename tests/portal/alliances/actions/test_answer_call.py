"""Which call an alliance answers: open or to come, of its scheme; from then on its clock and its rules judge."""

from datetime import timedelta
from uuid import UUID

import pytest
from tests.portal.alliances.build import AT, kept, not_found, one_entry, person, refused, told, with_bengt
from tests.portal.calls.build import a_call

from samverk.portal.alliances import facts
from samverk.portal.alliances.actions.answer_call import CannotAnswerCall, answer_call
from samverk.portal.alliances.actions.dissolve import dissolve
from samverk.portal.alliances.models import Alliance
from samverk.portal.alliances.queries import alliance as seen
from samverk.portal.calls.models import Call
from samverk.portal.calls.states import CallState
from samverk.portal.foundation.ids import new_id
from samverk.portal.notices.models import Message

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def chosen(row: Alliance, call: Call | UUID | None, by: str = "Anna") -> Alliance:
    identifier = call.pk if isinstance(call, Call) else call
    return answer_call(alliance_id=row.pk, call_id=identifier, by=person(by), at=AT)


@pytest.mark.parametrize("opens", [-DAY, DAY], ids=["open", "to come"])
def test_the_call_judges_by_its_own_clock(opens: timedelta) -> None:
    row, call = with_bengt(), a_call(edition="2019", opens_at=AT + opens, closes_at=AT + 9 * DAY)
    with one_entry("alliances.answer_call", row.story, row):
        chosen(row, call)
    now = seen(row.pk, person("Bengt"))
    assert (now.answers, now.call, told()) == (call, "2019", {"call": str(call.pk), "edition": "2019"})
    assert (facts.book(now).call, facts.book(now).terms.deadline.instant) == ("2019", call.closes_at)


def test_everybody_else_in_it_is_told():
    row = with_bengt()
    Message.objects.all().delete()
    chosen(row, a_call())
    message = Message.objects.get()
    assert (message.person, message.kind) == (person("Bengt"), "call_answered")


def test_none_again():
    row, call = kept(), a_call(edition="2019")
    chosen(row, call)
    chosen(row, None)
    now = seen(row.pk, person("Anna"))
    assert (now.answers, now.call, facts.book(now).call) == (None, "2019", "2019")


@pytest.mark.parametrize(
    "about",
    [
        {"closes_at": AT - timedelta(seconds=1)},
        {"scheme": "alliances-for-innovation", "edition": "2024"},
        {"state": CallState.DRAFT},
        {"state": CallState.WITHDRAWN},
    ],
    ids=["closed", "another scheme", "draft", "withdrawn"],
)
def test_no_such_call_to_answer(about: dict[str, object]) -> None:
    row, call = kept(), a_call(**{"opens_at": AT - 9 * DAY, **about})  # type: ignore[arg-type]
    with refused(CannotAnswerCall, "not_answerable"):
        chosen(row, call)
    with refused(CannotAnswerCall, "not_answerable"):
        chosen(row, new_id())


def test_refused():
    row, call = with_bengt(), a_call()
    with refused(CannotAnswerCall, "not_leader"):
        chosen(row, call, by="Bengt")
    with not_found():
        chosen(row, call, by="Carla")
    chosen(row, call)
    with refused(CannotAnswerCall, "nothing_changed"):
        chosen(row, call)
    dissolve(alliance=row.pk, by=person("Anna"), at=AT)
    with refused(CannotAnswerCall, "dissolved"):
        chosen(row, None)
