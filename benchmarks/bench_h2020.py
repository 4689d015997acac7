"""Real consortia: 31,451 of Horizon 2020, checked one by one and screened together; how many could be alliances.

    python benchmarks/bench_h2020.py [folder that holds `data`]

Says nothing where the published data are not at hand.
"""

import os
import sys
import time
from pathlib import Path

import pyarrow as pa
from h2020 import FILE, consortia

from samverk.scheme.book import open_book
from samverk.scheme.book.model import Book
from samverk.scheme.check import check
from samverk.scheme.screen import from_cases, outcomes_of, screen

REPEATS = 5


def main() -> None:
    """Prints both times, and the shapes by three readings."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SAMVERK_SHARED", "../shared"))
    if not (shared / FILE).exists():
        print(f"no consortia at {shared / FILE}: left out")
        return
    timed(shared)
    for call, everyone_full in (("2020", True), ("2020", False), ("2018", True)):
        book = open_book("knowledge-alliances", call)
        cases = [*consortia(shared, call, everyone_full=everyone_full)]
        found = sum(shaped(row, book) for row in screen(from_cases(cases, book), book).to_pylist())
        who = "everyone a full partner" if everyone_full else "CORDIS's partners associated"
        print(f"shape of a Knowledge Alliance, countries of {call}, {who:<30}{found:>8,}")


def timed(shared: Path) -> None:
    """Both readings, compared."""
    book = open_book("knowledge-alliances", "2020")
    cases = [*consortia(shared)]
    start = time.process_time()
    verdicts = [check(case, book) for case in cases]
    checked = time.process_time() - start
    table = from_cases(cases, book)
    screened = min(_seconds(table, book) for _ in range(REPEATS))
    same = [v.outcomes() for v in verdicts] == [outcomes_of(r, book) for r in screen(table, book).to_pylist()]
    print(f"{len(cases):,} consortia, {len(table):,} participations, outcomes {'equal' if same else 'DIFFERENT'}")
    print(f"checked one by one, with reasons  {checked:8.2f} s  {len(cases) / checked:>12,.0f} a second")
    print(f"screened together                 {screened:8.3f} s  {len(cases) / screened:>12,.0f} a second")


def _seconds(table: pa.Table, book: Book) -> float:
    start = time.process_time()
    screen(table, book)
    return time.process_time() - start


def shaped(row: dict[str, object], book: Book) -> bool:
    """Whether every rule about the consortium as a whole is met."""
    return all(outcome == "met" for rule, outcome in outcomes_of(row, book).items() if rule.startswith("consortium."))


if __name__ == "__main__":
    main()
