"""An alliance in which every text is a word that stands nowhere else, and the people around it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import models
from tests.scheme.build import alliance as consortium

from samverk.portal.alliances.actions.accept import accept
from samverk.portal.alliances.actions.ask_mandate import ask_mandate
from samverk.portal.alliances.actions.declare_control import declare_control
from samverk.portal.alliances.actions.decline import decline
from samverk.portal.alliances.actions.decline_mandate import decline_mandate
from samverk.portal.alliances.actions.describe import describe
from samverk.portal.alliances.actions.describe_participant import describe_participant
from samverk.portal.alliances.actions.invite import invite
from samverk.portal.alliances.actions.keep import keep
from samverk.portal.alliances.actions.leave import leave
from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.actions.say import say
from samverk.portal.alliances.actions.sign_mandate import sign_mandate
from samverk.portal.alliances.actions.typeset_mandate import typeset_mandate
from samverk.portal.alliances.actions.upload_mandate import upload_mandate
from samverk.portal.alliances.models import Alliance, Mandate, Participant
from samverk.portal.notices.models import Letter
from samverk.portal.notices.states import Kind
from samverk.portal.organisations.models import Organisation
from samverk.portal.people.models import Person

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SECRET = re.compile(r"[Zz]q[a-z]{2,60}qz")
BEGINNING = "zq"
"""What a stranger types into a search, who hopes to find something."""

CODES = {
    "alliance.scheme", "alliance.call", "alliance.state", "alliance.once", "alliance.aims", "alliance.strands",
    "alliance.fields", "alliance.sectors", "participant.key", "participant.country", "participant.category",
    "participant.role", "participant.state", "invitation.digest", "invitation.language", "invitation.state",
    "offer.state", "mandate.digest", "mandate.language", "mandate.state", "mandate.sha256", "mandate.void_because",
    "document.sha256", "document.type", "document.purpose",
}  # fmt: skip
"""Fields of the stage that hold no words of a person."""


def word(of: str) -> str:
    """A word that stands nowhere else."""
    return f"Zq{re.sub(r'[^a-z]', '', of.lower())}qz"


@dataclass(frozen=True)
class Secret:
    """`alliance` has Anna, who coordinates, Bo, who has joined, and Lena, who has left. Others were asked in, and
    Rector to sign; `asked` are the addresses of all who were."""

    alliance: Alliance
    insiders: tuple[Person, ...]
    asked: tuple[str, ...]


def person(name: str) -> Person:
    return Person.objects.create_user(f"{word(name)}@example.org", name=f"{word(name)} {word('Family')}")


def secret(known: Organisation) -> Secret:
    """Formed at `AT`. One of its organisations is `known` to the registry."""
    anna, bo, lena = (person(name) for name in ("Anna", "Bo", "Lena"))
    row = keep(case=_case(known), own="uni", by=anna, at=AT)
    _describe(row, anna)
    asked = tuple(f"{word(key)}@example.org".lower() for key in ("works", "lab"))
    accept(token=_asked(row, "college", anna), by=bo, at=AT)
    accept(token=_asked(row, "institute", anna), by=lena, at=AT)
    _describe_participants(row, anna)
    decline(token=_asked(row, "works", anna, asked[0]), reason=word("reason"), by=None, at=AT)
    _asked(row, "lab", anna, asked[1])
    say(alliance=row.pk, text=word("comment"), by=bo, at=AT)
    for ends in ((word("controller"), "college"), ("college", word("controlled"))):
        declare_control(alliance=row.pk, controller=ends[0], controlled=ends[1], by=anna, at=AT)
    _mandates(_part(row, "college"), anna, bo)
    offer_lead(participant_id=_part(row, "college").pk, by=anna, at=AT)
    leave(participant_id=_part(row, "institute").pk, by=lena, at=AT + timedelta(hours=1))
    rector = f"{word('Rector')}@example.org".lower()
    return Secret(Alliance.objects.get(pk=row.pk), (anna, bo, lena), (*asked, rector))


def _case(known: Organisation) -> Any:
    named = {key: {"name": word(f"name{key}")} for key in ("uni", "college", "works", "lab", "institute")}
    town = {"id": f"pic-{known.pic}", "name": known.name, "country": known.country, "category": "hei", "role": "full"}
    return consortium(town, **named).model_copy(update={"title": word("title")})


def _part(row: Alliance, key: str) -> Participant:
    return Participant.objects.get(alliance=row, key=key)


def _asked(row: Alliance, key: str, by: Person, address: str = "") -> str:
    return invite(participant_id=_part(row, key).pk, address=address, language="sv", by=by, at=AT)


def _describe(row: Alliance, by: Person) -> None:
    changes = {name: word(name) for name in ("title", "acronym", "goals")}
    describe(alliance=row.pk, version=Alliance.objects.get(pk=row.pk).version, changes=changes, by=by, at=AT)


def _describe_participants(row: Alliance, by: Person) -> None:
    for one in Participant.objects.filter(alliance=row):
        texts = {
            field.name: word(field.name)
            for field in Participant._meta.concrete_fields
            if isinstance(field, models.TextField)
        }
        changes = texts | {"name": word(f"name{one.key}")}
        describe_participant(participant_id=one.pk, version=one.version, changes=changes, by=by, at=AT)


def _mandates(college: Participant, by: Person, contact: Person) -> None:
    """One that was signed, one that was declined, one that was handed in."""
    rector, then = person("Rector"), [AT + timedelta(minutes=minutes) for minutes in range(3)]
    token = _mandate(college, rector, by, then[0])
    typeset_mandate(mandate=Mandate.objects.get(asked_at=then[0]).pk, by=None, at=then[0])
    said = {"name": word("signer"), "capacity": word("capacity")}
    digest = Mandate.objects.get(asked_at=then[0]).paper.sha256
    sign_mandate(token=token, digest=digest, **said, by=rector, at=then[0])
    decline_mandate(token=_mandate(college, rector, by, then[1]), reason=word("not I"), by=rector, at=then[1])
    _mandate(college, rector, by, then[2])
    scan = {"content": b"%PDF-1.7 %%EOF", "name": f"{word('scan')}.pdf"}
    upload_mandate(participant_id=college.pk, **scan, by=contact, at=then[2])


def _mandate(college: Participant, of: Person, by: Person, at: datetime) -> str:
    """The token in the letter that asks for it."""
    ask_mandate(participant_id=college.pk, address=of.email, language="sv", by=by, at=at)
    return Letter.objects.get(kind=Kind.MANDATE_ASKED, made_at=at).link.split("/")[-2]


def silent_fields() -> list[str]:
    """Text fields of alliances and their papers in which no row of the secret one holds a word."""
    found = []
    tables = [model for app in ("alliances", "documents") for model in apps.get_app_config(app).get_models()]
    for model in tables:
        for field in model._meta.concrete_fields:
            name = f"{model._meta.model_name}.{field.name}"
            words = isinstance(field, models.CharField | models.TextField | models.JSONField) and name not in CODES
            if words and not any(
                SECRET.search(str(value)) for value in model.objects.values_list(field.name, flat=True)
            ):
                found.append(name)
    return found
