"""Time of one check with all its reasons, eight participants, beside the same rules written by hand without reasons."""

import time
from collections.abc import Callable

from samverk.scheme.book import open_book
from samverk.scheme.check import check
from samverk.scheme.facts import Case

BOOK = open_book("knowledge-alliances", "2020")
ENTERPRISES = {"enterprise", "consultancy", "intermediary"}
ADVISERS = {"consultancy", "intermediary"}
CASE = Case.model_validate(
    {
        "scheme": BOOK.scheme,
        "call": BOOK.call,
        "project": {"duration_months": 36, "grant": 980_000, "aims": ["teaching", "exchange"]},
        "participants": [
            {"id": "uni", "category": "hei", "country": "SE", "role": "full", "coordinator": True, "charter": True},
            {"id": "college", "category": "hei", "country": "FI", "role": "full", "charter": True},
            {"id": "works", "category": "enterprise", "country": "DE", "role": "full"},
            {"id": "lab", "category": "enterprise", "country": "SE", "role": "full"},
            {"id": "adviser", "category": "consultancy", "country": "IT", "role": "full", "experience": True},
            {"id": "institute", "category": "research", "country": "FI", "role": "full"},
            {"id": "abroad", "category": "hei", "country": "CH", "role": "full", "added_value": True},
            {
                "id": "town",
                "category": "public",
                "country": "NO",
                "role": "associated",
                "grant": 0,
                "role_stated": True,
            },
        ],
    }
)


def by_hand(case: Case) -> tuple[bool, ...]:
    """The sixteen rules on a case in which everything is known and nobody linked; only whether each is met."""
    everyone, project = case.participants, case.project
    programme = {p.id for p in everyone if BOOK.statuses[p.country] == "programme"}
    counted = [p for p in everyone if p.role == "full" and p.id in programme]
    heis = [p for p in counted if p.category == "hei"]
    enterprises = [p for p in counted if p.category in ENTERPRISES]
    leaders = [p for p in everyone if p.coordinator]
    associated = [p for p in everyone if p.role == "associated"]
    ceiling = {24: 700_000, 36: 1_000_000}.get(project.duration_months)
    return (
        len(counted) >= 6,
        len({p.country for p in counted}) >= 3,
        len(heis) >= 2,
        len(enterprises) >= 2,
        len(heis) + len(enterprises) >= 4,
        all(p.experience for p in everyone if p.category in ADVISERS),
        all(p.added_value for p in everyone if p.id not in programme),
        len(leaders) == 1,
        all(p.role == "full" for p in leaders),
        all(p.id in programme for p in leaders),
        sum(p.grant or 0 for p in associated) == 0,
        all(p.role_stated for p in associated),
        all(p.charter for p in heis),
        project.duration_months in (24, 36),
        ceiling is None or project.grant <= ceiling,
        len(set(project.aims)) >= 1,
    )


def micros(run: Callable[[], object], times: int = 2000, repeats: int = 7) -> float:
    """The least time of one run, in millionths of a second of the processor."""
    found = []
    for _ in range(repeats):
        start = time.process_time()
        for _ in range(times):
            run()
        found.append((time.process_time() - start) / times * 1e6)
    return min(found)


def main() -> None:
    """Prints the table."""
    met = [outcome == "met" for outcome in check(CASE, BOOK).outcomes().values()]
    assert met == [*by_hand(CASE)]
    hand, ours = micros(lambda: by_hand(CASE)), micros(lambda: check(CASE, BOOK))
    text = CASE.model_dump_json()
    read = micros(lambda: Case.model_validate_json(text))
    print("one alliance, 8 participants, 16 rules, outcomes compared equal")
    print(f"{'by hand, met or not':<42}{hand:>8.1f} us")
    print(f"{'check, with counts, names and reasons':<42}{ours:>8.1f} us{ours / hand:>8.1f} x")
    print(f"{'reading the case from JSON':<42}{read:>8.1f} us")


if __name__ == "__main__":
    main()
