"""Make one of two rows of the registry that are of the same organisation."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from samverk.portal.foundation.decision import NotFound, Refusal, demand
from samverk.portal.foundation.saving import save_over
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.actions.moving import (
    move_charters,
    move_controls,
    move_memberships,
    move_names,
    move_rest,
)
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.models.search_word import index
from samverk.portal.organisations.permissions import may_merge
from samverk.portal.people.models import Person

FILLED = (
    "country", "city", "kind", "pic", "ror", "oid", "erasmus_code", "website", "description_sv", "description_en",
    "fields", "sectors", "size", "legal_type",
)  # fmt: skip
"""What the one that stays takes over where it says nothing itself."""

NUMBERS = ("pic", "ror")
"""No two rows have the same."""


class CannotMerge(Refusal):
    """`not_officer`, `same_one`, or `already_merged`: one of the two is part of another."""


@transaction.atomic
def merge_organisations(*, kept_id: int, merged_id: int, by: Person, at: datetime) -> Organisation:
    """The row that stays. All that stood with the other stands with it from now on; whoever asks for the other gets it.

    Nothing is deleted. Raises NotFound, and StaleSave if a membership of either was answered at the same time.
    """
    demand(may_merge(by), CannotMerge)
    if kept_id == merged_id:
        raise CannotMerge("same_one")
    kept, merged = _both(kept_id, merged_id)
    if kept.merged_into_id or merged.merged_into_id:
        raise CannotMerge("already_merged")
    moves = (move_names, move_charters, move_memberships, move_controls, move_rest)
    for one in moves:
        one(kept, merged, by=by, at=at)
    _fill(kept, merged)
    Organisation.objects.filter(merged_into=merged).update(merged_into=kept)
    index({kept.pk, merged.pk})
    told = {"merged": merged.pk, "version": kept.version}
    about = kept.about
    record(deed="organisations.merge_organisations", about=about, within=about, by=by.pk, at=at, facts=told)
    return kept


def _both(kept: int, merged: int) -> tuple[Organisation, Organisation]:
    """With all that was merged into either: whoever does a deed to any of them waits."""
    ids = (kept, merged)
    rows = {row.pk: row for row in Organisation.objects.locked().filter(Q(pk__in=ids) | Q(merged_into__in=ids))}
    if kept not in rows or merged not in rows:
        raise NotFound
    return rows[kept], rows[merged]


def _fill(kept: Organisation, merged: Organisation) -> None:
    """The numbers go over first: two rows cannot have them at once."""
    new = {name: getattr(merged, name) for name in FILLED if not getattr(kept, name) and getattr(merged, name)}
    place: Mapping[str, Any] = {}
    if kept.latitude is None:
        place = {"latitude": merged.latitude, "longitude": merged.longitude}
    own = sorted({*kept.own_words, *(set(merged.own_words) & set(new))})
    save_over(merged, merged.version, merged_into=kept, **{name: None for name in NUMBERS if name in new})
    save_over(kept, kept.version, own_words=own, **new, **place)
