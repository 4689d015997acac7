"""Rules on one fact of the project, for many applications at once: the bulk form of `check.project`."""

import numpy as np

from samverk.scheme.rules import Lookup, Rule
from samverk.scheme.screen.bounds import Numbers, Truths, judge
from samverk.scheme.screen.chunk import Chunk
from samverk.scheme.screen.measures import CENTS
from samverk.scheme.screen.presence import Planes
from samverk.scheme.screen.source import PROJECT


class Asked:
    """One rule. Its bounds: value of the field by which they are looked up -> the rule there."""

    def __init__(self, number: int, rule: Rule) -> None:
        self._number, self._rule = number, rule
        self._unit = CENTS if rule.of == "grant" else 1
        most = rule.at_most
        self._by = most.by if isinstance(most, Lookup) else None
        bounds = most.values if isinstance(most, Lookup) else {}
        self._bounds = {at: rule.model_copy(update={"at_most": bound}) for at, bound in bounds.items()}

    def answer(self, chunk: Chunk, planes: Planes) -> None:
        """Puts the answers."""
        value, known = chunk.fact(PROJECT[str(self._rule.of)])
        yes, no, bounded = self._looked_up(chunk, self._by, value) if self._by else self._judged(value)
        planes.put(self._number, yes & known, no & known)
        planes.drop(self._number, ~bounded)

    def _judged(self, value: Numbers) -> tuple[Truths, Truths, Truths]:
        """Met, not met, and whether there is a bound at all."""
        return *judge(self._rule, value, value, unit=self._unit), np.ones(len(value), bool)

    def _looked_up(self, chunk: Chunk, by: str, value: Numbers) -> tuple[Truths, Truths, Truths]:
        key, known = chunk.fact(PROJECT[by])
        at = key // CENTS if by == "grant" else key
        yes, no, bounded = np.zeros(len(key), bool), np.zeros(len(key), bool), ~known
        for wanted, rule in self._bounds.items():
            here = known & (at == wanted)
            there = judge(rule, value, value, unit=self._unit)
            yes, no, bounded = yes | (here & there.yes), no | (here & there.no), bounded | here
        return yes, no, bounded
