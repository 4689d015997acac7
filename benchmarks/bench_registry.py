"""A page of the registry by name, of 100 to 100,000 organisations, beside the same page by counting rows (offset).

The first page and the last, 50 rows each, with charters. What both ways return is compared equal.
On PostgreSQL: `tools/on-postgres .venv/bin/python benchmarks/bench_registry.py`.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from time import perf_counter

folder = tempfile.TemporaryDirectory(prefix="samverk-bench-")
os.environ["SAMVERK_DATA_DIR"] = folder.name
os.environ["DJANGO_SETTINGS_MODULE"] = "samverk.portal.site.settings"

import django  # noqa: E402 - the folder is chosen first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from samverk.portal.organisations.models import Organisation, Source  # noqa: E402
from samverk.portal.organisations.queries import listed  # noqa: E402

SIZES = (100, 10_000, 100_000)
ROWS = 50
TIMES = 200


def fill(size: int) -> None:
    """Up to `size` rows; each name stands several times."""
    rows = range(Organisation.objects.count(), size)
    Organisation.objects.bulk_create(
        Organisation(name=f"House {n % 2500:05}", country="SE", source=Source.DEMO, source_release=date(2026, 1, 1))
        for n in rows
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def last_mark() -> str:
    """The mark of the last page."""
    mark = after = listed().after
    while after:
        mark, after = after, listed(after=after).after
    return mark


def by_offset(start: int) -> list[Organisation]:
    return list(Organisation.objects.with_charters().order_by("name", "pk")[start : start + ROWS])


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
    if Organisation.objects.exists():
        sys.exit("This database holds organisations already: the benchmark wants an empty one.")
    print(f"{connection.vendor}\n{'milliseconds':40} {'p50':>8} {'p95':>8} {'most':>8}")
    for size in SIZES:
        fill(size)
        mark, start = last_mark(), size - ROWS
        if list(listed(after=mark).rows) != by_offset(start):
            sys.exit("The two ways do not return the same page.")
        measure(f"{size:7,} first page", listed)
        measure(f"{size:7,} first page, offset", lambda: by_offset(0))
        measure(f"{size:7,} last page", lambda mark=mark: listed(after=mark))
        measure(f"{size:7,} last page, offset", lambda start=start: by_offset(start))


if __name__ == "__main__":
    main()
