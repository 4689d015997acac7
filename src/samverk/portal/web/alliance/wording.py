"""What the states of an alliance and its participants are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.portal.alliances.states import AllianceState, ParticipantState

ALLIANCES: dict[str, str | Promise] = {
    AllianceState.FORMING: _("Being formed"),
    AllianceState.DISSOLVED: _("Dissolved"),
}
PARTICIPANTS: dict[str, str | Promise] = {
    ParticipantState.PLANNED: _("Not asked yet"),
    ParticipantState.INVITED: _("Invited, has not answered"),
    ParticipantState.DECLINED: _("Has declined"),
    ParticipantState.JOINED: _("Has joined"),
    ParticipantState.LEFT: _("Has left"),
    ParticipantState.REMOVED: _("Taken out"),
}
