"""Rows that may be of the same organisation."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from django.db.models import Q

from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.models.search_word import fold
from samverk.portal.organisations.queries.search import MOST_WORDS, rarest_first, scan

MOST = 10
ALIKE = 0.88
"""From this share of the letters on, two names are alike."""

MOST_NAMES = 5

LEGAL_FORMS = "ab hb kb gmbh ag ltd limited plc oy oyj as asa aps sa sas sarl srl spa sl bv nv inc llc"
SMALL_WORDS = "the of and for de la le les du des di del della der die das und fur och"
FILLERS = frozenset(f"{LEGAL_FORMS} {SMALL_WORDS}".split())
"""Words that tell no name from another."""

_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?([^/:?#\s]+)")


def likely_twins(
    *, names: Iterable[str], country: str, website: str = "", pic: str = "", oid: str = ""
) -> list[Organisation]:
    """The rows that such an organisation may be on record as already, at most ten, by name.

    In the same country (ISO 3166-1 alpha-2; empty: in any) one that has a name much like it or the same website, and
    wherever it is one with the same PIC or OID.
    """
    words = list(dict.fromkeys(key for name in names if (key := significant(name))))[:MOST_NAMES]
    found = {pk for key in words for pk in _named_like(key, country)} | _at(website, country) | _numbered(pic, oid)
    return list(Organisation.objects.living().with_names().filter(pk__in=found).order_by("name", "pk")[:MOST])


def likely_duplicates(organisation: Organisation) -> list[Organisation]:
    """The other rows that may be of the same organisation."""
    found = likely_twins(
        names=[organisation.name, *(name.text for name in organisation.names.all())],
        country=organisation.country,
        website=organisation.website,
        oid=organisation.oid,
    )
    return [row for row in found if row.pk != organisation.pk]


def significant(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, in the order of the alphabet."""
    words = fold(name).split()
    telling = {word for word in words if len(word) > 1 and word not in FILLERS}
    return tuple(sorted(telling or set(words)))


def host(website: str) -> str:
    """The name of the computer that it is at, without `www`; empty if there is none."""
    found = _ADDRESS.match(website.strip().lower())
    return found[1] if found else ""


def _named_like(words: tuple[str, ...], country: str) -> set[int]:
    where = country or None
    longest = sorted(words, key=len, reverse=True)[:MOST_WORDS]
    found = scan(rarest_first(longest, where), MOST, where)
    rows = Organisation.objects.living().with_names().filter(pk__in=found)
    return {row.pk for row in rows if any(_alike(words, significant(name)) for name in _names(row))}


def _names(row: Organisation) -> list[str]:
    return [row.name, *(name.text for name in row.names.all())]


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one == other or SequenceMatcher(None, " ".join(one), " ".join(other)).ratio() >= ALIKE


def _at(website: str, country: str) -> set[int]:
    """By the country first: no index leads to a website."""
    wanted = host(website)
    if not wanted or not country:
        return set()
    rows = Organisation.objects.living().in_country(country).filter(website__icontains=wanted)
    return {pk for pk, text in rows.values_list("pk", "website") if host(text) == wanted}


def _numbered(pic: str, oid: str) -> set[int]:
    same = Q(pk__in=[])
    if pic:
        same |= Q(pic=pic)
    if oid:
        same |= Q(oid=oid)
    return {row.merged_into_id or row.pk for row in Organisation.objects.filter(same)} if pic or oid else set()
