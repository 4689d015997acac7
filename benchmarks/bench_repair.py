"""The smallest repair of 500 failing alliances; of the first 40 also by trying everything in order of cost.

    python benchmarks/bench_repair.py [--alliances 500] [--tried 40]

Six to nine organisations that lack something: a kind, a country, a coordinator, the Charter, a fact. The baseline knows
only the check reading (tests/scheme/repair/oracle.py); it gives up at a cost of 7, and both must say the same.
"""

import argparse
import random
import statistics
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.scheme.repair.oracle import cheapest

from samverk.scheme.book import open_book
from samverk.scheme.book.repairs import open_repairs
from samverk.scheme.check import check
from samverk.scheme.facts import Case
from samverk.scheme.repair import repair
from samverk.scheme.values import Outcome

BOOK = open_book("knowledge-alliances", "2020")
COSTS = open_repairs("knowledge-alliances")
COUNTRIES = ("SE", "FI", "DE", "IT", "PT", "PL", "CH", "UA")
KINDS = ("hei", "hei", "enterprise", "enterprise", "consultancy", "research", "public", "association")
DEAREST = 7


def main() -> None:
    """Prints the table."""
    flags = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    flags.add_argument("--alliances", type=int, default=500)
    flags.add_argument("--tried", type=int, default=40)
    given = flags.parse_args()
    chance = random.Random(7)
    failing = [case for case, _ in zip(_failing(chance), range(given.alliances), strict=False)]
    repair(failing[0], BOOK, COSTS, most=1)  # loads the solver
    print(f"{len(failing)} failing alliances, milliseconds       p50      p95     most")
    _line("the smallest repair, proven", failing, lambda case: repair(case, BOOK, COSTS, most=1))
    _line("the three smallest", failing, lambda case: repair(case, BOOK, COSTS, most=3))
    some = failing[: given.tried]
    _line(f"trying everything, of {len(some)}", some, lambda case: cheapest(case, BOOK, COSTS, DEAREST))
    _agree(some)


def _failing(chance: random.Random) -> Iterator[Case]:
    while True:
        case = _alliance(chance)
        if check(case, BOOK).outcome is not Outcome.MET:
            yield case


def _alliance(chance: random.Random) -> Case:
    size = chance.randint(6, 9)
    leader = chance.randrange(size + 1)
    parts = [_participant(chance, number, leader) for number in range(size)]
    project = {
        "duration_months": chance.choice([24, 24, 36, 30]),
        "grant": chance.choice([700_000, 900_000]),
        "aims": ["teaching"],
    }
    return Case.model_validate({"scheme": BOOK.scheme, "call": BOOK.call, "project": project, "participants": parts})


def _participant(chance: random.Random, number: int, leader: int) -> dict[str, object]:
    rarely = chance.random() < 0.05
    return {
        "id": f"p{number}",
        "country": None if rarely else chance.choice(COUNTRIES),
        "category": chance.choice(KINDS),
        "role": "associated" if chance.random() < 0.15 else "full",
        "coordinator": number == leader,
        "charter": chance.random() > 0.1,
        "grant": 0,
        "role_stated": True,
        "added_value": chance.random() > 0.1,
        "experience": chance.random() > 0.1,
    }


def _line(name: str, cases: list[Case], work: Callable[[Case], object]) -> None:
    times = sorted(_timed(case, work) for case in cases)
    p95 = times[int(len(times) * 0.95)]
    print(f"{name:40} {statistics.median(times):8.1f} {p95:8.1f} {times[-1]:8.1f}")


def _timed(case: Case, work: Callable[[Case], object]) -> float:
    start = perf_counter()
    work(case)
    return 1000 * (perf_counter() - start)


def _agree(cases: list[Case]) -> None:
    """The cost is the same wherever the baseline found one."""
    found = [(repair(case, BOOK, COSTS, most=1).optima[0].cost, cheapest(case, BOOK, COSTS, DEAREST)) for case in cases]
    same = [cost == tried[0] if tried else cost > DEAREST for cost, tried in found]
    print(f"{sum(same)} of {len(same)} costs are the same")


if __name__ == "__main__":
    main()
