"""Set a mandate on paper, and once it is signed with its signature page."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.signature_page import signed_text
from samverk.portal.alliances.models import Mandate
from samverk.portal.alliances.states import MandateState
from samverk.portal.documents.actions.store import store
from samverk.portal.foundation.typesetting import typeset
from samverk.portal.ledger.actions.record import record
from samverk.portal.ledger.queries import story

TEMPLATE = Path(__file__).parents[1] / "papers" / "mandate.typ"
PLACES = {
    "paper": ("alliances.typeset_mandate", "mandate"),
    "signed_paper": ("alliances.typeset_signed_mandate", "signed-mandate"),
}
"""Field -> what the ledger calls the deed, and how the file's name begins."""


def typeset_mandate(*, mandate: UUID, by: UUID | None, at: datetime) -> None:
    """The paper to be read and signed. Done once; one that no longer waits for an answer needs none."""
    row = Mandate.objects.filter(pk=mandate, paper=None, state=MandateState.ASKED).first()
    if row:
        _keep(row, "paper", typeset(TEMPLATE, row.text), by, at)


def typeset_signed_mandate(*, mandate: UUID, by: UUID | None, at: datetime) -> None:
    """The same with who signed it, and when. Done once; of a scan there is nothing to set."""
    found = Mandate.objects.select_related("participant__alliance")
    row = found.filter(pk=mandate, signed_paper=None, uploaded=False).exclude(sha256="").first()
    if row:
        entry = story(row.participant.alliance.story).get(deed="alliances.sign_mandate", about=row.about)
        pdf = typeset(TEMPLATE, signed_text(row, entry.seal))
        _keep(row, "signed_paper", pdf, by, at)


@transaction.atomic
def _keep(row: Mandate, place: str, pdf: bytes, by: UUID | None, at: datetime) -> None:
    """Of several who set the same paper the first one's stays."""
    if Mandate.objects.select_for_update(of=("self",)).filter(pk=row.pk, **{place: None}).first() is None:
        return
    deed, name = PLACES[place]
    document = store(content=pdf, name=f"{name}-{row.pk}.pdf", purpose="mandate", by=by, at=at)
    Mandate.objects.filter(pk=row.pk).update(**{place: document})
    told = {"sha256": document.sha256}
    record(deed=deed, about=row.about, within=row.participant.alliance.story, by=by, at=at, facts=told)
