"""The menu of the agency: which screens there are, and whose they are."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.portal.people.models import RoleKind
from samverk.portal.people.permissions import AGENCY, LEDGER_READERS, READERS


class Item(NamedTuple):
    """`name` of the address, the label, and the roles to whom the screen is there."""

    name: str
    label: str | Promise
    shown_to: frozenset[RoleKind]


MENU = (
    Item("agency:home", _("Overview"), AGENCY),
    Item("agency:calls", _("Calls"), AGENCY),
    Item("agency:questions", _("Questions"), AGENCY),
    Item("agency:organisations", _("Organisations"), READERS),
    Item("agency:roles", _("Roles"), AGENCY),
    Item("agency:outbox", _("Outbox"), READERS),
    Item("agency:ledger", _("Ledger"), LEDGER_READERS),
)
