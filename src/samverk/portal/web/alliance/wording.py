"""What the states, the fields and the duties of an alliance and its participants are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.portal.alliances.states import AllianceState, ParticipantState, Strand
from samverk.portal.calls.states import Standing

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
STANDINGS: dict[str, str | Promise] = {
    Standing.OPEN: _("Open"),
    Standing.COMING: _("Not open yet"),
    Standing.CLOSED: _("Closed"),
    Standing.WITHDRAWN: _("Withdrawn"),
}
STRANDS: dict[str, str | Promise] = {
    Strand.INNOVATION: _("Strengthen innovation in higher education and business"),
    Strand.COMPETENCES: _("Develop entrepreneurship and new competences"),
    Strand.EXCHANGE: _("Let knowledge flow between higher education and business"),
}
ABOUT: dict[str, str | Promise] = {
    "goals": _("What you want to reach together"),
    "aims": _("Aims that the project contributes to"),
    "strands": _("What the project does"),
    "fields": _("Fields of education"),
    "sectors": _("Sectors"),
}
"""What an alliance says of itself at length."""

TEXTS = {
    "category_statement": _("Why it takes part as this kind of organisation"),
    "contribution": _("What it contributes"),
    "benefit": _("What it gains"),
    "initiatives": _("Existing initiatives and tools that it brings"),
    "role_statement": _("What it does as an associated partner"),
    "added_value_statement": _("What it adds that no programme country has"),
    "experience_statement": _("Its experience of such work"),
}
"""What a participant says of itself at length."""

OWED: dict[str, str | Promise] = {
    "invitation": _("Has not been invited yet"),
    "answer": _("Has not answered the invitation"),
    "new_invitation": _("The invitation has run out: invite it again"),
    "mandate": _("Has not signed its mandate"),
    "name": _("Its name is missing"),
    "country": _("Its country is missing"),
    "category": _("As what it takes part is not said"),
    "role": _("Whether it is a full or an associated partner is not said"),
    "contribution": _("What it contributes is not described"),
    "benefit": _("What it gains is not described"),
    "role_statement": _("What it does as an associated partner is not described"),
    "experience_statement": _("Its experience of such work is not described"),
    "added_value_statement": _("Its added value is not described"),
}
