"""Rules on one fact of the project, for many applications at once: the bulk form of `check.project`."""

from samverk.scheme.rules import Lookup, Rule
from samverk.scheme.screen.bounds import Numbers, Truths, judge
from samverk.scheme.screen.chunk import Chunk
from samverk.scheme.screen.measures import CENTS
from samverk.scheme.screen.presence import Planes
from samverk.scheme.screen.source import PROJECT


def answer(number: int, rule: Rule, chunk: Chunk, planes: Planes) -> None:
    """Puts the answers of one rule."""
    value, known = fact(chunk, str(rule.of))
    unit = CENTS if rule.of == "grant" else 1
    if not isinstance(rule.at_most, Lookup):
        yes, no = judge(rule, value, value, unit=unit)
        planes.put(number, yes & known, no & known)
        return
    key, key_known = fact(chunk, rule.at_most.by)
    key_unit = CENTS if rule.at_most.by == "grant" else 1
    bounded = ~key_known
    for of, most in rule.at_most.values.items():
        here = key_known & (key // key_unit == of)
        yes, no = judge(rule.model_copy(update={"at_most": most}), value, value, unit=unit)
        planes.put(number, yes & known & here, no & known & here)
        bounded |= here
    planes.drop(number, ~bounded)


def fact(chunk: Chunk, field: str) -> tuple[Numbers, Truths]:
    """A project field of each application, and whether it is known."""
    values, known = chunk.source.project[PROJECT[field]]
    return values[chunk.first : chunk.last], known[chunk.first : chunk.last]
