"""What to tell a person whose deed was refused, by the reason's code: what is so, and the way out."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: dict[str, str | Promise] = {
    "already_in": _("This organisation or person is already in the alliance."),
    "changed_meanwhile": _(
        "Somebody else saved this while you were writing. Both texts are shown: keep what is right."
    ),
    "coordinates": _("The coordinator cannot go like this. Hand the coordination on first."),
    "dissolved": _("This alliance has been dissolved. It can only be read."),
    "empty": _("There is nothing here yet. Write something first."),
    "full": _("There is no room for one more organisation."),
    "itself": _("An organisation cannot control itself. Choose two different ones."),
    "nobody_here": _("At least one of the two has to be in the alliance."),
    "no_such_call": _("There is no such call. Choose another."),
    "not_a_fact": _("One of the fields holds something that the rules cannot read. Look at the marked field."),
    "not_declared": _("This link has been taken away already."),
    "not_in_it": _("That organisation is not in the alliance. Choose another."),
    "not_leader": _("Only the one who leads the alliance can do this. Ask the coordinator."),
    "not_yours": _("Only the one concerned can do this."),
    "too_long": _("The text is too long. Shorten it."),
    "wrong_state": _("This cannot be done now; somebody may have been faster. Look at the page as it is now."),
}


def words_for(reason: str) -> str:
    """The sentence for a code. Raises KeyError: a code without words is a bug."""
    return str(REASONS[reason])
