"""Who may do what with a call that they see; to everybody else there is none (see `queries`)."""

from samverk.portal.calls.models import Question
from samverk.portal.foundation.decision import ALLOWED, Decision
from samverk.portal.people.models import Person, RoleKind
from samverk.portal.people.queries import roles_of

ANSWERING = frozenset({RoleKind.CALL_MANAGER, RoleKind.OFFICER})


def may_prepare(person: Person) -> Decision:
    """Write the draft of a call: a call manager."""
    return ALLOWED if RoleKind.CALL_MANAGER in roles_of(person) else Decision("not_call_manager")


def may_change(person: Person) -> Decision:
    """Write a draft anew: a call manager."""
    return may_prepare(person)


def may_publish(person: Person) -> Decision:
    """Let everybody see it: a call manager."""
    return may_prepare(person)


def may_amend(person: Person) -> Decision:
    """Change what was published: a call manager."""
    return may_prepare(person)


def may_withdraw(person: Person) -> Decision:
    """Take it back: a call manager."""
    return may_prepare(person)


def may_keep_documents(person: Person) -> Decision:
    """Add files to it and take them away: a call manager."""
    return may_prepare(person)


def may_answer(person: Person) -> Decision:
    """Answer a question, and publish question and answer: a call manager or an officer."""
    return Decision("not_answering") if ANSWERING.isdisjoint(roles_of(person)) else ALLOWED


def may_withdraw_question(person: Person, question: Question) -> Decision:
    """Take a question back: whoever asked it."""
    return ALLOWED if question.asker_id == person.pk else Decision("not_yours")
