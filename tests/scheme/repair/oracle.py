"""The cheapest repair by trying everything in order of cost, with nothing but the check reading to go by."""

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import count
from typing import Any

from samverk.scheme.book.model import Book
from samverk.scheme.book.repairs import Kind, Repairs
from samverk.scheme.check import check
from samverk.scheme.facts import Case, Participant
from samverk.scheme.values import Category, CountryStatus, Outcome, Role

Weight = tuple[int, int]
"""What the changes cost, and how many facts were told."""

STATEMENTS = ("role_stated", "added_value", "experience")


def cheapest(case: Case, book: Book, costs: Repairs, most: int) -> Weight | None:
    """The weight of the cheapest repair, `None` if none costs at most `most`."""
    search = Search(case, book, costs)
    queue: list[Any] = [((0, 0), 0, case, False)]
    seen: set[Any] = set()
    for number in count(1):
        if not queue:
            return None
        weight, _, state, moved = heappop(queue)
        key = state.project, frozenset(state.participants), moved
        if key in seen:
            continue
        seen.add(key)
        if check(state, book).outcome is Outcome.MET:
            return weight
        for kind, after, leads in search.moves(state, moved):
            price, facts = (0, 1) if kind is Kind.TELL else (0 if kind is None else costs.of(kind), 0)
            if weight[0] + price <= most:
                entry = (weight[0] + price, weight[1] + facts), number * 10_000 + len(queue), after, leads
                heappush(queue, entry)
    return None


class Search:
    """The single changes from one alliance to the next."""

    def __init__(self, case: Case, book: Book, costs: Repairs) -> None:
        self.case, self.book, self.costs = case, book, costs
        self.led = any(p.coordinator for p in case.participants)
        used = {p.country for p in case.participants}
        programme = [c for c, s in book.statuses.items() if s is CountryStatus.PROGRAMME]
        partner = [c for c, s in book.statuses.items() if s is CountryStatus.PARTNER]
        fresh = [code for code in programme if code not in used][:2]
        self.countries = [*sorted(code for code in used if code), *fresh, *partner[:1]]
        self.homes = [*fresh, *sorted(code for code in used if code in programme)[:1]]

    def moves(self, state: Case, moved: bool) -> Iterator[tuple[Kind | None, Case, bool]]:
        yield from ((kind, after, moved) for kind, after in self._project(state))
        for participant in state.participants:
            others = [p for p in state.participants if p.id != participant.id]
            yield Kind.DROP, _with(state, others), moved
            for kind, facts in self._facts(participant):
                same = [p.model_copy(update=facts) if p.id == participant.id else p for p in state.participants]
                yield kind, _with(state, same), moved
            yield from self._leads(state, participant, moved)
        if len(state.participants) < 6:
            for new in self._newcomers(state):
                yield Kind.ADD, _with(state, [*state.participants, new]), moved

    def _leads(self, state: Case, leader: Participant, moved: bool) -> Iterator[tuple[Kind | None, Case, bool]]:
        after = _with(state, [p.model_copy(update={"coordinator": p.id == leader.id}) for p in state.participants])
        untold = not self.led and leader.coordinator is None and not leader.id.startswith("new")
        if untold and not any(p.coordinator for p in state.participants):
            yield Kind.TELL, after, moved
        else:
            yield (None if moved else Kind.COORDINATOR), after, True

    def _facts(self, p: Participant) -> Iterator[tuple[Kind, dict[str, Any]]]:
        if p.id.startswith("new"):
            return
        yield from ((Kind.TELL if p.role is None else Kind.ROLE, {"role": r}) for r in Role if r is not p.role)
        if p.category is None:
            yield from ((Kind.TELL, {"category": c}) for c in Category)
        yield from ((Kind.CATEGORY, {"category": c}) for c in self.costs.recasts(p.category))
        if p.country is None:
            yield from ((Kind.TELL, {"country": c}) for c in self.countries)
        if p.charter is None and p.charter_from is None:
            yield from ((Kind.TELL, {"charter": held}) for held in (True, False))
        for field in STATEMENTS:
            if getattr(p, field) is not True:
                yield Kind.TELL if getattr(p, field) is None else Kind.STATEMENT, {field: True}
        if p.grant != 0:
            yield Kind.TELL if p.grant is None else Kind.OWN_GRANT, {"grant": 0}

    def _newcomers(self, state: Case) -> Iterator[Participant]:
        key = f"new-{len(state.participants)}"
        favour = {"charter": True, "grant": 0, **dict.fromkeys(STATEMENTS, True)}
        for country in self.homes:
            for category in (Category.HEI, Category.ENTERPRISE, Category.VET, Category.OTHER):
                yield Participant(
                    id=key, role=Role.FULL, category=category, country=country, coordinator=False, **favour
                )

    def _project(self, state: Case) -> Iterator[tuple[Kind, Case]]:
        project = state.project
        kinds = {"duration_months": Kind.DURATION, "grant": Kind.GRANT, "aims": Kind.AIMS}
        values = {"duration_months": (24, 36), "grant": (700_000, 1_000_000, 1_500_000), "aims": (("teaching",),)}
        for field, kind in kinds.items():
            now = getattr(project, field)
            for value in values[field]:
                after = state.model_copy(update={"project": project.model_copy(update={field: value})})
                yield (Kind.TELL if now is None else kind), after


def _with(case: Case, participants: list[Participant]) -> Case:
    return case.model_copy(update={"participants": tuple(participants)})
