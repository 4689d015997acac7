"""The words by which an organisation is found while its name is being typed.

One row for each whole name and for each further word of it, folded. A prefix is a range of words, so an ordinary
index answers it alike in SQLite and PostgreSQL. `tier` sorts before the word in that index: the best organisations
of even a two-letter prefix are the first rows of the first tiers, and a look-up never reads the rest.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper

from samverk.portal.organisations.models.charter import Charter
from samverk.portal.organisations.models.organisation import Organisation
from samverk.portal.organisations.models.organisation_name import OrganisationName

LONGEST = 60  # letters of a word or of a whole name that are kept
SHORT_NAMES = (20, 35, 55)  # letters: where the tiers by length of name begin
TIERS = range(4 * (len(SHORT_NAMES) + 1))

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"})
_GAP = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Lower case, without diacritics, words apart by one space: `Łódź (PL)` becomes `lodz pl`."""
    plain = unicodedata.normalize("NFKD", text).casefold()  # only then: a decomposed letter may be a capital
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _GAP.sub(" ", bare.translate(_LETTERS)).strip()


class WordField(models.CharField):
    """Text in the order of its code points, whatever the language of the database."""

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:
        collation = {"postgresql": "C", "sqlite": "BINARY"}.get(connection.vendor)
        return {**super().db_parameters(connection), "collation": collation}


class SearchWord(models.Model):
    """`tier`: starts a name before stands in it, then charter holders first, then shorter names."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="words")
    country = models.CharField(max_length=2, blank=True)
    tier = models.PositiveSmallIntegerField()
    word = WordField(max_length=LONGEST)

    class Meta:
        indexes = [
            models.Index(fields=["tier", "word", "organisation"], name="word_anywhere"),
            models.Index(fields=["country", "tier", "word", "organisation"], name="word_in_country"),
        ]

    def __str__(self) -> str:
        return self.word


Found = tuple[int, str, int, str]


def index(ids: Collection[int]) -> None:
    """Write the words of these organisations anew; none of those that have become part of another."""
    SearchWord.objects.filter(organisation__in=ids).delete()
    with connection.cursor() as cursor:  # half a million rows from one register: a third of the time of bulk_create
        cursor.executemany(
            "INSERT INTO organisations_searchword (organisation_id, country, tier, word) VALUES (%s, %s, %s, %s)",
            list(_rows(ids)),
        )


def _rows(ids: Collection[int]) -> Iterator[Found]:
    others: defaultdict[int, list[str]] = defaultdict(list)
    for pk, text in OrganisationName.objects.filter(organisation__in=ids).values_list("organisation_id", "text"):
        others[pk].append(text)
    standing = Charter.objects.filter(organisation__in=ids, gone_from=None)
    holders = set(standing.values_list("organisation_id", flat=True))
    for organisation in Organisation.objects.living().filter(pk__in=ids):
        pk = organisation.pk
        yield from _rows_of(organisation, others[pk], holds=pk in holders)


def _rows_of(organisation: Organisation, others: Collection[str], *, holds: bool) -> Iterator[Found]:
    length = sum(len(organisation.name) > limit for limit in SHORT_NAMES)
    tier = length + (0 if holds else len(SHORT_NAMES) + 1)
    starts, inside = _words(organisation, others)
    for word in starts:
        yield organisation.pk, organisation.country, tier, word
    for word in inside - starts:
        yield organisation.pk, organisation.country, tier + len(TIERS) // 2, word


def _words(organisation: Organisation, others: Collection[str]) -> tuple[set[str], set[str]]:
    """Whole names and codes; and the words inside them, without each first one, which the whole begins with."""
    whole = [fold(name) for name in (organisation.name, *others, organisation.erasmus_code)]
    codes = [organisation.pic, organisation.ror, organisation.oid, organisation.erasmus_code.replace(" ", "")]
    starts = {text[:LONGEST] for text in (*whole, *(fold(code or "") for code in codes)) if text}
    return starts, {word[:LONGEST] for text in whole for word in text.split()[1:]}
