"""The organisations of an alliance."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Router, Status

from samverk.portal.alliances import queries
from samverk.portal.alliances.actions.add_participant import add_participant
from samverk.portal.alliances.actions.describe_participant import describe_participant
from samverk.portal.alliances.actions.leave import leave
from samverk.portal.alliances.actions.remind import remind
from samverk.portal.alliances.actions.remove import remove
from samverk.portal.api.v1.alliance_told import ParticipantTold, participant_told
from samverk.portal.api.v1.alliances import READ, WRITE, IfMatch
from samverk.portal.api.v1.deeds import do, edit
from samverk.portal.api.v1.fields import Given, Line, Text, plain
from samverk.portal.api.v1.keys import caller
from samverk.scheme import facts
from samverk.scheme.facts import Euro
from samverk.scheme.values import Category, Role

router = Router(tags=["participants"])
ONE = "/alliances/{uuid:alliance}/participants/{uuid:participant}"


class Added(Given):
    """`replaces`: the participant whose place it takes. Whether it coordinates is not said here."""

    participant: facts.Participant
    replaces: UUID | None = None


class ParticipantChanges(Given):
    """What is to be changed; what is left out stays as it is."""

    name: Line = ""
    country: Annotated[str, Field(pattern="^([A-Z]{2})?$")] = ""
    category: Category | Annotated[str, Field(max_length=0)] = ""
    role: Role | Annotated[str, Field(max_length=0)] = ""
    charter: bool | None = None
    charter_from: date | None = None
    charter_until: date | None = None
    grant: Euro | None = None
    role_stated: bool | None = None
    added_value: bool | None = None
    experience: bool | None = None
    category_statement: Text = ""
    role_statement: Text = ""
    added_value_statement: Text = ""
    experience_statement: Text = ""
    contribution: Text = ""
    benefit: Text = ""
    initiatives: Text = ""


@router.post(
    "/alliances/{uuid:alliance}/participants", response={201: ParticipantTold}, summary="Put one more down", **WRITE
)
def add(request: HttpRequest, alliance: UUID, given: Added) -> Status:
    wanted = {"alliance": alliance, "given": given.participant, "replaces": given.replaces}
    return Status(201, participant_told(do(request, add_participant, about=f"alliance:{alliance}", **wanted)))


@router.get(ONE, response=ParticipantTold, summary="One participant", **READ)
def get_participant(request: HttpRequest, alliance: UUID, participant: UUID) -> dict[str, Any]:
    return participant_told(one_of(request, alliance, participant))


@router.patch(ONE, response=ParticipantTold, summary="Say what it is and does here", **WRITE)
def change_participant(
    request: HttpRequest,
    alliance: UUID,
    participant: UUID,
    given: ParticipantChanges,
    if_match: IfMatch = "",  # read by `edit`
) -> dict[str, Any]:
    row = one_of(request, alliance, participant)
    edit(
        request,
        describe_participant,
        about=row.about,
        now=lambda: plain(ParticipantTold, get_participant(request, alliance, participant)),
        participant_id=row.pk,
        changes=given.model_dump(exclude_unset=True),
    )
    return get_participant(request, alliance, participant)


@router.delete(ONE, response={204: None}, summary="Take it out", **WRITE)
def remove_participant(request: HttpRequest, alliance: UUID, participant: UUID) -> Status:
    row = one_of(request, alliance, participant)
    do(request, remove, about=row.about, participant_id=row.pk)
    return Status(204, None)


@router.post(f"{ONE}/remind", response={204: None}, summary="Remind it of what it owes", **WRITE)
def remind_participant(request: HttpRequest, alliance: UUID, participant: UUID) -> Status:
    """At most once a day."""
    row = one_of(request, alliance, participant)
    do(request, remind, about=row.about, participant_id=row.pk)
    return Status(204, None)


@router.post(f"{ONE}/leave", response={204: None}, summary="Leave, for the organisation that you speak for", **WRITE)
def leave_alliance(request: HttpRequest, alliance: UUID, participant: UUID) -> Status:
    row = one_of(request, alliance, participant)
    do(request, leave, about=row.about, participant_id=row.pk)
    return Status(204, None)


def one_of(request: HttpRequest, alliance: UUID, participant: UUID) -> Any:
    """A participant of an alliance that the one who knocks may see. Raises NotFound."""
    return queries.participant(queries.alliance(alliance, caller(request)), participant)
