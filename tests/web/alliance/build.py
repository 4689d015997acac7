"""People around one alliance, and what a page of theirs says."""

from django.utils import timezone
from tests.scheme.build import alliance as consortium

from samverk.portal.alliances.actions.accept import accept
from samverk.portal.alliances.actions.invite import invite
from samverk.portal.alliances.actions.keep import keep
from samverk.portal.alliances.models import Alliance
from samverk.portal.people.models import Person


def people() -> dict[str, Person]:
    """Anna founds, Bo joins, and Cecilia has nothing to do with it."""
    return {
        name.lower(): Person.objects.create_user(f"{name.lower()}@example.org", name=name)
        for name in ("Anna", "Bo", "Cecilia")
    }


def kept(by: Person, title: str = "Hemliga planer") -> Alliance:
    """An alliance of a sound consortium; the founder's organisation is the first and coordinates."""
    case = consortium().model_copy(update={"title": title})
    return keep(case=case, own=case.participants[0].id, by=by, at=timezone.now())


def asked(alliance: Alliance, place: int = 1) -> str:
    """The token of an invitation to the participant at that place."""
    row = alliance.participants.all()[place]
    return invite(participant_id=row.pk, language="en", by=alliance.founder, at=timezone.now())


def joined(alliance: Alliance, by: Person, place: int = 1):
    """The participant that a person has joined for."""
    return accept(token=asked(alliance, place), by=by, at=timezone.now())
