"""Which organisation on record an entry speaks of.

By ROR id, else PIC, else OID, else name. An OID counts only where the PIC on record is not in the same list: the
Commission gives an organisation a new PIC when it merges double registrations (110 of the 190 PICs that left the list
between 2022-03 and 2026-04 kept the OID). Erasmus codes match nothing, since they are given anew to others.

The numbers of a row that was merged lead to the one that it is part of, unless that one is in the list by its own.

A name is matched exactly, but folded, within a country. The towns must be the same too, unless the name has several
words and only one on either side bears it: lists write `WIEN`, `Vienna` and `Palaiseau Cedex`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from samverk.portal.organisations.actions.entry import Entry, Report, Skipped
from samverk.portal.organisations.models import Organisation, OrganisationName
from samverk.portal.organisations.models.search_word import fold

Named = tuple[str, str]
Row = tuple[int, str | None, str | None, str, str, str, str, int | None]


@dataclass(frozen=True, slots=True)
class Match:
    id: int
    trait: str


def first_of_each(entries: Iterable[Entry], report: Report) -> Iterator[Entry]:
    """Of the entries that share a PIC or ROR id, or a name and place if they have neither, the first."""
    seen: set[object] = set()
    for entry in entries:
        identity = entry.ror or entry.pic or (*_named(entry.name, entry.country), fold(entry.city))
        if identity in seen:
            report.skipped.append(Skipped(entry.row, "duplicate", entry.name))
        else:
            seen.add(identity)
            yield entry


class Records:
    """What is on record when an import begins. No two entries of one import match the same organisation."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        rows = list(
            Organisation.objects.values_list("pk", "ror", "pic", "oid", "name", "country", "city", "merged_into")
        )
        self._identified = {pk: (ror, pic) for pk, ror, pic, *_ in rows}
        self._merged = {number for _, ror, pic, *_, into in rows if into for number in (ror, pic) if number}
        self._became = self._living(rows, entries)
        self._ror = {ror: pk for pk, ror, *_ in rows if ror}
        self._pic = {pic: pk for pk, _, pic, *_ in rows if pic}
        listed = {entry.pic for entry in entries if entry.pic}
        self._oid = {oid: pk for pk, _, pic, oid, *_ in rows if oid and pic not in listed}
        self._bearers = _bearers([row for row in rows if row[-1] is None])
        self._towns = {pk: fold(city) for pk, *_, city, _ in rows}
        self._namesakes = Counter(chain.from_iterable(_all_named(entry) for entry in entries))
        self._taken: set[int] = set()

    def take(self, entry: Entry) -> Match | None:
        """The organisation that the entry speaks of, if it is on record."""
        found = (
            ("ror", self._ror.get(entry.ror or "")),
            ("pic", self._pic.get(entry.pic or "")),
            ("oid", self._oid.get(entry.oid)),
            ("name", self._by_name(entry)),
        )
        living = ((trait, self._became.get(pk, pk) if pk is not None else None) for trait, pk in found)
        match = next((Match(pk, trait) for trait, pk in living if pk is not None and pk not in self._taken), None)
        if match:
            self._taken.add(match.id)
        return match

    def merged(self, entry: Entry) -> bool:
        """Whether a number of the entry is that of a row that was merged."""
        return not self._merged.isdisjoint({entry.pic, entry.ror})

    def told_of_living(self, entry: Entry) -> Entry:
        """The entry without the numbers that the merged row keeps."""
        numbers = {name: None for name in ("pic", "ror") if getattr(entry, name) in self._merged}
        return replace(entry, **numbers) if numbers else entry  # type: ignore[arg-type]

    def _living(self, rows: Sequence[Row], entries: Sequence[Entry]) -> dict[int, int | None]:
        """Merged row -> the one that it is part of; nothing if that one is in the list by a number of its own."""
        listed = {number for entry in entries for number in (entry.ror, entry.pic) if number}
        return {
            pk: into if listed.isdisjoint(self._identified[into]) else None for pk, *_, into in rows if into is not None
        }

    def _by_name(self, entry: Entry) -> int | None:
        bearers = {pk: named for named in _all_named(entry) for pk in self._bearers.get(named, ())}
        here = [pk for pk in bearers if self._towns[pk] == fold(entry.city)]
        elsewhere = [pk for pk, named in bearers.items() if " " in named[0] and self._namesakes[named] == 1]
        found = here or elsewhere
        if len(found) != 1 or (not here and len(bearers) > 1):
            return None
        ror, pic = self._identified[found[0]]
        return None if (ror and entry.ror) or (pic and entry.pic) else found[0]


def _bearers(rows: Sequence[Row]) -> dict[Named, set[int]]:
    country_of = {pk: country for pk, *_, country, _, _ in rows}
    names = chain(
        ((pk, name) for pk, _, _, _, name, *_ in rows),
        OrganisationName.objects.filter(organisation__merged_into=None).values_list("organisation_id", "text"),
    )
    found: defaultdict[Named, set[int]] = defaultdict(set)
    for pk, name in names:
        found[_named(name, country_of[pk])].add(pk)
    return found


def _all_named(entry: Entry) -> set[Named]:
    return {_named(name, entry.country) for name in entry.all_names}


def _named(name: str, country: str) -> Named:
    return fold(name), country
