"""What the screens of an organisation call things."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.portal.organisations.models import EvidencePurpose, MembershipKind

PURPOSES: dict[str, str | Promise] = {
    EvidencePurpose.REGISTRATION: _("That it is registered"),
    EvidencePurpose.STATUTES: _("Its statutes"),
    EvidencePurpose.SIZE: _("Its size"),
    EvidencePurpose.SIGNATORY: _("Who may sign for it"),
    EvidencePurpose.OTHER: _("Something else"),
}
ACTING: dict[str, str | Promise] = {
    MembershipKind.EDITOR: _("Editor: keeps what is on record"),
    MembershipKind.LEGAL_REPRESENTATIVE: _("Legal representative: may also sign for it"),
}
