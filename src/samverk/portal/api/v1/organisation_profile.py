"""What an organisation says of itself, and who it is: read by everybody with a key, changed by its members."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from samverk.portal.api.v1.alliances import IfMatch
from samverk.portal.api.v1.deeds import do, edit
from samverk.portal.api.v1.fields import Given, Line, RowNumber, Text, plain
from samverk.portal.api.v1.keys import caller
from samverk.portal.api.v1.organisations import READ, WRITE, OrganisationTold, get_organisation
from samverk.portal.api.v1.organisations import router as registry
from samverk.portal.organisations import queries
from samverk.portal.organisations.actions.create_organisation import create_organisation
from samverk.portal.organisations.actions.describe_organisation import describe_organisation
from samverk.portal.organisations.actions.rename_organisation import rename_organisation
from samverk.portal.organisations.actions.setting import DESCRIBED

router = Router(tags=["organisations"])
ONE = "/organisations/{int:organisation}"
Codes = Annotated[list[Annotated[str, Field(pattern="^[0-9A-U.]{1,6}$")]], Field(max_length=30)]
Word = Annotated[str, Field(pattern="^[a-z_]{0,20}$")]


class NameTold(Schema):
    """A name with its days, both included; the first of a list is the one that it bears."""

    text: str
    language: str
    since: date | None
    until: date | None


class ProfileTold(Schema):
    """`fields`: ISCED-F 2013; `sectors`: NACE 2. An empty text: not said. `verified_on`: by the agency, if it has."""

    organisation: int
    description_sv: str
    description_en: str
    fields: list[str]
    sectors: list[str]
    size: str
    legal_type: str
    kind: str
    city: str
    website: str
    names: list[NameTold]
    verified_on: date | None
    version: int


class ProfileChanges(Given):
    """What is to be changed; what is left out stays as it is."""

    description_sv: Text = ""
    description_en: Text = ""
    fields: Codes = []
    sectors: Codes = []
    size: Word = ""
    legal_type: Word = ""
    kind: Word = ""
    city: Line = ""
    website: Line = ""


class Renamed(Given):
    """`since`: the first day of the new name. `language`: as `sv`, or empty."""

    name: Line
    language: Annotated[str, Field(pattern="^[a-z]{0,3}$")] = ""
    since: date


class Registered(Given):
    """`acting_as`: what you ask to be to it. `not_a_twin`: that it is none of those who are there already."""

    name: Line
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")]
    kind: Word = ""
    city: Line = ""
    website: Line = ""
    pic: Annotated[str, Field(pattern="^([0-9]{9})?$")] = ""
    oid: Annotated[str, Field(pattern="^(E[0-9]{8})?$")] = ""
    acting_as: Annotated[str, Field(pattern="^(editor|legal_representative)$")]
    not_a_twin: bool = False


@router.get(f"{ONE}/profile", response=ProfileTold, summary="What it says of itself", **READ)
def get_profile(request: HttpRequest, organisation: RowNumber) -> dict[str, Any]:
    row = queries.known(organisation)
    stands = queries.verification(row)
    return {
        "organisation": row.pk,
        **{name: getattr(row, name) for name in DESCRIBED},
        "names": [one._asdict() for one in queries.name_history(row)],
        "verified_on": timezone.localdate(stands.verified_at) if stands else None,
        "version": row.version,
    }


@router.patch(f"{ONE}/profile", response=ProfileTold, summary="Say what it is and does", **WRITE)
def change_profile(
    request: HttpRequest,
    organisation: RowNumber,
    given: ProfileChanges,
    if_match: IfMatch = "",  # read by `edit`
) -> dict[str, Any]:
    row = queries.acted_for(organisation, caller(request))
    changes = given.model_dump(exclude_unset=True)
    edit(
        request,
        describe_organisation,
        about=row.about,
        now=_now(request, row.pk),
        organisation_id=row.pk,
        changes=changes,
    )
    return get_profile(request, row.pk)


@router.post(f"{ONE}/rename", response=ProfileTold, summary="Give it a new name, the old one kept", **WRITE)
def rename(
    request: HttpRequest,
    organisation: RowNumber,
    given: Renamed,
    if_match: IfMatch = "",  # read by `edit`
) -> dict[str, Any]:
    row = queries.acted_for(organisation, caller(request))
    wanted = given.model_dump()
    edit(request, rename_organisation, about=row.about, now=_now(request, row.pk), organisation_id=row.pk, **wanted)
    return get_profile(request, row.pk)


# One address is one router's.
@registry.post("/organisations", response={201: OrganisationTold}, summary="Register one that is missing", **WRITE)
def register_organisation(request: HttpRequest, given: Registered) -> Status:
    """Refused with `likely_twin` where a like one is there: look for it first. Your request waits for the agency."""
    made = do(request, create_organisation, about="organisation:new", **given.model_dump())
    return Status(201, get_organisation(request, made.pk))


def _now(request: HttpRequest, organisation: int) -> Any:
    """The profile as it is, for whoever changed an older one."""
    return lambda: plain(ProfileTold, get_profile(request, organisation))
