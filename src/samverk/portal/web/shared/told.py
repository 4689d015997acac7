"""Entries of the ledger in plain words."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext

from samverk.portal.alliances.queries import names_of as names_of_alliances
from samverk.portal.calls.queries import names_of as names_of_calls
from samverk.portal.foundation.reasons import REASONS
from samverk.portal.ledger.models import Entry
from samverk.portal.organisations.queries import names_of as names_of_organisations
from samverk.portal.people.queries import names_of as names_of_people
from samverk.portal.web.shared.deed_words import DEEDS

Names = Mapping[str, str]
"""What the ledger calls a thing, as `participant:0192…` -> its name. What has none is not there."""


def names_in(entries: Iterable[Entry]) -> Names:
    """The names that a list of entries is told with; a query for each kind of thing, however many there are."""
    kept = list(entries)
    things = {thing for entry in kept for thing in (entry.about, entry.within) if thing}
    named = (look_up(things) for look_up in (names_of_alliances, names_of_calls, names_of_organisations))
    names = {thing: name for found in named for thing, name in found.items()}
    return names | _people({*(entry.by for entry in kept if entry.by)})


def told(entry: Entry, names: Names) -> str:
    """One sentence in the reader's language: who did what; of a refusal also why. People without a name have left."""
    sentence = str(DEEDS.get(entry.deed, "%(who)s: " + entry.deed)) % {
        "who": _who(entry, names),
        "what": names.get(entry.about) or names.get(entry.within) or _unnamed(entry.about),
        "alliance": names.get(entry.within) or gettext("the alliance"),
    }
    if not entry.reason:
        return sentence
    why = str(REASONS.get(entry.reason, entry.reason))
    return gettext("Refused: “%(deed)s” %(why)s") % {"deed": sentence, "why": why}


def _who(entry: Entry, names: Names) -> str:
    if entry.by is None:
        return gettext("Somebody without an account") if entry.deed in ANONYMOUS else gettext("Samverk")
    return names.get(f"person:{entry.by}") or gettext("A former member")


ANONYMOUS = {"alliances.decline", "alliances.decline_mandate"}
"""Deeds that whoever holds a link can do."""


def _unnamed(about: str) -> str:
    kinds = {"participant": gettext("an organisation without a name"), "call": gettext("a call")}
    return kinds.get(about.partition(":")[0], gettext("something"))


def _people(ids: set[UUID]) -> dict[str, str]:
    return {f"person:{key}": name for key, name in names_of_people(ids).items()}
