"""Records of the Research Organization Registry, in each form, complete or not."""

import csv
import gzip
import json
from itertools import islice
from pathlib import Path

import pytest
from tests.portal.organisations.build import NOW, Entry, registered

from samverk.portal.foundation.files import Unreadable
from samverk.portal.organisations.actions.import_ror import import_ror
from samverk.portal.organisations.models import Organisation, Source

pytestmark = pytest.mark.django_db

RECORD = {
    "id": "https://ror.org/012a77v79",
    "status": "active",
    "types": ["education", "funder"],
    "names": [
        {"value": "Lunds universitet", "types": ["label"], "lang": "sv"},
        {"value": "Lund University", "types": ["ror_display", "label"], "lang": "en"},
    ],
    "locations": [{"geonames_details": {"country_code": "SE", "name": "Lund", "lat": 55.7, "lng": 13.19}}],
    "links": [{"type": "wikipedia", "value": "w"}, {"type": "website", "value": "https://www.lu.se"}],
}
FIRST = {
    "id": "https://ror.org/000050t83",
    "status": "active",
    "types": ["Company"],
    "name": "Otis (Sweden)",
    "country": {"country_code": "SE"},
    "addresses": [{"city": "Stockholm", "lat": 59.3, "lng": 18.1}],
    "links": ["https://www.otis.com/"],
    "aliases": ["Otis Elevator Company"],
    "acronyms": ["OEC"],
    "labels": [{"label": "Otis hissar", "iso639": "sv"}],
}


def written(path: Path, records) -> Path:
    path.write_text(json.dumps(records, indent=1))
    return path


def test_part_of_the_published_register(shared_data: Path, tmp_path):
    part = tmp_path / "ror_2026-02-24.jsonl"
    with gzip.open(shared_data / "data/organisations/ror_partial.jsonl.gz", "rt") as whole:
        part.write_text("".join(islice(whole, 1500)))
    report = import_ror(part, at=NOW)
    assert report.rows == 1500 == report.created + len(report.skipped)
    assert {row.reason for row in report.skipped} == {"inactive", "withdrawn"} and report.created > 1400
    again = import_ror(part, at=NOW)
    assert (again.created, again.updated, again.unchanged) == (0, 0, report.created)


def test_both_schemas_in_one_array(tmp_path):
    report = import_ror(written(tmp_path / "dump.json", [RECORD, FIRST]), at=NOW)
    assert (report.created, report.skipped) == (2, [])
    lund, otis = Organisation.objects.order_by("pk")
    assert (lund.name, lund.ror, lund.city, lund.latitude) == ("Lund University", "012a77v79", "Lund", 55.7)
    assert (lund.kind, lund.website) == ("", "https://www.lu.se"), "education may be a school"
    assert list(lund.names.values_list("text", "language")) == [("Lunds universitet", "sv")]
    assert (otis.kind, otis.website, otis.city) == ("enterprise", "https://www.otis.com/", "Stockholm")
    assert {name.text for name in otis.names.all()} == {"Otis Elevator Company", "OEC", "Otis hissar"}


def test_a_table(tmp_path):
    path = tmp_path / "ror.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["ror_id", "name", "types", "status", "country", "city", "lat", "lng"])
        writer.writerow(["012a77v79", "Lund University", "facility|funder", "active", "SE", "Lund", "55.7", "13.19"])
        writer.writerow(["000050t83", "Otis", "company", "active", "SE", "Stockholm", "north", ""])
    report = import_ror(path, at=NOW)
    assert [(row.row, row.reason) for row in report.skipped] == [(3, "not_a_ror_record")]
    assert Organisation.objects.get().kind == "research"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"status": "withdrawn"}, "withdrawn"),
        ({"status": "odd"}, "not_a_ror_record"),
        ({"id": "https://ror.org/short"}, "not_a_ror_record"),
        ({"names": []}, "not_a_ror_record"),
        ({"names": "Lund"}, "not_a_ror_record"),
        ({"locations": []}, "unknown_country"),
    ],
)
def test_a_record_that_says_too_little_is_skipped_with_its_reason(tmp_path, change, reason):
    report = import_ror(written(tmp_path / "dump.json", [FIRST, {**RECORD, **change}]), at=NOW)
    assert [(row.row, row.reason) for row in report.skipped] == [(2, reason)]


def test_coordinates_off_the_earth_are_left_out(tmp_path):
    place = {"geonames_details": {"country_code": "SE", "name": "Lund", "lat": 155.7, "lng": 13.19}}
    import_ror(written(tmp_path / "dump.json", [{**RECORD, "locations": [place]}]), at=NOW)
    assert Organisation.objects.get().latitude is None


@pytest.mark.parametrize(
    ("known", "matches"),
    [
        (Entry(row=1, name="LUNDS UNIVERSITET", country="SE", city="LUND", pic="999901318"), True),
        (Entry(row=1, name="Lunds Universitet", country="SE", city="LUND CEDEX", pic="999901318"), True),
        (Entry(row=1, name="Lunds Universitet", country="DK", city="Lund"), False),
        (Entry(row=1, name="Lunds", country="SE", city="Lund"), False),
        (Entry(row=1, name="Lunds universitet", country="SE", city="Lund", ror="000000000"), False),
    ],
)
def test_an_organisation_on_record_is_matched_by_name(tmp_path, known, matches):
    registered(known, source=Source.ECHE)
    report = import_ror(written(tmp_path / "dump.json", [RECORD]), at=NOW)
    assert report.matched == ({"name": 1} if matches else {})
    assert Organisation.objects.count() == (1 if matches else 2)


def test_a_name_that_two_bear_is_matched_by_town_only(tmp_path):
    names = [{"value": "Museum of Art", "types": ["ror_display"]}]
    far = {**RECORD, "names": names, "locations": [{"geonames_details": {"country_code": "SE", "name": "Malmo"}}]}
    near = {**RECORD, "names": names, "id": "https://ror.org/000050t83"}
    registered(Entry(row=1, name="Museum of Art", country="SE", city="LUND"))
    import_ror(written(tmp_path / "dump.json", [far, near]), at=NOW)
    assert Organisation.objects.get(source=Source.DEMO).ror == "000050t83"
    assert Organisation.objects.count() == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("[]", "empty"),
        ("[{}, 3]", "not_a_record"),
        ('[{"id": 1}, {"id"', "not_json"),
        ("a,b\n1,2", "no_header"),
    ],
)
def test_what_is_no_register_is_refused_by_name(tmp_path, text, code):
    path = tmp_path / "dump.json"
    path.write_text(text)
    with pytest.raises(Unreadable) as refused:
        import_ror(path, at=NOW)
    assert refused.value.code == code
