"""What follows from a deed to a participant: the verdict without it, beside the one with it."""

from typing import NamedTuple

from samverk.portal.alliances.facts import book, case
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.web.shared.answer import Answer, Told, answer


class Change(NamedTuple):
    """A rule that answers otherwise then."""

    before: Told
    after: Told


class Outlook(NamedTuple):
    """The answers before and after, and the rules that make the difference."""

    before: Answer
    after: Answer
    changes: tuple[Change, ...]


def without(alliance: Alliance, row: Participant, lang: str) -> Outlook:
    """As the rules see it once that participant is gone; who owned whom stays so."""
    now, rules = case(alliance), book(alliance)
    then = now.model_copy(update={"participants": tuple(p for p in now.participants if p.id != row.key)})
    before, after = (answer(one, rules, lang, lambda _finding: ()) for one in (now, then))
    otherwise = {told.about.rule: told for group in after.groups for told in group.told}
    pairs = (Change(told, otherwise[told.about.rule]) for group in before.groups for told in group.told)
    return Outlook(before, after, tuple(pair for pair in pairs if pair.before.look != pair.after.look))
