"""The page of an alliance: time of the server with twenty partners, beside one partner and the judging alone.

`--profile` tells instead where the time goes. The aim: 50 ms with twenty partners.
"""

import cProfile
import os
import pstats
import statistics
import sys
import tempfile
from collections.abc import Callable
from time import perf_counter, process_time

folder = tempfile.TemporaryDirectory(prefix="samverk-bench-")
os.environ["SAMVERK_DATA_DIR"] = folder.name
os.environ["SAMVERK_LOG_LEVEL"] = "ERROR"
os.environ["DJANGO_SETTINGS_MODULE"] = "samverk.portal.site.settings"

import django  # noqa: E402 - the folder is chosen first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from samverk.portal.alliances.actions.accept import accept  # noqa: E402
from samverk.portal.alliances.actions.invite import invite  # noqa: E402
from samverk.portal.alliances.actions.keep import keep  # noqa: E402
from samverk.portal.alliances.actions.say import say  # noqa: E402
from samverk.portal.alliances.facts import case  # noqa: E402
from samverk.portal.alliances.models import Alliance  # noqa: E402
from samverk.portal.people.models import Person  # noqa: E402
from samverk.scheme.book import open_book  # noqa: E402
from samverk.scheme.check import check  # noqa: E402
from samverk.scheme.facts import Case, Participant, Project  # noqa: E402

COUNTRIES = ("SE", "FI", "DE", "NL", "PT", "PL")
CATEGORIES = ("hei", "enterprise", "hei", "enterprise", "research")
TIMES = 200


def formed(partners: int, by: Person) -> Alliance:
    """Everybody has joined, each has a contact who has said something."""
    row = keep(case=_case(partners), own="p0", by=by, at=timezone.now())
    for part in row.participants.exclude(key="p0"):
        contact = Person.objects.create_user(f"{part.key}-{partners}@example.org", name=f"Contact of {part.key}")
        accept(
            token=invite(participant_id=part.pk, language="en", by=by, at=timezone.now()), by=contact, at=timezone.now()
        )
        say(alliance=row.pk, text="We can host the first meeting.", by=contact, at=timezone.now())
    return row


def _case(partners: int) -> Case:
    return Case(
        scheme="knowledge-alliances",
        call="2020",
        title="Twenty of us",
        project=Project(duration_months=36, grant=900_000, aims=("teaching",)),
        participants=tuple(
            Participant(
                id=f"p{number}",
                name=f"Organisation number {number}",
                country=COUNTRIES[number % len(COUNTRIES)],
                category=CATEGORIES[number % len(CATEGORIES)],
                role="full",
                charter=True,
                coordinator=number == 0 or None,
            )
            for number in range(partners)
        ),
    )


def measure(what: str, work: Callable[[], object]) -> None:
    """One line: milliseconds, after some that only warm up; by the processor's clock, which others do not move much."""
    clocks = {perf_counter: [], process_time: []}
    for turn in range(TIMES + 20):
        started = {clock: clock() for clock in clocks}
        work()
        for clock, times in clocks.items():
            if turn >= 20:
                times.append(1000 * (clock() - started[clock]))
    cuts = [statistics.quantiles(times, n=100) for times in clocks.values()]
    print(f"{what:30}", *(f"{cut[place]:9.2f}" for cut in cuts for place in (49, 94)))


def page_of(row: Alliance, client: Client) -> Callable[[], object]:
    def page() -> None:
        answer = client.get(f"/en/alliances/{row.pk}/")
        if answer.status_code != 200 or b"Organisation number" not in answer.content:
            sys.exit("That is not the page.")

    return page


def judging(row: Alliance) -> Callable[[], object]:
    facts, book = case(Alliance.objects.with_participants().get(pk=row.pk)), open_book(row.scheme, row.call)
    return lambda: check(facts, book)


def profile(work: Callable[[], object]) -> None:
    """Where a hundred pages spend their time."""
    work()
    with cProfile.Profile() as found:
        for _ in range(100):
            work()
    pstats.Stats(found).sort_stats("cumulative").print_stats("samverk|django/template/base|django/db/models/sql", 45)


def main() -> None:
    call_command("migrate", verbosity=0)
    anna = Person.objects.create_user("anna@example.org", name="Anna")
    twenty, one = formed(20, anna), formed(1, anna)
    client = Client(headers={"host": "localhost"})
    client.force_login(anna)
    if "--profile" in sys.argv:
        profile(page_of(twenty, client))
        return
    print(f"{connection.vendor}\n{'milliseconds':30} {'p50':>9} {'p95':>9} {'cpu p50':>9} {'cpu p95':>9}")
    measure("20 partners", page_of(twenty, client))
    measure("1 partner", page_of(one, client))
    measure("a page without an alliance", lambda: client.get("/en/account/"))
    measure("20 partners, judging alone", judging(twenty))


if __name__ == "__main__":
    main()
