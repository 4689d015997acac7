"""Say something in the discussion, and take it back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.telling import tell_comment
from samverk.portal.alliances.models import Comment
from samverk.portal.alliances.permissions import may_say, may_take_back
from samverk.portal.alliances.queries import entered
from samverk.portal.foundation.decision import NotFound, Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person

LONGEST = 4000


class CannotSay(Refusal):
    """`dissolved`, `empty`, `too_long`."""


class CannotTakeBack(Refusal):
    """`not_yours`, `wrong_state`: it has been taken back."""


@transaction.atomic
def say(*, alliance: UUID, text: str, by: Person, at: datetime) -> Comment:
    """`text` is plain, of at most `LONGEST` characters."""
    row = entered(alliance, by)
    demand(may_say(by, row), CannotSay)
    if not text.strip() or len(text) > LONGEST:
        raise CannotSay("too_long" if text.strip() else "empty")
    comment = Comment.objects.create(alliance=row, author=by, text=text.strip(), said_at=at)
    tell_comment(row, comment.about, by=by, at=at)
    record(deed="alliances.say", about=comment.about, within=row.story, by=by.pk, at=at)
    return comment


@transaction.atomic
def take_back(*, comment: UUID, by: Person, at: datetime) -> None:
    """The text is gone; that something was said stays."""
    alliance = Comment.objects.filter(pk=comment).values_list("alliance", flat=True).first()
    if alliance is None:
        raise NotFound
    row = entered(alliance, by)
    found = Comment.objects.get(pk=comment)
    demand(may_take_back(by, found), CannotTakeBack)
    Comment.objects.filter(pk=comment).update(text="", taken_back_at=at)
    record(deed="alliances.take_back", about=found.about, within=row.story, by=by.pk, at=at)
