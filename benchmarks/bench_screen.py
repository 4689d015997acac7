"""Applications screened a second: samverk beside Polars and DuckDB, all 16 outcomes of every application compared.

    python benchmarks/bench_screen.py [--rows 10000000] [--streamed 50000000] [--repeats 3]

Every engine runs in a process of its own, on the same made-up portfolio (`portfolio.py`), held in memory in the form
it takes: samverk an Arrow table with dictionaries of words, the others plain codes (`baselines.py`). Timed is all from
there to the outcomes in memory: checking the input, compiling the rules, joining rows, judging. The least of so many
repeats counts; on one thread in seconds of the processor, so that other work on the machine disturbs less.
"""

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from portfolio import COUNTRIES, portfolio

from samverk.scheme.book import open_book
from samverk.scheme.screen import screen, screen_parquet

BOOK = open_book("knowledge-alliances", "2020")
RULES = len(BOOK.rules)
ENGINES = ("samverk", "Polars naive", "Polars rewritten", "DuckDB naive", "DuckDB rewritten")
SLOW = ("Polars naive", "DuckDB naive")
ROW_GROUP = 700_000
"""Not a multiple of anything: most row groups end within an application."""


def main() -> None:
    """Reads the flags; a child process measures one thing and prints it as JSON."""
    flags = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    flags.add_argument("--rows", type=int, default=10_000_000, help="participations in memory")
    flags.add_argument("--streamed", type=int, default=50_000_000, help="participations in the Parquet file")
    flags.add_argument("--repeats", type=int, default=3)
    flags.add_argument("--child", help=argparse.SUPPRESS)
    flags.add_argument("--threads", type=int, default=1, help=argparse.SUPPRESS)
    flags.add_argument("--everyone", action="store_true", help=argparse.SUPPRESS)
    flags.add_argument("--missing", type=float, default=0.01, help=argparse.SUPPRESS)
    flags.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = flags.parse_args()
    if given.child:
        print(json.dumps(CHILDREN[given.child](given)))
    else:
        in_memory(given)
        streamed(given)


def in_memory(given: argparse.Namespace) -> None:
    """The table of engines."""
    print(f"{given.rows:,} participations, {RULES} rules, 1 fact in 100 missing, 1 application in 50 with linked ones")
    print(f"{'engine':<20}{'applications/s':>16}{'relative':>10}  outcomes")
    ours = child(given, "samverk")
    for engine in ENGINES:
        told(engine, ours if engine == "samverk" else child(given, engine), ours)
    for engine in ENGINES[2::2]:
        told(f"{engine}, 2 threads", child(given, engine, "--threads", "2"), ours)
    print("samverk on other portfolios:")
    for what, more in {"every fact known": ("--missing", "0"), "each row with a group": ("--everyone",)}.items():
        told(what, found := child(given, "samverk", *more), found)


def told(engine: str, found: dict, ours: dict) -> None:
    """One line."""
    same = "equal" if found["digest"] == ours["digest"] else "DIFFERENT"
    speed = found["applications"] / found["seconds"]
    print(f"{engine:<26}{speed:>16,.0f}{found['seconds'] / ours['seconds']:>8.1f} x  {same}", flush=True)


def streamed(given: argparse.Namespace) -> None:
    """From Parquet to Parquet."""
    with tempfile.TemporaryDirectory() as folder:
        file = ("--file", str(Path(folder) / "portfolio.parquet"))
        rows = child(given, "write", *file)["rows"]
        found = child(given, "stream", *file)
    print(
        f"streamed: {rows:,} participations, {found['applications']:,} applications, {found['megabytes']:,.0f} MB, "
        f"{found['seconds']:.1f} s, {found['applications'] / found['seconds']:,.0f} applications/s, "
        f"peak memory {found['peak']:,.0f} MB"
    )


def child(given: argparse.Namespace, what: str, *more: str) -> dict:
    """What a process of its own measures."""
    flags = ["--rows", str(given.rows), "--streamed", str(given.streamed), "--repeats", str(given.repeats)]
    threads = more[more.index("--threads") + 1] if "--threads" in more else "1"
    ran = subprocess.run(
        [sys.executable, __file__, "--child", what, *flags, *more],
        check=True,
        stdout=subprocess.PIPE,
        env=os.environ | {"POLARS_MAX_THREADS": threads, "OMP_NUM_THREADS": threads},
    )
    return json.loads(ran.stdout)


def measured(given: argparse.Namespace, run: Callable[[], pa.Table], codes: Callable[[pa.Table], np.ndarray]) -> dict:
    """The least time, and a digest of all outcomes in the applications' order."""
    clock = time.process_time if given.threads == 1 else time.perf_counter
    seconds = []
    for _ in range(1 if given.child in SLOW else given.repeats):
        start = clock()
        found = run()
        seconds.append(clock() - start)
    digest = hashlib.sha256(codes(found).tobytes()).hexdigest()
    return {"seconds": min(seconds), "applications": len(found), "digest": digest}


def run_samverk(given: argparse.Namespace) -> dict:
    """Ours."""
    table = portfolio(given.rows, missing=given.missing, everyone=given.everyone)
    return measured(given, lambda: screen(table, BOOK), our_codes)


def our_codes(found: pa.Table) -> np.ndarray:
    """(applications, rules): 0 not met, 1 met, 2 unknown, 3 not applicable."""
    codes = np.zeros((len(found), RULES), np.uint8)
    for code, column in enumerate(("met", "unknown", "not_applicable"), start=1):
        bits = found[column].to_numpy()
        for rule in range(RULES):
            codes[:, rule] += ((bits >> np.uint16(rule)) & np.uint16(1)).astype(np.uint8) * np.uint8(code)
    return codes


def run_baseline(given: argparse.Namespace) -> dict:
    """Theirs."""
    import baselines  # noqa: PLC0415 - only where it is measured: the number of threads is fixed when it is first imported

    engine, form = given.child.split(" ")
    table = portfolio(given.rows)
    programme = baselines.programme_countries(BOOK, COUNTRIES)
    if engine == "Polars":
        run = getattr(baselines.Polars(table, programme), form)
    else:
        run = getattr(baselines.DuckDB(table, programme, given.threads), form)
    return measured(given, run, their_codes)


def their_codes(found: object) -> np.ndarray:
    """(applications, rules), in the applications' order."""
    table = found if isinstance(found, pa.Table) else found.to_arrow()
    table = table.sort_by("application")
    return np.stack([table[f"r{rule}"].to_numpy() for rule in range(RULES)], axis=1)


def write(given: argparse.Namespace) -> dict:
    """A Parquet file of made-up applications, some million rows at a time."""
    rows = first = 0
    part = min(given.streamed, 4 * ROW_GROUP)
    with pq.ParquetWriter(given.file, portfolio(100).schema, compression="lz4") as writer:
        for seed in range(-(-given.streamed // part)):
            table = portfolio(part, seed=seed, first=first)
            writer.write_table(table, row_group_size=ROW_GROUP)
            rows, first = rows + len(table), table["application"][-1].as_py() + 1
    return {"rows": rows}


def stream(given: argparse.Namespace) -> dict:
    """Time and peak memory of this process."""
    target = given.file.with_name("outcomes.parquet")
    start = time.perf_counter()
    screen_parquet(given.file, target, BOOK)
    return {
        "seconds": time.perf_counter() - start,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "applications": pq.ParquetFile(target).metadata.num_rows,
        "megabytes": given.file.stat().st_size / 1e6,
    }


CHILDREN = {"samverk": run_samverk, "write": write, "stream": stream} | dict.fromkeys(ENGINES[1:], run_baseline)

if __name__ == "__main__":
    main()
