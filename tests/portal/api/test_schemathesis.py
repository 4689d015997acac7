"""Every operation against the document that describes it: made-up input, good and bad, in a world with people in it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
import schemathesis
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from tests.portal.alliances.build import joined, kept, part, person
from tests.portal.api.client import secret
from tests.portal.calls.build import a_call
from tests.portal.organisations.build import an_organisation, membership

from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.actions.say import say
from samverk.portal.api.documents import _document
from samverk.portal.notices.models import Message

from tests.portal.alliances.build import AT  # isort: skip

CONFIG = SchemathesisConfig.from_dict(
    {
        "generation": {"deterministic": True, "max-examples": 5},
        "phases": {"coverage": {"unexpected-methods": ["TRACE"]}},  # test_problems has the others
        "checks": {
            # What fits the document can still be refused by a rule; `told_apart` sees to it that only rules do.
            "positive_data_acceptance": {"expected-statuses": ["2xx", "401", "403", "404", "409", "412", "422", "428"]},
        },
    }
)
ONLY_RULES = {
    "value_error",
    "decimal_parsing",
    "decimal_max_places",
    "less_than_equal",
    "date_from_datetime_inexact",
    "date_parsing",
}
"""Mistakes that no schema can describe: country codes there are none of, cents of cents, the same key twice."""

schema = schemathesis.openapi.from_dict(_document(), config=CONFIG)
schema.app = WSGIHandler()
pytestmark = pytest.mark.django_db


def told_apart(_context: Any, response: Any, case: Any) -> None:
    """What the document allows is not called invalid."""
    a_form = str(case.media_type).startswith("multipart/")  # its made-up parts are fields and no files
    if case.meta.generation.mode is GenerationMode.POSITIVE and response.status_code == 422 and not a_form:
        told = response.json()
        assert told["code"] == "refused" or {one["code"] for one in told["errors"]} <= ONLY_RULES, told


@pytest.fixture(autouse=True)
def _connection_stays() -> Iterator[None]:
    """A server gives its connection back after each request; a test's own would be gone with the world in it."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def world() -> dict[str, Any]:
    """Anna leads an alliance with Bengt in it, acts for an organisation, and has a message."""
    cache.clear()
    anna, bengt = person("Anna"), person("Bengt")
    alliance = kept()
    joined(alliance, "college", "Bengt")
    offer_lead(participant_id=part(alliance, "college").pk, by=anna, at=AT)
    uni = an_organisation()
    membership(uni, anna)
    return {
        "Authorization": f"Bearer {secret(anna)}",
        "alliance": alliance.pk,
        "participant": part(alliance, "works").pk,
        "comment": say(alliance=alliance.pk, text="Hello", by=anna, at=AT).pk,
        "call": a_call().pk,
        "organisation": uni.pk,
        "membership": membership(uni, bengt, state="requested").pk,
        "notice": Message.objects.create(
            person=anna, kind="reminder", about=alliance.story, link="/", made_at=AT
        ).pk,
    }  # fmt: skip


def _real(case: Any, world: dict[str, Any]) -> None:
    """Let the things that the path names be there."""
    for name in case.path_parameters:
        if name in world:
            value = world[name]
            case.path_parameters[name] = str(value) if isinstance(value, UUID) else value


@schema.parametrize()
@settings(suppress_health_check=list(HealthCheck))  # the world is put back after each request
def test_operation(case: Any, world: dict[str, Any]) -> None:
    key = {"Authorization": world["Authorization"], "Accept-Encoding": "identity"}
    cache.clear()
    if case.meta.generation.mode is GenerationMode.POSITIVE:
        _real(case, world)
        if "If-Match" in case.headers:
            case.headers["If-Match"] = '"1.0123456789abcdef"'
    with transaction.atomic():
        answer = case.call(headers=key)
        transaction.set_rollback(True)
    case.validate_response(answer, headers=key, additional_checks=[told_apart])
