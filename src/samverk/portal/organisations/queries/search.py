"""What a person may mean who types a name."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.models.search_word import LONGEST, TIERS, fold

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


def suggest(text: str, *, limit: int = 10, country: str | None = None) -> list[Suggestion]:
    """The organisations that a person who has typed `text` may mean, the likeliest first.

    Found by the beginning of any word of any name, of several words each, in any case and without diacritics; by
    PIC, OID, Erasmus code and ROR id. Names that begin so come first, then charter holders, then shorter names.
    `country`: ISO 3166-1 alpha-2. Fewer than two letters find nothing.
    """
    wanted = fold(text.rpartition("ror.org/")[2])[: LONGEST * 2]
    if len(wanted) < SHORTEST:
        return []
    found = scan([wanted[:LONGEST]], limit, country)
    words = wanted.split()[:MOST_WORDS]
    if len(words) > 1 and len(found) < limit:
        found = {**scan(rarest_first(words, country), limit, country), **found}
    return _suggestions(found, wanted)[:limit]


def scan(words: list[str], limit: int, country: str | None) -> dict[int, int]:
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


def rarest_first(words: list[str], country: str | None) -> list[str]:
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
