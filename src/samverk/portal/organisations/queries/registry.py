"""Reads of the registry. Who asks for a row that was merged gets the one that it is part of now."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from django.db.models import Q
from django.db.models.functions import Coalesce

from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.paging import Page, page
from samverk.portal.organisations.models import Organisation

KEYS = ("pic-", "ror-")
"""Before a number of the registry in a participant's key."""


def organisation(identifier: int) -> Organisation | None:
    """One organisation, with its charters and names."""
    told = Organisation.objects.with_charters().with_names()
    row = told.filter(pk=identifier).first()
    return told.get(pk=row.merged_into_id) if row and row.merged_into_id else row


def known(identifier: int) -> Organisation:
    """One organisation. Raises NotFound."""
    row = Organisation.objects.select_related("merged_into").filter(pk=identifier).first()
    if row is None:
        raise NotFound
    return row.living


def entered(identifier: int) -> Organisation:
    """The same for a deed: until the transaction ends, others who do one to it wait. Raises NotFound."""
    return entered_all([identifier])[identifier]


def entered_all(identifiers: Collection[int]) -> dict[int, Organisation]:
    """Several for one deed, by what they were asked for with. Raises NotFound."""
    became = {one: known(one).pk for one in identifiers}
    rows = {row.pk: row for row in Organisation.objects.living().locked().filter(pk__in=became.values())}
    if set(became.values()) - set(rows):  # one was merged while this waited
        return entered_all(identifiers)
    return {one: rows[pk] for one, pk in became.items()}


def living(identifiers: Iterable[int]) -> dict[int, int]:
    """Row -> the row that it is part of now, which is itself unless it was merged."""
    rows = Organisation.objects.filter(pk__in=list(identifiers))
    return dict(rows.values_list("pk", Coalesce("merged_into", "pk")))


def names_of(things: Iterable[str]) -> dict[str, str]:
    """`organisation:…`, as the ledger has it -> name."""
    known = [thing.removeprefix("organisation:") for thing in things if thing.startswith("organisation:")]
    rows = Organisation.objects.filter(pk__in=known).values_list("pk", "name") if known else ()
    return {f"organisation:{key}": name for key, name in rows}


def listed(*, country: str = "", after: str = "") -> Page[Organisation]:
    """The registry by name, 50 a page, with charters. `country`: ISO 3166-1 alpha-2, empty for all of them."""
    rows = Organisation.objects.living().with_charters()
    return page(rows.in_country(country) if country else rows, by=("name", "id"), after=after)


def by_key(wanted: Iterable[str]) -> dict[str, Organisation]:
    """Key of a participant -> organisation, of the keys that are made of a number of the registry, with charters."""
    pics, rors = key_numbers(wanted)
    if not pics and not rors:
        return {}
    rows = Organisation.objects.with_charters().select_related("merged_into")
    rows = rows.prefetch_related("merged_into__charters").filter(Q(pic__in=pics) | Q(ror__in=rors))
    return {key: row.living for row in rows for key in keys(row)}


def key_numbers(wanted: Iterable[str]) -> tuple[list[str], list[str]]:
    """The PICs and the ROR ids that keys of participants are made of."""
    kept = list(wanted)
    pics, rors = ([key.removeprefix(kind) for key in kept if key.startswith(kind)] for kind in KEYS)
    return pics, rors


def keys(known: "Organisation | Located") -> Iterator[str]:
    """What it is called in a case, the key of choice first."""
    return (kind + number for kind, number in zip(KEYS, (known.pic, known.ror), strict=True) if number)


class Located(NamedTuple):
    """Where an organisation is, in degrees north and east."""

    pic: str | None
    ror: str | None
    latitude: float
    longitude: float


def located(*, pics: Iterable[str], rors: Iterable[str]) -> list[Located]:
    """The places of the organisations with these PICs and ROR ids, of those whose place is known."""
    found = Organisation.objects.filter(Q(pic__in=pics) | Q(ror__in=rors), latitude__isnull=False)
    return [Located(*row) for row in found.values_list(*Located._fields)]
