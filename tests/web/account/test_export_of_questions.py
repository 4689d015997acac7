"""What somebody has asked about calls and which they follow is taken along, and nobody else's."""

import json

import pytest
from tests.portal.calls.build import AT, a_call, a_person, a_question

from samverk.portal.calls.actions.subscribe import subscribe

pytestmark = pytest.mark.django_db


def test_the_own_questions_and_what_is_followed(client):
    call, anna, bengt = a_call(), a_person("anna"), a_person("bengt")
    a_question(call, anna, asked="Mine")
    a_question(call, bengt, asked="Another's")
    subscribe(scheme=call.scheme, by=anna, at=AT)
    subscribe(call=call.pk, by=bengt, at=AT)
    client.force_login(anna)
    kept = json.loads(client.get("/en/account/export.json").content)
    assert [row["asked"] for row in kept["questions"]] == ["Mine"]
    assert [(row["call"], row["scheme"]) for row in kept["follows"]] == [(None, call.scheme)]
