"""The deeds done to one participant by a single button."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.portal.alliances import permissions
from samverk.portal.alliances.actions.leave import leave
from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.actions.remind import remind
from samverk.portal.alliances.actions.remove import remove
from samverk.portal.alliances.actions.withdraw_invitation import withdraw_invitation
from samverk.portal.foundation.decision import Decision


class Verb(NamedTuple):
    """`name` stands in the address. `color` is one of the design system's, empty for the usual.

    `done`: what is told afterwards, with the `name` of the participant. `asks`: a page says first what follows.
    `on_row`: it stands among what can be done with the participant.
    """

    name: str
    label: str | Promise
    color: str
    may: Callable[..., Decision]
    action: Callable[..., object]
    done: str | Promise
    asks: bool = False
    on_row: bool = True


_ALL = (
    Verb(
        "withdraw",
        _("Take the invitation back"),
        "",
        permissions.may_withdraw_invitation,
        withdraw_invitation,
        done=_("The invitation to %(name)s is taken back."),
    ),
    Verb(
        "offer",
        _("Offer the coordination"),
        "accent",
        permissions.may_offer_lead,
        offer_lead,
        done=_("The coordination is offered to %(name)s, who can take it or decline it here."),
        asks=True,
    ),
    Verb(
        "remind",
        _("Remind"),
        "",
        permissions.may_remind,
        remind,
        done=_("%(name)s is reminded."),
        on_row=False,
    ),
    Verb(
        "leave",
        _("Leave the alliance"),
        "danger",
        permissions.may_leave,
        leave,
        done=_("%(name)s has left the alliance."),
        asks=True,
    ),
    Verb(
        "remove",
        _("Take out"),
        "danger",
        permissions.may_remove,
        remove,
        done=_("%(name)s is taken out of the alliance."),
        asks=True,
    ),
)
VERBS = {verb.name: verb for verb in _ALL}
