"""Which organisation on record an entry speaks of.

By ROR id, else PIC, else OID, else the exact folded name, country and city where just one organisation has them.
An OID counts only where the PIC on record is not in the same list: the Commission gives an organisation a new PIC
when it merges double registrations (110 of the 190 PICs that left the list between 2022-03 and 2026-04 kept the OID).
Erasmus codes match nothing, since they are given anew to other organisations.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from samverk.portal.organisations.actions.entry import Entry, Report, Skipped
from samverk.portal.organisations.models import Organisation, OrganisationName
from samverk.portal.organisations.models.search_word import fold

Place = tuple[str, str, str]
Row = tuple[int, str | None, str | None, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Match:
    id: int
    trait: str


def first_of_each(entries: Iterable[Entry], report: Report) -> Iterator[Entry]:
    """Of the entries that share a PIC or ROR id, or a name and place if they have neither, the first."""
    seen: set[object] = set()
    for entry in entries:
        identity = entry.ror or entry.pic or _place(entry.name, entry.country, entry.city)
        if identity in seen:
            report.skipped.append(Skipped(entry.row, "duplicate", entry.name))
        else:
            seen.add(identity)
            yield entry


class Records:
    """What is on record when an import begins. No two entries of one import match the same organisation."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        rows = list(Organisation.objects.values_list("pk", "ror", "pic", "oid", "name", "country", "city"))
        self._ror = {ror: pk for pk, ror, *_ in rows if ror}
        self._pic = {pic: pk for pk, _, pic, *_ in rows if pic}
        listed = {entry.pic for entry in entries if entry.pic}
        self._oid = {oid: pk for pk, _, pic, oid, *_ in rows if oid and pic not in listed}
        self._identified = {pk: (ror, pic) for pk, ror, pic, *_ in rows}
        self._places = _places(rows)
        self._taken: set[int] = set()

    def take(self, entry: Entry) -> Match | None:
        """The organisation that the entry speaks of, if it is on record."""
        found = (
            ("ror", self._ror.get(entry.ror or "")),
            ("pic", self._pic.get(entry.pic or "")),
            ("oid", self._oid.get(entry.oid)),
            ("name and place", self._by_place(entry)),
        )
        match = next((Match(pk, trait) for trait, pk in found if pk is not None and pk not in self._taken), None)
        if match:
            self._taken.add(match.id)
        return match

    def _by_place(self, entry: Entry) -> int | None:
        places = {_place(name, entry.country, entry.city) for name in entry.all_names}
        candidates = set(chain.from_iterable(self._places.get(place, ()) for place in places))
        if len(candidates) != 1:
            return None
        [pk] = candidates
        ror, pic = self._identified[pk]
        return None if (ror and entry.ror) or (pic and entry.pic) else pk


def _places(rows: Sequence[Row]) -> dict[Place, set[int]]:
    where = {pk: (country, city) for pk, *_, country, city in rows}
    names = chain(
        ((pk, name) for pk, _, _, _, name, _, _ in rows),
        OrganisationName.objects.values_list("organisation_id", "text"),
    )
    found: defaultdict[Place, set[int]] = defaultdict(set)
    for pk, name in names:
        found[_place(name, *where[pk])].add(pk)
    return found


def _place(name: str, country: str, city: str) -> Place:
    return fold(name), country, fold(city)
