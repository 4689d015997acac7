"""Reads of the registry."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.paging import Page, page
from samverk.portal.organisations.models import Membership, MembershipKind, Organisation
from samverk.portal.organisations.models.search_word import LONGEST, TIERS, fold
from samverk.portal.organisations.states import OPEN, MembershipState
from samverk.portal.people.models import Person, RoleKind
from samverk.portal.people.queries import roles_of

KEYS = ("pic-", "ror-")
"""Before a number of the registry in a participant's key."""

SHORTEST = 2  # letters before anything is looked up
MOST_WORDS = 8
ROWS_A_RESULT = 5  # an organisation may be found by several of its names
COMMON = 3000  # of words found more often than this, the longer is likely the rarer

_LAST = "\U0010ffff"
# Django's own queries cannot put a limit on each part of a union in SQLite. Only constants are put into the text.
_ONE_TIER = """
    SELECT * FROM (
        SELECT organisation_id, tier FROM organisations_searchword AS w
        WHERE {place} tier = %s AND word >= %s AND word < %s {others}
        ORDER BY word, organisation_id LIMIT {rows}
    ) AS one_tier"""
_OTHER = """
    AND EXISTS (
        SELECT 1 FROM organisations_searchword AS o
        WHERE o.organisation_id = w.organisation_id AND o.word >= %s AND o.word < %s
    )"""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An organisation to choose. `id` is that of the registry; `also` the other name that was matched, if one was.

    `kind` is a category of the scheme or empty; `charter`: a charter that no later list has dropped is on record.
    """

    id: int
    name: str
    also: str
    country: str
    city: str
    kind: str
    pic: str
    charter: bool


def organisation(identifier: int) -> Organisation | None:
    """One organisation, with its charters and names."""
    return Organisation.objects.with_charters().with_names().filter(pk=identifier).first()


def entered(identifier: int) -> Organisation:
    """One organisation. Raises NotFound."""
    row = Organisation.objects.filter(pk=identifier).first()
    if row is None:
        raise NotFound
    return row


def names_of(things: Iterable[str]) -> dict[str, str]:
    """`organisation:…`, as the ledger has it -> name."""
    known = [thing.removeprefix("organisation:") for thing in things if thing.startswith("organisation:")]
    rows = Organisation.objects.filter(pk__in=known).values_list("pk", "name") if known else ()
    return {f"organisation:{key}": name for key, name in rows}


def listed(*, country: str = "", after: str = "") -> Page[Organisation]:
    """The registry by name, 50 a page, with charters. `country`: ISO 3166-1 alpha-2, empty for all of them."""
    rows = Organisation.objects.with_charters()
    return page(rows.in_country(country) if country else rows, by=("name", "id"), after=after)


def with_numbers(*, pics: Iterable[str], rors: Iterable[str]) -> list[Organisation]:
    """The organisations with these PICs and ROR ids, with their charters."""
    return list(Organisation.objects.with_charters().filter(Q(pic__in=pics) | Q(ror__in=rors)))


def by_key(wanted: Iterable[str]) -> dict[str, Organisation]:
    """Key of a participant -> organisation, of the keys that are made of a number of the registry, with charters."""
    pics, rors = key_numbers(wanted)
    if not pics and not rors:
        return {}
    return {key: one for one in with_numbers(pics=pics, rors=rors) for key in keys(one)}


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


def suggest(text: str, *, limit: int = 10, country: str | None = None) -> list[Suggestion]:
    """The organisations that a person who has typed `text` may mean, the likeliest first.

    Found by the beginning of any word of any name, of several words each, in any case and without diacritics; by
    PIC, OID, Erasmus code and ROR id. Names that begin so come first, then charter holders, then shorter names.
    `country`: ISO 3166-1 alpha-2. Fewer than two letters find nothing.
    """
    wanted = fold(text.rpartition("ror.org/")[2])[: LONGEST * 2]
    if len(wanted) < SHORTEST:
        return []
    found = _scan([wanted[:LONGEST]], limit, country)
    words = wanted.split()[:MOST_WORDS]
    if len(words) > 1 and len(found) < limit:
        found = {**_scan(_rarest_first(words, country), limit, country), **found}
    return _suggestions(found, wanted)[:limit]


def _scan(words: list[str], limit: int, country: str | None) -> dict[int, int]:
    """Organisation to best tier, by a word that begins with the first of `words` and others that do with the rest."""
    sql, values = _tiers(words, limit * ROWS_A_RESULT, country)
    best: dict[int, int] = {}
    for identifier, tier in _rows(sql, values):
        best[identifier] = min(tier, best.get(identifier, tier))
    return dict(sorted(best.items(), key=lambda item: item[1])[: 2 * limit])


def _tiers(words: list[str], rows: int, country: str | None) -> tuple[str, list[str | int]]:
    """One tier after the other, each by its own range of the index, until there are enough rows."""
    one = _ONE_TIER.format(place="country = %s AND" if country else "", others=_OTHER * (len(words) - 1), rows=rows)
    place = [country] if country else []
    ranges = [bound for word in words for bound in (word, word + _LAST)]
    values: list[str | int] = []
    for tier in TIERS:
        values += [*place, tier, *ranges]
    return f"SELECT * FROM ({' UNION ALL '.join([one] * len(TIERS))}) AS tiers LIMIT {rows}", values  # noqa: S608


def _rarest_first(words: list[str], country: str | None) -> list[str]:
    """Beginning with the word that the fewest organisations have keeps the search short."""
    counts: list[str] = []
    values: list[str | int] = []
    for word in words:
        sql, bounds = _tiers([word], COMMON, country)
        counts.append(f"(SELECT count(*) FROM ({sql}) AS counted)")  # noqa: S608
        values += bounds
    [found] = _rows(f"SELECT {', '.join(counts)}", values)
    count = dict(zip(words, found, strict=True))
    return sorted(words, key=lambda word: (count[word], -len(word)))


def _rows(sql: str, values: list[str | int]) -> list[tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _suggestions(found: dict[int, int], wanted: str) -> list[Suggestion]:
    rows = Organisation.objects.with_charters().with_names().filter(pk__in=found)
    ranked = sorted(rows, key=lambda row: (found[row.pk], len(row.name), row.name))
    return [_suggestion(row, wanted) for row in ranked]


def _suggestion(row: Organisation, wanted: str) -> Suggestion:
    return Suggestion(
        id=row.pk,
        name=row.name,
        also="" if _matches(row.name, wanted) else _first_match((n.text for n in row.names.all()), wanted),
        country=row.country,
        city=row.city,
        kind=row.kind,
        pic=row.pic or "",
        charter=any(charter.gone_from is None for charter in row.charters.all()),
    )


def _first_match(names: Iterable[str], wanted: str) -> str:
    return next((name for name in names if _matches(name, wanted)), "")


def _matches(name: str, wanted: str) -> bool:
    words = fold(name).split()
    return all(any(word.startswith(part) for word in words) for part in wanted.split())


ANSWERING = frozenset({RoleKind.OFFICER, RoleKind.CALL_MANAGER})
"""The agency's people who may answer for any organisation."""


def answers_for_agency(person: Person) -> bool:
    """Whether the person may answer a request to any organisation."""
    return bool(roles_of(person) & ANSWERING)


def is_member(person: Person, organisation_id: int) -> bool:
    """Whether the person acts for the organisation now."""
    return Membership.objects.of(person.pk).active().filter(organisation=organisation_id).exists()


def represents(person: Person, organisation_id: int) -> bool:
    """Whether the person may sign for the organisation now."""
    mine = Membership.objects.of(person.pk).active().filter(organisation=organisation_id)
    return mine.filter(kind=MembershipKind.LEGAL_REPRESENTATIVE).exists()


def has_open(person: Person, organisation_id: int) -> bool:
    """Whether the person acts for the organisation or has asked to."""
    return Membership.objects.of(person.pk).filter(organisation=organisation_id, state__in=OPEN).exists()


def organisations_of(person: Person) -> list[Organisation]:
    """Those that the person acts for now, by name."""
    mine = Membership.objects.of(person.pk).active()
    return list(Organisation.objects.filter(memberships__in=mine).order_by("name", "pk"))


def members(organisation: Organisation) -> list[Membership]:
    """Who acts for it now, with the people, the longest there first."""
    rows = Membership.objects.active().filter(organisation=organisation)
    return list(rows.select_related("person").order_by("answered_at", "pk"))


def legal_representatives(organisation_id: int) -> list[Person]:
    """Who may sign for it now."""
    rows = Membership.objects.active().filter(organisation=organisation_id, kind=MembershipKind.LEGAL_REPRESENTATIVE)
    return [row.person for row in rows.select_related("person").order_by("answered_at", "pk")]


def asked_by(person: Person) -> list[Membership]:
    """The person's own requests that wait for an answer, with the organisations."""
    rows = Membership.objects.of(person.pk).filter(state=MembershipState.REQUESTED)
    return list(rows.select_related("organisation").order_by("asked_at", "pk"))


def requests_for(person: Person, *, organisation_id: int | None = None, after: str = "") -> Page[Membership]:
    """The requests that the person can answer, the oldest first, of one organisation or of all."""
    rows = Membership.objects.filter(state=MembershipState.REQUESTED).exclude(person=person)
    if not answers_for_agency(person):
        mine = Membership.objects.of(person.pk).active()
        signing = mine.filter(kind=MembershipKind.LEGAL_REPRESENTATIVE)
        theirs = Q(kind=MembershipKind.EDITOR, organisation__in=mine.values("organisation"))
        rows = rows.filter(theirs | Q(organisation__in=signing.values("organisation")))
    if organisation_id is not None:
        rows = rows.filter(organisation=organisation_id)
    return page(rows.select_related("person", "organisation"), by=("asked_at", "id"), after=after)


def requests_left() -> QuerySet[Membership]:
    """The requests that only the agency can answer: no member is there, or none who may let somebody sign for it."""
    acting = Membership.objects.active().filter(organisation=OuterRef("organisation"))
    signing = acting.filter(kind=MembershipKind.LEGAL_REPRESENTATIVE)
    nobody = ~Exists(acting) | Q(~Exists(signing), kind=MembershipKind.LEGAL_REPRESENTATIVE)
    return Membership.objects.filter(nobody, state=MembershipState.REQUESTED)


def requests_left_page(after: str = "") -> Page[Membership]:
    """The same with people and organisations, the oldest first. Raises BadMark."""
    return page(requests_left().select_related("person", "organisation"), by=("asked_at", "id"), after=after)


def acted_for(identifier: int, person: Person) -> Organisation:
    """One organisation for those who act for it or answer for any. Raises NotFound, for all others too."""
    row = entered(identifier)
    if not is_member(person, row.pk) and not answers_for_agency(person):
        raise NotFound
    return row


def membership_seen(identifier: UUID, person: Person) -> Membership:
    """One membership: the person's own, or of an organisation that the person answers for. Raises NotFound."""
    row = Membership.objects.filter(pk=identifier).first()
    if row is None:
        raise NotFound
    if row.person_id != person.pk:
        acted_for(row.organisation_id, person)
    return row


def memberships_of(person: Person) -> QuerySet[Membership]:
    """All that the person has asked for or had, the first first."""
    return Membership.objects.filter(person=person).order_by("asked_at", "id")
