"""What the alliance is about: saved, or refused with nothing lost."""

import re

import pytest

from samverk.portal.alliances.models import Alliance

from .build import joined, kept, people

pytestmark = pytest.mark.django_db
TYPED = {
    "version": 1,
    "title": "Wind",
    "acronym": "WIND",
    "goals": "Cleaner power",
    "aims": ["teaching", "exchange"],
    "strands": ["innovation"],
    "fields": ["07", "071"],
    "sectors": ["D"],
    "duration_months": "36 months",
    "grant": "999 138,80",
}


@pytest.fixture
def everyone():
    return people()


@pytest.fixture
def alliance(everyone):
    made = kept(everyone["anna"])
    joined(made, everyone["bo"])
    return made


def address(alliance) -> str:
    return f"/en/alliances/{alliance.pk}/about/"


@pytest.mark.parametrize(("who", "got", "sent"), [("anna", 200, 303), ("bo", 404, 404), ("cecilia", 404, 404)])
def test_who_may(client, everyone, alliance, who, got, sent):  # noqa: PLR0917 - a table
    client.force_login(everyone[who])
    assert client.get(address(alliance)).status_code == got
    assert client.post(address(alliance), TYPED).status_code == sent


def test_everything_is_saved_and_stands_in_the_form_again(client, everyone, alliance):
    client.force_login(everyone["anna"])
    client.post(address(alliance), TYPED)
    row = Alliance.objects.get()
    assert (row.title, row.acronym, row.goals, row.version) == ("Wind", "WIND", "Cleaner power", 2)
    assert (row.aims, row.strands) == (["teaching", "exchange"], ["innovation"])
    assert (row.fields, row.sectors) == (["07", "071"], ["D"])
    assert (row.duration_months, str(row.grant)) == (36, "999138.80")
    form = client.get(address(alliance)).text
    assert [text in form for text in ('value="Wind"', "Cleaner power", 'value="36"', "999,138.80")] == [True] * 4
    assert len(re.findall('type="checkbox"[^>]* checked', form)) == 6


def test_a_partner_reads_it_on_the_page(client, everyone, alliance):
    client.force_login(everyone["anna"])
    client.post(address(alliance), TYPED)
    client.force_login(everyone["bo"])
    page = client.get(f"/en/alliances/{alliance.pk}/").text
    said = ("Cleaner power", "Develop new ways to teach", "Strengthen innovation", "Engineering and engineering trades")
    assert [text in page for text in said] == [True] * 4


def test_no_aim_is_not_known(client, everyone, alliance):
    client.force_login(everyone["anna"])
    client.post(address(alliance), TYPED | {"aims": [], "duration_months": "", "grant": ""})
    row = Alliance.objects.get()
    assert (row.aims, row.duration_months, row.grant) == (None, None, None)


def test_who_was_slower_sees_both_texts_and_can_save_over(client, everyone, alliance):
    client.force_login(everyone["anna"])
    client.post(address(alliance), TYPED)
    mine = TYPED | {"goals": "My text", "aims": ["entrepreneurship"], "title": "Sun"}
    answer = client.post(address(alliance), mine)
    assert answer.status_code == 409
    shown = ("My text", "Cleaner power", "Wind", 'value="Sun"', 'name="version" value="2"')
    assert [text in answer.text for text in shown] == [True] * 5
    assert client.post(address(alliance), mine | {"version": 2}).status_code == 303
    assert (Alliance.objects.get().goals, Alliance.objects.get().aims) == ("My text", ["entrepreneurship"])


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"grant": "plenty"}, "number of euros"),
        ({"duration_months": "long"}, "number of months"),
        ({"aims": ["fame"]}, "fame"),
        ({"fields": ["astrology"]}, "astrology"),
        ({"title": "x" * 301}, "300"),
        ({"version": ""}, ""),
    ],
    ids=["grant", "duration", "aim", "field", "title", "version"],
)
def test_what_was_typed_stays(client, everyone, alliance, wrong, why):
    client.force_login(everyone["anna"])
    answer = client.post(address(alliance), TYPED | wrong)
    assert (answer.status_code, "Cleaner power" in answer.text, why in answer.text) == (422, True, True)
    assert Alliance.objects.get().version == 1
