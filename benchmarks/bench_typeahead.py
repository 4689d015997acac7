"""Type-ahead among 100,000 organisations, beside a search for the same text anywhere in a name.

Half of them are real where the published data sets are at hand (SAMVERK_SHARED), the rest made up. What is typed is the
beginning of a name or of a word in it, two words, or a code, cut anywhere from two letters on; the same for both ways.
On PostgreSQL: `tools/on-postgres .venv/bin/python benchmarks/bench_typeahead.py`.
"""

import os
import random
import re
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

folder = tempfile.TemporaryDirectory(prefix="samverk-bench-")
os.environ["SAMVERK_DATA_DIR"] = folder.name
os.environ["DJANGO_SETTINGS_MODULE"] = "samverk.portal.site.settings"

import django  # noqa: E402 - the folder is chosen first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Q  # noqa: E402

from samverk.portal.organisations.actions.entry import Entry, Period, Report  # noqa: E402
from samverk.portal.organisations.actions.import_eche import import_eche  # noqa: E402
from samverk.portal.organisations.actions.import_ror import import_ror  # noqa: E402
from samverk.portal.organisations.actions.register import register  # noqa: E402
from samverk.portal.organisations.models import Organisation, OrganisationName, SearchWord, Source  # noqa: E402
from samverk.portal.organisations.queries import suggest  # noqa: E402

ORGANISATIONS = 100_000
TYPED = 2000
TYPED_ANYWHERE = 200
NOW = datetime(2026, 11, 24, tzinfo=UTC)
CHARTER = (Period(date(2021, 1, 1), date(2029, 12, 31), Source.ECHE),)
FORMS = (
    "University of {}", "Universidad de {}", "Universität {}", "{} University of Applied Sciences", "Lycée {}",
    "Institute of Technology {}", "{} AB", "{} GmbH", "Hospital of {}", "Museum of {} and {}", "{} {} Consulting",
)  # fmt: skip
SYLLABLES = re.findall("..", "kalomiratovebestbyhodofegranyospalrisoetaulvikwexaylzuosnosu")
chance = random.Random(1)


def real() -> None:
    data = Path(os.environ.get("SAMVERK_SHARED", Path(__file__).parents[2] / "shared")) / "data" / "organisations"
    for name, load in (("eche_2026-04-08_original.xlsx", import_eche), ("ror_partial.jsonl.gz", import_ror)):
        if (data / name).exists():
            timed(f"import of {name}", partial(load, data / name, at=NOW))


def timed(what: str, load: Callable[[], Report]) -> None:
    start = perf_counter()
    report = load()
    print(f"{what}: {perf_counter() - start:.1f} s for {report.rows:,} rows, {report.created:,} new")


def word() -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()


def made_up(number: int) -> Entry:
    name = chance.choice(FORMS).format(word(), word())
    holds = chance.random() < 0.1
    country = chance.choice(["SE", "DE", "FR", "ES", "IT", "PL"])
    other = ((f"{word()} {word()}", ""),) if chance.random() < 0.5 else ()
    return Entry(number, name, country, word(), pic=f"{number:09}", names=other, charters=CHARTER if holds else ())


def fill() -> None:
    real()
    entries = [made_up(number) for number in range(ORGANISATIONS - Organisation.objects.count())]
    timed("made up", partial(enter, entries))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def enter(entries: list[Entry]) -> Report:
    report = Report(rows=len(entries))
    register(entries, source=Source.DEMO, release=NOW.date(), report=report)
    return report


def typed(count: int) -> Iterator[str]:
    names = [
        *Organisation.objects.values_list("name", flat=True),
        *OrganisationName.objects.values_list("text", flat=True),
    ]
    codes = [*Organisation.objects.exclude(pic=None).values_list("pic", flat=True)]
    for _ in range(count):
        words = chance.choice(names).split()
        start = chance.randrange(len(words))
        text = chance.choices(
            [" ".join(words), " ".join(words[start:]), f"{words[start]} {words[-1]}", chance.choice(codes)],
            [6, 3, 2, 1],
        )[0]
        yield text[: chance.randint(2, max(2, len(text)))]


def anywhere(text: str) -> list[Organisation]:
    found = Organisation.objects.filter(Q(name__icontains=text) | Q(names__text__icontains=text))
    return list(found.distinct().order_by("name")[:10])


def measure(what: str, search: Callable[[str], object], texts: list[str]) -> None:
    times = []
    for text in texts:
        start = perf_counter()
        search(text)
        times.append(1000 * (perf_counter() - start))
    cuts = statistics.quantiles(times, n=100)
    print(f"{what:34} {len(texts):6} {cuts[49]:8.2f} {cuts[94]:8.2f} {cuts[98]:8.2f} {max(times):8.2f}")


def main() -> None:
    call_command("migrate", verbosity=0)
    if Organisation.objects.exists():
        sys.exit("This database holds organisations already: the benchmark wants an empty one.")
    fill()
    print(f"{connection.vendor}: {Organisation.objects.count():,} organisations, {SearchWord.objects.count():,} words")
    texts = list(typed(TYPED))
    print(f"{'milliseconds':34} {'typed':>6} {'p50':>8} {'p95':>8} {'p99':>8} {'most':>8}")
    suggest("warm")
    measure("suggest", suggest, texts)
    measure("suggest, in one country", lambda text: suggest(text, country="SE"), texts)
    measure("suggest, two letters", suggest, [text[:2] for text in texts])
    measure("suggest, several words", suggest, [text for text in texts if " " in text.strip()])
    measure("anywhere in a name (icontains)", anywhere, texts[:TYPED_ANYWHERE])


if __name__ == "__main__":
    main()
