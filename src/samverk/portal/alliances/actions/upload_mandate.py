"""Hand in a mandate that was signed by hand."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.sign_mandate import void_before
from samverk.portal.alliances.actions.telling_mandates import tell_mandate
from samverk.portal.alliances.models import Mandate
from samverk.portal.alliances.permissions import may_upload_mandate
from samverk.portal.alliances.queries import alliance_of, asked_mandate, entered, participant
from samverk.portal.alliances.states import MANDATE, MandateEvent
from samverk.portal.documents.actions.store import store
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person


class CannotUploadMandate(Refusal):
    """`not_yours`, `wrong_state`, `dissolved`, `not_asked`: there is no paper to sign. Of the file: CannotStore."""


@transaction.atomic
def upload_mandate(*, participant_id: UUID, content: bytes, name: str, by: Person, at: datetime) -> Mandate:
    """The paper that was asked for, printed, signed and scanned. From now on it holds; one signed before is void."""
    alliance = entered(alliance_of(participant_id), by)
    row = participant(alliance, participant_id)
    demand(may_upload_mandate(by, alliance, row), CannotUploadMandate)
    found = asked_mandate(row)
    if found is None:
        raise CannotUploadMandate("not_asked")
    scan = store(content=content, name=name, purpose="mandate scan", by=by.pk, at=at)
    void_before(found, at)
    given = {"uploaded": True, "signed_paper": scan, "sha256": scan.sha256, "answered_by": by, "answered_at": at}
    move(found, MANDATE, MandateEvent.UPLOAD, **given)
    tell_mandate(Kind.MANDATE_SIGNED, found, by=by, at=at)
    told = {"participant": str(row.pk), "sha256": scan.sha256}
    record(deed="alliances.upload_mandate", about=found.about, within=alliance.story, by=by.pk, at=at, facts=told)
    return found
