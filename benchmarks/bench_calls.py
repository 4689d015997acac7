"""A page of the public list of calls, of 100 and 10,000 calls, beside the same page by counting rows (offset).

The first page and the last, 50 rows each, with their last news. What both ways return is compared equal.
On PostgreSQL: `tools/on-postgres .venv/bin/python benchmarks/bench_calls.py`.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import perf_counter

folder = tempfile.TemporaryDirectory(prefix="samverk-bench-")
os.environ["SAMVERK_DATA_DIR"] = folder.name
os.environ["DJANGO_SETTINGS_MODULE"] = "samverk.portal.site.settings"

import django  # noqa: E402 - the folder is chosen first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from samverk.portal.calls.models import Call  # noqa: E402
from samverk.portal.calls.queries import shown_calls, with_news  # noqa: E402
from samverk.portal.calls.states import CallState  # noqa: E402

SIZES = (100, 10_000)
ROWS = 50
TIMES = 200
BEGAN = datetime(2020, 1, 1, tzinfo=UTC)


def fill(size: int) -> None:
    """Up to `size` rows; several close at the same instant."""
    rows = range(Call.objects.count(), size)
    Call.objects.bulk_create(
        Call(
            scheme="knowledge-alliances",
            edition="2020",
            opens_at=BEGAN,
            closes_at=BEGAN + timedelta(hours=1 + n % 2500),
            published_at=BEGAN,
            state=CallState.PUBLISHED,
        )
        for n in rows
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def last_mark() -> str:
    """The mark of the last page."""
    mark = after = shown_calls().after
    while after:
        mark, after = after, shown_calls(after=after).after
    return mark


def by_offset(start: int) -> list[Call]:
    return list(with_news().order_by("-closes_at", "-id")[start : start + ROWS])


def measure(what: str, read: Callable[[], object]) -> None:
    times = []
    for _ in range(TIMES):
        start = perf_counter()
        read()
        times.append(1000 * (perf_counter() - start))
    cuts = statistics.quantiles(times, n=100)
    print(f"{what:40} {cuts[49]:8.2f} {cuts[94]:8.2f} {max(times):8.2f}")


def main() -> None:
    call_command("migrate", verbosity=0)
    if Call.objects.exists():
        sys.exit("This database holds calls already: the benchmark wants an empty one.")
    print(f"{connection.vendor}\n{'milliseconds':40} {'p50':>8} {'p95':>8} {'most':>8}")
    for size in SIZES:
        fill(size)
        mark, start = last_mark(), size - ROWS
        if list(shown_calls(after=mark).rows) != by_offset(start):
            sys.exit("The two ways do not return the same page.")
        measure(f"{size:7,} first page", shown_calls)
        measure(f"{size:7,} first page, offset", lambda: by_offset(0))
        measure(f"{size:7,} last page", lambda mark=mark: shown_calls(after=mark))
        measure(f"{size:7,} last page, offset", lambda start=start: by_offset(start))


if __name__ == "__main__":
    main()
