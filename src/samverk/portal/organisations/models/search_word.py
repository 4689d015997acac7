"""The words by which an organisation is found while its name is being typed.

One row for each whole name and for each further word of it, folded. A prefix is a range of words, so an ordinary
index answers it alike in SQLite and PostgreSQL. `tier` sorts before the word in that index: the best organisations
of even a two-letter prefix are the first rows of the first tiers, and a look-up never reads the rest.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from samverk.portal.organisations.models.organisation import Organisation

LONGEST = 60  # letters of a word or of a whole name that are kept
SHORT_NAMES = (20, 35, 55)  # letters: where the tiers by length of name begin
TIERS = range(4 * (len(SHORT_NAMES) + 1))

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"})
_GAP = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Lower case, without diacritics, words apart by one space: `Łódź (PL)` becomes `lodz pl`."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
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


def index(ids: Collection[int]) -> None:
    """Write the words of these organisations anew."""
    SearchWord.objects.filter(organisation__in=ids).delete()
    organisations = Organisation.objects.with_names().with_charters().filter(pk__in=ids)
    rows = (row for organisation in organisations for row in _rows(organisation))
    SearchWord.objects.bulk_create(rows, batch_size=5000)


def _rows(organisation: Organisation) -> Iterator[SearchWord]:
    base = _tier(organisation)
    half = len(TIERS) // 2
    starts, inside = _words(organisation)
    for word in starts | inside:
        tier = base if word in starts else base + half
        yield SearchWord(organisation=organisation, country=organisation.country, tier=tier, word=word)


def _tier(organisation: Organisation) -> int:
    holds = any(charter.gone_from is None for charter in organisation.charters.all())
    length = sum(len(organisation.name) > limit for limit in SHORT_NAMES)
    return length + (0 if holds else len(SHORT_NAMES) + 1)


def _words(organisation: Organisation) -> tuple[set[str], set[str]]:
    """Whole names and codes; and the words inside them, without each first one, which the whole begins with."""
    names = [organisation.name, *(name.text for name in organisation.names.all()), organisation.erasmus_code]
    whole = [fold(name) for name in names]
    codes = [organisation.pic, organisation.ror, organisation.oid, organisation.erasmus_code.replace(" ", "")]
    starts = {text[:LONGEST] for text in (*whole, *(fold(code or "") for code in codes)) if text}
    return starts, {word[:LONGEST] for text in whole for word in text.split()[1:]}
