"""Say that an organisation bears another name."""

from datetime import date, datetime

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import save_over
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.actions.cells import as_text
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.models.organisation_name import former
from samverk.portal.organisations.models.search_word import index
from samverk.portal.organisations.permissions import may_rename
from samverk.portal.organisations.queries import entered
from samverk.portal.people.models import Person

LONGEST = 300
LONGEST_LANGUAGE = 8


class CannotRename(Refusal):
    """`not_member`, `empty`, `too_long`, `nothing_changed`: it bears that name, `unknown_language`;

    `not_yet`: the day is to come, or `named_later`: it took its present name on that day or after it.
    """


@transaction.atomic
def rename_organisation(
    *, organisation_id: int, version: int, name: str, language: str, since: date, by: Person, at: datetime
) -> Organisation:
    """`since`: the first day of the new name. The one before is kept with its days, and finds it still.

    `language`: ISO 639, or empty. Raises StaleSave if somebody changed the row since that version.
    """
    row = entered(organisation_id)
    demand(may_rename(by, row), CannotRename)
    new = as_text(name, len(name))
    _check(row, new, language, since, at)
    before = former(row, since)
    save_over(row, version, name=new, name_language=language, name_since=since)
    before.save(force_insert=True)
    index({row.pk})
    told = {"since": since, "version": row.version}
    record(deed="organisations.rename_organisation", about=row.about, within=row.about, by=by.pk, at=at, facts=told)
    return row


def _check(row: Organisation, name: str, language: str, since: date, at: datetime) -> None:
    faults = {
        "empty": not name,
        "too_long": len(name) > LONGEST,
        "nothing_changed": name == row.name,
        "unknown_language": len(language) > LONGEST_LANGUAGE or (not language.isalnum() and language != ""),
        "not_yet": since > at.date(),
        "named_later": row.name_since is not None and since <= row.name_since,
    }
    for code, is_so in faults.items():
        if is_so:
            raise CannotRename(code)
