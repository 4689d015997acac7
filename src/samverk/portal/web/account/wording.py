"""What messages are about and how letters come, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.portal.notices.states import Delivery, Kind

KINDS: dict[Kind, str | Promise] = {
    Kind.INVITATION: _("You are invited to an alliance"),
    Kind.INVITATION_ANSWERED: _("An invitation has been answered"),
    Kind.MANDATE_ASKED: _("You are asked to sign a mandate"),
    Kind.MANDATE_SIGNED: _("A mandate has been signed"),
    Kind.MANDATE_DECLINED: _("A mandate has been declined"),
    Kind.LEAD_OFFERED: _("You are asked to coordinate"),
    Kind.LEAD_ANSWERED: _("Your offer of the coordination has been answered"),
    Kind.PARTICIPANT_LEFT: _("An organisation has left"),
    Kind.PARTICIPANT_REMOVED: _("An organisation has been taken out"),
    Kind.REMINDER: _("An alliance waits for you"),
    Kind.ALLIANCE_COMMENT: _("New comments in an alliance"),
    Kind.CALL_ANSWERED: _("An alliance answers a call"),
    Kind.CALL_PUBLISHED: _("A new call"),
    Kind.CALL_AMENDED: _("A call has been changed or withdrawn"),
    Kind.QUESTION_ASKED: _("A question waits for an answer"),
    Kind.QUESTION_ANSWERED: _("A question has been answered"),
    Kind.MEMBERSHIP_REQUESTED: _("Somebody asks to act for an organisation"),
    Kind.MEMBERSHIP_ANSWERED: _("Your request to act for an organisation has been answered"),
    Kind.ORGANISATION_VERIFIED: _("The agency has looked at your organisation"),
}

DELIVERIES: dict[Delivery, str | Promise] = {
    Delivery.NOW: _("At once"),
    Delivery.DIGEST: _("Once a day"),
    Delivery.OFF: _("No letter"),
}
