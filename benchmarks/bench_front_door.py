"""Time of the front door's answer in the server, beside that of an empty page through the same middleware.

The target is 30 ms for eight to twelve organisations. Whole pages, and what a changed field is answered with.
"""

import os
import tempfile
import time
from collections.abc import Callable

os.environ["SAMVERK_DATA_DIR"] = tempfile.mkdtemp(prefix="samverk-bench-")
os.environ["DJANGO_SETTINGS_MODULE"] = "samverk.portal.site.settings"

import django

django.setup()

from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import path  # noqa: E402

from samverk.portal.site import urls  # noqa: E402
from samverk.portal.web.public.examples import examples  # noqa: E402
from samverk.portal.web.public.forms.front_door import FIELDS, typed_of  # noqa: E402
from samverk.portal.web.shared.state import decode  # noqa: E402

TARGET_MS = 30
ROUNDS = 60
SCRIPT = {"HX-Request": "true"}

urls.urlpatterns.insert(0, path("empty", lambda _request: HttpResponse("")))


def median_ms(answer: Callable[[], HttpResponse]) -> tuple[float, int]:
    """Milliseconds of one answer, the middle one of many, and its size in bytes."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        response = answer()
        times.append((time.perf_counter() - start) * 1000)
    assert response.status_code == 200
    return sorted(times[5:])[len(times[5:]) // 2], len(response.content)


def fields(token: str) -> dict[str, object]:
    """The form as a browser sends it."""
    typed = typed_of(decode(token))
    rows = {f"{field}-{row.key}": row.text[field] for row in typed.rows for field in FIELDS}
    book = f"{typed.scheme}/{typed.call}"
    return rows | {"book": book, "shown": book, "title": typed.title, "row": [row.key for row in typed.rows]}


def main() -> None:
    client = Client(SERVER_NAME="localhost")
    print(f"{'answer':<34}{'organisations':>14}{'ms':>8}{'kB':>8}")
    _line("an empty page", "", lambda: client.get("/empty"))
    for example in examples():
        number = len(decode(example.case).participants)
        _line(f"{example.name}, page", number, lambda token=example.case: client.get(f"/en/?case={token}"))
        form = fields(example.case)
        _line(f"{example.name}, change", number, lambda form=form: client.post("/en/", form, headers=SCRIPT))
    print(f"target: {TARGET_MS} ms for 8 to 12 organisations")


def _line(name: str, number: object, answer: Callable[[], HttpResponse]) -> None:
    ms, size = median_ms(answer)
    print(f"{name:<34}{number:>14}{ms:>8.1f}{size / 1000:>8.1f}")


if __name__ == "__main__":
    main()
