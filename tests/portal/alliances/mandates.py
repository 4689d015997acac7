"""Mandates for tests. Anna coordinates for `uni`, Bengt speaks for `college`, and Rut is its rector."""

from datetime import datetime

from tests.portal.alliances.build import AT, LATER, joined, kept, part, person

from samverk.portal.alliances.actions.ask_mandate import ask_mandate
from samverk.portal.alliances.actions.sign_mandate import sign_mandate
from samverk.portal.alliances.actions.typeset_mandate import typeset_mandate
from samverk.portal.alliances.models import Alliance, Mandate, Participant
from samverk.portal.foundation.tokens import digest
from samverk.portal.notices.models import Letter
from samverk.portal.notices.states import Kind

PDF = b"%PDF-1.7 a scan %%EOF"


def with_bengt(name: str = "Kollegiet") -> Alliance:
    """Bengt speaks for `college`; whatever a mandate names has a name."""
    alliance = kept()
    Alliance.objects.filter(pk=alliance.pk).update(title="Skogens digitala tvilling", acronym="SKOG")
    for key, called in (("uni", "Universitetet"), ("college", name), ("works", "Verket")):
        Participant.objects.filter(alliance=alliance, key=key).update(name=called)
    joined(alliance, "college", "Bengt")
    return Alliance.objects.get(pk=alliance.pk)


def asked(alliance: Alliance, key: str = "college", *, of: str = "Rut", by: str = "Anna", at: datetime = AT) -> str:
    """The token of a new mandate that waits for a signature, as the letter has it; the paper is set."""
    place = part(alliance, key).pk
    made = ask_mandate(participant_id=place, address=person(of).email, language="en", by=person(by), at=at)
    typeset_mandate(mandate=made.pk, by=None, at=at)
    return token_of_letter(made)


def token_of_letter(of: Mandate | None = None) -> str:
    """As the letter has it that asks for the mandate; without one, of the newest."""
    row = of or newest()
    links = Letter.objects.filter(kind=Kind.MANDATE_ASKED).exclude(link="").values_list("link", flat=True)
    return next(token for token in (link.split("/")[-2] for link in links) if digest(token) == row.digest)


def signed(alliance: Alliance, key: str = "college", **given: str) -> Mandate:
    return sign(asked(alliance, key, **given))


def sign(token: str, by: str = "Rut", at: datetime = LATER) -> Mandate:
    row = Mandate.objects.select_related("paper").filter(digest=digest(token)).first()
    given = {"name": "Rut Rektor", "capacity": "Rector", "digest": row.paper.sha256 if row else ""}
    return sign_mandate(token=token, by=person(by), at=at, **given)


def newest() -> Mandate:
    return Mandate.objects.select_related("paper", "signed_paper").latest("asked_at", "id")


def with_mandate() -> Alliance:
    """College's mandate holds."""
    alliance = with_bengt()
    signed(alliance)
    return alliance
