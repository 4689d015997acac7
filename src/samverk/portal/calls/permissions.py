"""Who may do what with a call that they see; to everybody else there is none (see `queries`)."""

from samverk.portal.foundation.decision import ALLOWED, Decision
from samverk.portal.people.models import Person, RoleKind
from samverk.portal.people.queries import roles_of


def may_prepare(person: Person) -> Decision:
    """Write the draft of a call: a call manager."""
    return ALLOWED if RoleKind.CALL_MANAGER in roles_of(person) else Decision("not_call_manager")


def may_publish(person: Person) -> Decision:
    """Let everybody see it: a call manager."""
    return may_prepare(person)


def may_amend(person: Person) -> Decision:
    """Change what was published: a call manager."""
    return may_prepare(person)


def may_withdraw(person: Person) -> Decision:
    """Take it back: a call manager."""
    return may_prepare(person)
