"""An alliance, formed by programs of several people."""

import pytest
from tests.portal.alliances.build import person
from tests.portal.api.client import Program
from tests.scheme.build import alliance as smallest

from samverk.portal.ledger.models import Entry

pytestmark = pytest.mark.django_db


def test_an_alliance_is_formed_by_two_programs():
    anna, bengt = Program(person("Anna")), Program(person("Bengt"))
    case = smallest().model_dump(mode="json", exclude_none=True)
    made = anna("POST", "/alliances", {"case": case, "own": "uni"})
    assert (made.status_code, made.json()["participants"][0]["state"]) == (201, "joined")
    at = f"/alliances/{made.json()['id']}"
    college = next(one for one in made.json()["participants"] if one["key"] == "college")
    asked = anna("POST", f"{at}/participants/{college['id']}/invitation", {"language": "sv"})
    assert asked.status_code == 201
    assert asked.json()["link"].endswith(f"/sv/alliances/invitation/{asked.json()['token']}/")
    assert bengt("GET", at).status_code == 404
    joined = bengt("POST", "/invitations/accept", {"token": asked.json()["token"]})
    assert (joined.status_code, joined.json()["contact"]["name"]) == (200, "Bengt")
    assert bengt("GET", f"{at}/verdict").json()["outcome"] == "met"
    said = bengt("POST", f"{at}/comments", {"text": "We are in."})
    assert said.status_code == 201
    assert [one["text"] for one in anna("GET", f"{at}/comments").json()["items"]] == ["We are in."]
    assert Entry.objects.filter(deed="alliances.accept", by=person("Bengt").pk).count() == 1
