"""What the agency's screens call things."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.portal.notices.states import LetterState
from samverk.portal.organisations.models import Withdrawal
from samverk.portal.people.models import RoleKind

ROLES: dict[str, str | Promise] = {
    RoleKind.CALL_MANAGER: _("Call manager"),
    RoleKind.OFFICER: _("Programme officer"),
    RoleKind.FINANCE: _("Finance officer"),
    RoleKind.AUDITOR: _("Auditor"),
    RoleKind.EXPERT: _("Expert"),
}

LETTERS: dict[str, str | Promise] = {
    LetterState.QUEUED: _("Waits to be sent"),
    LetterState.SENT: _("Sent"),
    LetterState.FAILED: _("Not sent"),
}

WITHDRAWALS: dict[str, str | Promise] = {
    Withdrawal.MISTAKE: _("It was a mistake"),
    Withdrawal.CHANGED: _("The organisation has changed"),
    Withdrawal.CEASED: _("The organisation has ceased"),
}
