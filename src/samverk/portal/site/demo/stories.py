"""The alliances of the demonstration, told step by step with the deeds of those who are in them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from samverk.portal.alliances.actions.accept import accept
from samverk.portal.alliances.actions.add_participant import add_participant
from samverk.portal.alliances.actions.answer_call import answer_call
from samverk.portal.alliances.actions.ask_mandate import ask_mandate
from samverk.portal.alliances.actions.decline import decline
from samverk.portal.alliances.actions.describe import describe
from samverk.portal.alliances.actions.describe_participant import describe_participant
from samverk.portal.alliances.actions.dissolve import dissolve
from samverk.portal.alliances.actions.invite import invite
from samverk.portal.alliances.actions.keep import keep
from samverk.portal.alliances.actions.leave import leave
from samverk.portal.alliances.actions.remind import remind
from samverk.portal.alliances.actions.say import say
from samverk.portal.alliances.actions.sign_mandate import sign_mandate
from samverk.portal.alliances.actions.typeset_mandate import typeset_mandate
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.alliances.queries import open_mandate
from samverk.portal.calls.models import Call
from samverk.portal.notices.models import Letter
from samverk.portal.notices.states import Kind
from samverk.portal.organisations.queries import by_key
from samverk.portal.people.models import Person
from samverk.scheme import facts

Step = Mapping[str, Any]
EACH = timedelta(minutes=3)
"""Between two steps of one day."""


@dataclass
class Story:
    """One alliance as far as it is told. `tokens`: of the links that were handed over, by participant."""

    alliance: Alliance
    call: Call
    tokens: dict[str, str] = field(default_factory=dict)

    def participant(self, key: str) -> Participant:
        return self.alliance.participants.filter(key=key).latest("number")


@transaction.atomic
def tell(told: Mapping[str, Any], people: Mapping[str, Person], call: Call, today: datetime) -> Alliance | None:
    """The whole of it or nothing, so that it can be told again from its beginning; None: it has been told."""
    by = people[told["who"]]
    once = f"demo {told['title']}"  # whatever it is called by now
    if Alliance.objects.filter(founder=by, once=once).exists():
        return None
    at = today + timedelta(days=told["day"])
    story = Story(keep(case=_case(told, call), own=told["own"], once=once, by=by, at=at), call)
    for number, step in enumerate(told["steps"], 1):
        at = max(at + EACH, today + timedelta(days=step["day"]) + number * EACH)
        DEEDS[step["do"]](story, step, people.get(step["who"]), at)
    return story.alliance


def _case(told: Mapping[str, Any], call: Call) -> facts.Case:
    known = by_key(f"pic-{one['pic']}" for one in told["participants"] if "pic" in one)
    project = facts.Project(**{name: told[name] for name in ("duration_months", "grant", "aims") if name in told})
    return facts.Case(
        scheme=call.scheme,
        call=call.edition,
        title=told["title"],
        project=project,
        participants=tuple(_participant(one, known, told["own"]) for one in told["participants"]),
    )


def _participant(one: Mapping[str, Any], known: Mapping[str, Any], own: str) -> facts.Participant:
    key = one.get("id") or f"pic-{one['pic']}"
    said = {name: one[name] for name in ("name", "country", "category") if name in one}
    if row := known.get(key):
        said = {"name": row.name, "country": row.country, "category": row.kind, "charter": True}
    return facts.Participant(id=key, role="full", coordinator=True if key == own else None, **said)


def _describe(story: Story, step: Step, by: Person, at: datetime) -> None:
    row = Alliance.objects.get(pk=story.alliance.pk)
    describe(alliance=row.pk, version=row.version, changes=step["changes"], by=by, at=at)


def _describe_participant(story: Story, step: Step, by: Person, at: datetime) -> None:
    row = story.participant(step["about"])
    describe_participant(participant_id=row.pk, version=row.version, changes=step["changes"], by=by, at=at)


def _invite(story: Story, step: Step, by: Person, at: datetime) -> None:
    pk = story.participant(step["about"]).pk
    token = invite(participant_id=pk, address=step["address"], language=step["language"], by=by, at=at)
    story.tokens[step["about"]] = token


def _accept(story: Story, step: Step, by: Person, at: datetime) -> None:
    accept(token=story.tokens[step["about"]], by=by, at=at)


def _decline(story: Story, step: Step, by: Person | None, at: datetime) -> None:
    decline(token=story.tokens[step["about"]], reason=step["reason"], by=by, at=at)


def _add(story: Story, step: Step, by: Person, at: datetime) -> None:
    given = facts.Participant(role="full", **{name: step[name] for name in ("id", "name", "country", "category")})
    before = story.participant(step["replaces"]).pk
    add_participant(alliance=story.alliance.pk, given=given, replaces=before, by=by, at=at)


def _say(story: Story, step: Step, by: Person, at: datetime) -> None:
    say(alliance=story.alliance.pk, text=step["text"], by=by, at=at)


def _answer_call(story: Story, _step: Step, by: Person, at: datetime) -> None:
    answer_call(alliance_id=story.alliance.pk, call_id=story.call.pk, by=by, at=at)


def _ask_mandate(story: Story, step: Step, by: Person, at: datetime) -> None:
    """The paper is set at once, which elsewhere a job does."""
    pk = story.participant(step["about"]).pk
    made = ask_mandate(participant_id=pk, address=step["address"], language=step["language"], by=by, at=at)
    typeset_mandate(mandate=made.pk, by=None, at=at)
    letter = Letter.objects.get(kind=Kind.MANDATE_ASKED, made_at=at, address=step["address"])
    story.tokens[f"mandate {step['about']}"] = letter.link.split("/")[-2]


def _sign_mandate(story: Story, step: Step, by: Person, at: datetime) -> None:
    token = story.tokens[f"mandate {step['about']}"]
    paper = open_mandate(token, at).paper
    assert paper is not None  # noqa: S101 - it was set when the mandate was asked for
    sign_mandate(token=token, name=by.name, capacity=step["capacity"], digest=paper.sha256, by=by, at=at)


def _remind(story: Story, step: Step, by: Person, at: datetime) -> None:
    remind(participant_id=story.participant(step["about"]).pk, by=by, at=at)


def _leave(story: Story, step: Step, by: Person, at: datetime) -> None:
    leave(participant_id=story.participant(step["about"]).pk, by=by, at=at)


def _dissolve(story: Story, _step: Step, by: Person, at: datetime) -> None:
    dissolve(alliance=story.alliance.pk, by=by, at=at)


DEEDS: dict[str, Callable[..., None]] = {
    "accept": _accept,
    "add": _add,
    "answer_call": _answer_call,
    "ask_mandate": _ask_mandate,
    "decline": _decline,
    "describe": _describe,
    "describe_participant": _describe_participant,
    "dissolve": _dissolve,
    "invite": _invite,
    "leave": _leave,
    "remind": _remind,
    "say": _say,
    "sign_mandate": _sign_mandate,
}
