"""Every address of the portal, filled in with the ids of what there is, and read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any
from uuid import UUID

from django.apps import apps
from django.http import HttpResponse
from django.test import Client
from tools.reference import addresses

PART = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>.*?\)")
WITH_IDS = ("alliances", "documents", "notices", "calls", "organisations", "people")
NOT_WALKED = {
    "api:nothing": "whatever is no address of the API; it says so",
    "account_confirm_email": "opens with a key that only a letter tells",
    "account_reset_password_from_key": "opens with a key that only a letter tells",
    "openid_connect_login": "leads to a provider, of which the tests have none",
    "openid_connect_callback": "answers a provider, of which the tests have none",
}
"""Address -> why nobody walks there."""

MADE_UP: dict[str, tuple[str, ...]] = {
    "scheme": ("knowledge-alliances",),
    "call": ("2020",),
    "suffix": ("toml",),
    "edition": ("2020",),
    "kind": ("invitation",),
    "token": ("made-up",),
    "key": ("made-up",),
    "which": ("paper", "signed"),
    "verb": ("remove", "offer", "withdraw"),
}
"""What stands for a part of an address that is no id."""

NEVER_THE_SAME = re.compile(r'csrfmiddlewaretoken" value="[^"]+"|"X-CSRFToken": "[^"]+"')


@dataclass(frozen=True)
class Read:
    """An answer: with its headers and its text, without what is new in each."""

    path: str
    status: int
    text: str


def names() -> set[str]:
    """Of every address there is."""
    return {name for name, _path, _module in addresses()}


def ids() -> list[str]:
    """The newest of everything that has an id which nobody guesses, whoever it belongs to."""
    tables = [model for app in WITH_IDS for model in apps.get_app_config(app).get_models()]
    found = [model.objects.order_by("pk").values_list("pk", flat=True).last() for model in tables]
    return [str(one) for one in found if isinstance(one, UUID)]


def paths(alliance: str, organisation: int, query: str = "") -> Iterator[str]:
    """Every address that is walked, with every id that could stand in it but the alliance's own.

    A part that nobody knows raises KeyError: a new address is walked, or NOT_WALKED says why not.
    """
    filled = {"uuid": tuple(ids()), "int": (str(organisation), "1")}
    filled["uuidstr"] = filled["uuid"]  # as the API calls it
    for path in sorted({path for name, path, _module in addresses() if name not in NOT_WALKED}):
        parts = [(kind, given or old) for kind, given, old in PART.findall(path)]
        choices = [_choices(kind, part, alliance, filled) for kind, part in parts]
        for chosen in product(*choices):
            values = iter(chosen)
            yield PART.sub(lambda _found, values=values: next(values), path) + query


def _choices(kind: str, part: str, alliance: str, filled: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if part == "alliance":
        return (alliance,)
    if kind in filled:
        return filled[kind]
    if part not in MADE_UP:
        raise KeyError(f"what stands for <{part}> in an address? Say so in MADE_UP, or in NOT_WALKED why not")
    return MADE_UP[part]


def read(client: Client, path: str, **more: Any) -> Read:
    answer: HttpResponse = client.get(path, **more)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    head = "\n".join(f"{name}: {value}" for name, value in answer.items())
    text = f"{head}\n{body.decode('utf-8', 'replace')}"
    return Read(path, answer.status_code, NEVER_THE_SAME.sub("", text))
