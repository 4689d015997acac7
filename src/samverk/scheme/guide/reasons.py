"""Why a finding is as it is: who is left out, what is missing, who counts as one."""

from collections.abc import Iterator
from typing import Any

from samverk.scheme.facts import Case, Participant
from samverk.scheme.guide.nouns import SAID, Nouns
from samverk.scheme.guide.people import People
from samverk.scheme.rules import Rule
from samverk.scheme.values import Category
from samverk.scheme.verdict import Finding, LeftOut

COULD_ACT = {
    Category.SOCIAL_PARTNER,
    Category.RESEARCH,
    Category.PUBLIC,
    Category.ASSOCIATION,
    Category.ACCREDITATION,
    Category.OTHER,
}
"""Who, without being an enterprise by name, may take part as one: the role decides, not the legal form (S7)."""

ORDER = (*(field for field in SAID if field != "coordinator"), "category")
"""Fields in the order in which reasons are told. That the others do not coordinate is no news."""

Reason = tuple[str, Any]
"""A field, and the value in it that does not count."""


class Reasons:
    """The reasons behind one case's findings, in one language."""

    def __init__(self, case: Case, nouns: Nouns) -> None:
        self.people = People(case, nouns.book, nouns.words)
        self._nouns, self._words, self._book = nouns, nouns.words, nouns.book

    def left_out(self, finding: Finding) -> tuple[str, ...]:
        """Who does not count, a line for each set of reasons: `X, Y: associated partners`."""
        alike: dict[tuple[Reason, ...], list[str]] = {}
        for key, reasons in self._reasons(finding).items():
            alike.setdefault(tuple(reasons), []).append(key)
        return tuple(self._left_out(reasons, ids) for reasons, ids in alike.items())

    def _reasons(self, finding: Finding) -> dict[str, list[Reason]]:
        reasons: dict[str, list[Reason]] = {}
        told = [left_out for left_out in finding.left_out if left_out.field in ORDER]
        for left_out in sorted(told, key=lambda each: ORDER.index(each.field)):
            for key in left_out.participants:
                reasons.setdefault(key, []).append(_reason(left_out, self.people.by_id[key]))
        return reasons

    def _left_out(self, reasons: tuple[Reason, ...], ids: list[str]) -> str:
        why = ", ".join(self._why(*reason, len(ids)) for reason in reasons)
        return self._words.say("left_out.line", who=self.people.opening(ids), why=why)

    def _why(self, field: str, value: Any, n: int) -> str:
        if field == "country_status":
            status, country = value
            return self._words.say(f"left_out.{status}", country=self._words.country(country, self._book))
        if field == "country":
            return self._words.say("left_out.country", country=self._words.country(value, self._book))
        if field in ("category", "role"):
            return self._nouns.noun({field: (value,)}, n)
        return self._nouns.predicate("is", {field: (value,)}, n)

    def missing(self, finding: Finding) -> tuple[str, ...]:
        """What is not known, a sentence for each fact."""
        fields: dict[str, dict[str, None]] = {}
        for missing in finding.missing:
            fields.setdefault(missing.field, {}).update(dict.fromkeys(missing.participants))
        return tuple(said for field, ids in fields.items() for said in self._missing(field, list(ids)))

    def _missing(self, field: str, ids: list[str]) -> Iterator[str]:
        if not ids:
            yield self._words.say(f"missing_project.{field}")
        placed = [key for key in ids if field == "country" and self.people.by_id[key].country]
        if placed:
            yield self._standing(placed)
        if open_ := [key for key in ids if key not in placed]:
            who, any_ = self.people.listed(open_), self.people.listed(open_, "or")
            yield self._words.say(f"missing.{field}", len(open_), who=who, any=any_)

    def _standing(self, ids: list[str]) -> str:
        """That the book does not tell how a country stood."""
        codes = dict.fromkeys(self.people.by_id[key].country or "" for key in ids)
        names = [self._words.country(code, self._book) for code in codes]
        listed, who = self._words.listed(names), self.people.listed(ids)
        return self._words.say("missing.country_status", len(names), countries=listed, who=who)

    def linked(self, finding: Finding) -> tuple[str, ...]:
        """Who counts as one."""
        return tuple(self._words.say("linked.line", who=self.people.listed(group)) for group in finding.linked)

    def could_act(self, finding: Finding, rule: Rule) -> list[str]:
        """Who would count by taking part as an enterprise: left out for their category alone."""
        if Category.ENTERPRISE not in rule.where.get("category", ()):
            return []
        fields = {key: [field for field, _ in reasons] for key, reasons in self._reasons(finding).items()}
        alone = [key for key, reasons in fields.items() if reasons == ["category"]]
        return [key for key in alone if self.people.by_id[key].category in COULD_ACT]


def _reason(left_out: LeftOut, participant: Participant) -> Reason:
    field, wanted = left_out.field, left_out.wanted
    if field == "country_status":
        return field, (wanted[0], participant.country)
    if isinstance(wanted[0], bool):
        return field, not wanted[0]
    return field, getattr(participant, field)
