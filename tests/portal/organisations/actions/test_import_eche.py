"""The Commission's list of charter holders is entered as it is published."""

from datetime import date
from pathlib import Path

import pytest
from tests.portal.organisations.build import NOW, Entry, holder, registered, workbook

from samverk.portal.foundation.files import Unreadable
from samverk.portal.organisations.actions.import_eche import IncompleteList, import_eche
from samverk.portal.organisations.models import Charter, Organisation, Source
from samverk.portal.organisations.queries import suggest

pytestmark = pytest.mark.django_db

OTHER = {"code": "S  UMEA01", "pic": "999881821", "oid": "E10208987", "name": "UMEA UNIVERSITET", "city": "UMEA"}


def counts(report):
    return report.rows, report.created, report.updated, report.unchanged, report.renamed, report.ended


@pytest.mark.filterwarnings("ignore:Unknown extension")  # of how a sheet looks
def test_the_published_lists_one_after_the_other(shared_data: Path):
    folder = shared_data / "data" / "organisations"
    older, newer = folder / "eche_2022-03_original.xlsx", folder / "eche_2026-04-08_original.xlsx"
    assert counts(import_eche(older, at=NOW)) == (5209, 5209, 0, 0, 0, 0)
    assert counts(import_eche(folder / "eche_2022-03.csv.gz", at=NOW)) == (5209, 0, 0, 5209, 0, 0)

    report = import_eche(newer, at=NOW)
    assert counts(report) == (6142, 1013, 847, 4282, 548, 80)
    assert report.matched == {"pic": 5019, "oid": 110} and report.skipped == []
    assert counts(import_eche(folder / "eche_2026-04-08.csv.gz", at=NOW)) == (6142, 0, 0, 6142, 0, 0)
    assert counts(import_eche(older, at=NOW)) == (5209, 0, 0, 5209, 0, 0), "an older list takes nothing back"

    assert Organisation.objects.count() == 5209 + 1013
    assert Charter.objects.held_on(date(2026, 4, 8)).values("organisation").distinct().count() == 6142
    assert set(Organisation.objects.filter(city="NUUK").values_list("country", flat=True)) == {"DK"}
    assert not Organisation.objects.filter(erasmus_code__contains="\xa0").exists()
    assert not Organisation.objects.filter(oid__contains="N").exists()


def test_a_charter_that_is_gone_counts_until_the_day_before(tmp_path):
    import_eche(workbook(tmp_path / "list-2022-03.xlsx", holder(), holder(**OTHER)), at=NOW)
    report = import_eche(workbook(tmp_path / "list-2026-04-08.xlsx", holder()), at=NOW)
    gone = Charter.objects.get(organisation__pic=OTHER["pic"])
    assert report.ended == 1
    assert (gone.last_listed, gone.gone_from) == (date(2022, 3, 1), date(2026, 4, 8))
    assert gone.counts_until == date(2026, 4, 7)
    assert not suggest("umea")[0].charter and suggest("lund")[0].charter

    again = import_eche(workbook(tmp_path / "list-2026-05-01.xlsx", holder(), holder(**OTHER)), at=NOW)
    assert again.updated == 1 and suggest("umea")[0].charter


def test_a_new_name_leaves_the_old_one_findable(tmp_path):
    import_eche(workbook(tmp_path / "2022-03.xlsx", holder(name="LUNDS HOGSKOLA")), at=NOW)
    report = import_eche(workbook(tmp_path / "2026-04-08.xlsx", holder()), at=NOW)
    assert report.renamed == report.updated == 1
    [found] = suggest("hogskola")
    assert (found.name, found.also) == ("LUNDS UNIVERSITET", "LUNDS HOGSKOLA")


def test_a_new_pic_under_the_same_oid_is_the_same_organisation(tmp_path):
    import_eche(workbook(tmp_path / "2022-03.xlsx", holder()), at=NOW)
    report = import_eche(workbook(tmp_path / "2026-04-08.xlsx", holder(pic="123456789")), at=NOW)
    assert report.matched == {"oid": 1} and report.ended == 0
    assert Organisation.objects.get().pic == "123456789"


def test_an_oid_that_two_rows_share_joins_nothing(tmp_path):
    rows = holder(), holder(**{**OTHER, "oid": "E10209141"})
    import_eche(workbook(tmp_path / "2022-03.xlsx", rows[0]), at=NOW)
    import_eche(workbook(tmp_path / "2026-04-08.xlsx", *rows), at=NOW)
    assert Organisation.objects.count() == 2


def test_an_erasmus_code_given_to_another_joins_nothing(tmp_path):
    import_eche(workbook(tmp_path / "2022-03.xlsx", holder()), at=NOW)
    import_eche(workbook(tmp_path / "2026-04-08.xlsx", holder(**{**OTHER, "code": "S  LUND01"})), at=NOW)
    assert Organisation.objects.count() == 2


def test_odd_cells_are_understood(tmp_path):
    row = holder(
        code="S\xa0\xa0LUND01", pic="999901318\n", oid="#N/A", name=" LUNDS \u200b UNIVERSITET\xa0", country="Turkey"
    )
    other = holder(
        **{**OTHER, "country": "el", "since": "01/02/2022", "until": "2029-12-31 00:00:00", "pic": 999881821}
    )
    third = holder(pic="100000001", name="Nuuk", country="Greenland", until=None)
    report = import_eche(workbook(tmp_path / "list.xlsx", row, (), other, third), at=NOW)
    assert report.skipped == []
    lund, umea, nuuk = Organisation.objects.order_by("pk")
    assert (lund.name, lund.erasmus_code, lund.oid, lund.country) == ("LUNDS UNIVERSITET", "S  LUND01", "", "TR")
    assert (umea.country, umea.charters.get().valid_from) == ("GR", date(2022, 2, 1))
    assert (nuuk.country, nuuk.charters.get().valid_until) == ("DK", None)
    assert nuuk.charters.get().last_listed == NOW.date()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": " "}, "no_name"),
        ({"pic": "12"}, "not_a_pic"),
        ({"country": "Atlantis"}, "unknown_country"),
        ({"since": "soon"}, "not_a_date"),
        ({"until": "later"}, "not_a_date"),
        ({"until": date(2020, 1, 1)}, "ends_before_it_begins"),
    ],
)
def test_a_row_that_says_too_little_is_skipped_with_its_reason(tmp_path, change, reason):
    report = import_eche(workbook(tmp_path / "list.xlsx", holder(**OTHER), holder(**change)), at=NOW)
    assert [(row.row, row.reason) for row in report.skipped] == [(4, reason)]
    assert (report.rows, report.created) == (2, 1)


def test_of_two_rows_for_one_pic_the_first_is_taken(tmp_path):
    report = import_eche(workbook(tmp_path / "list.xlsx", holder(), holder(name="LUND AGAIN")), at=NOW)
    assert [(row.row, row.reason) for row in report.skipped] == [(4, "duplicate")]
    assert Organisation.objects.get().name == "LUNDS UNIVERSITET"


def test_a_list_that_would_end_more_charters_than_it_holds_changes_nothing(tmp_path):
    third = holder(**{**OTHER, "pic": "100000001", "oid": ""})
    import_eche(workbook(tmp_path / "2022-03.xlsx", holder(), holder(**OTHER), third), at=NOW)
    with pytest.raises(IncompleteList) as refused:
        import_eche(workbook(tmp_path / "2026-04-08.xlsx", holder(name="NEW NAME")), at=NOW)
    assert (refused.value.ended, refused.value.listed) == (2, 1)
    assert not Organisation.objects.filter(name="NEW NAME").exists()


def test_a_row_of_another_source_keeps_what_it_says(tmp_path):
    registered(Entry(row=1, name="Lund University", country="SE", city="Lund", pic="999901318"), source=Source.DEMO)
    report = import_eche(workbook(tmp_path / "2026-04-08.xlsx", holder()), at=NOW)
    found = Organisation.objects.get()
    assert (report.updated, report.renamed) == (1, 0)
    assert (found.name, found.city, found.website, found.source) == ("Lund University", "Lund", "www.lu.se", "demo")
    assert [name.text for name in found.names.all()] == ["LUNDS UNIVERSITET"]


def test_a_list_without_its_columns_is_refused_by_name(tmp_path):
    with pytest.raises(Unreadable) as refused:
        import_eche(workbook(tmp_path / "list.xlsx", header=("PIC", "Colour")), at=NOW)
    assert (refused.value.code, refused.value.about) == ("missing_columns", "name, country, since")


def test_progress_is_told(tmp_path):
    told = []
    import_eche(workbook(tmp_path / "list.xlsx", holder()), at=NOW, progress=lambda *done: told.append(done))
    assert told == [(1, 1)]
