"""What members say of their organisation on screen, and who finds which screen."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.portal.organisations.build import NOW, an_organisation, membership, people, registered

from samverk.portal.organisations.actions.describe_organisation import describe_organisation
from samverk.portal.organisations.actions.entry import Entry
from samverk.portal.organisations.models import Control, Evidence, Membership, Offer, Organisation, OrganisationName
from samverk.portal.organisations.queries import controls_of

pytestmark = pytest.mark.django_db
MINE = "/en/my-organisations/"
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
WHO = ("editor", "signatory", "officer", "manager", "auditor", "finance", "applicant", "elsewhere", "stranger")
MEMBERS = {"editor", "signatory"}
ANSWERING = {"officer", "manager"}


@pytest.fixture
def house():
    return an_organisation()


@pytest.fixture
def persons(house):
    found = people()
    membership(house, found["editor"])
    membership(house, found["signatory"], kind="legal_representative")
    membership(house, found["applicant"], "requested")
    membership(an_organisation("Elsewhere"), found["elsewhere"])
    return found


def as_(client: Client, person) -> Client:
    client.force_login(person)
    return client


def said(**changes: object) -> dict[str, object]:
    return {"version": 1, "description_en": "We teach.", "size": "large", "fields": ["01", "061"], **changes}


SCREENS = {
    "": MEMBERS | ANSWERING,
    "edit/": MEMBERS,
    "rename/": MEMBERS | ANSWERING,
    "offers/new/": MEMBERS,
    "controls/": MEMBERS | ANSWERING,
    "evidence/new/": MEMBERS,
}


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("screen", SCREENS)
def test_who_finds_which_screen(client: Client, house, persons, who: str, screen: str) -> None:
    as_(client, persons[who])
    status = 200 if who in SCREENS[screen] else 404
    assert client.get(f"{MINE}{house.pk}/{screen}").status_code == status
    if status == 404 and screen:
        assert client.post(f"{MINE}{house.pk}/{screen}", said()).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_as_many_queries_however_much_there_is(
    client: Client, house, persons, django_assert_num_queries, number: int
) -> None:
    as_(client, persons["editor"])
    for one in range(number):
        kinds = {"organisation": house, "made_by": persons["editor"], "made_at": NOW}
        Offer.objects.create(kind="wish", text_en=f"Wish {one}", themes=["01"], **kinds)
        owner = an_organisation(f"Owner {one}")
        Control.objects.create(controller=owner, controlled=house, declared_by=persons["editor"], since=NOW)
        until = date(2001 + one, 1, 1)
        OrganisationName.objects.create(organisation=house, text=f"Old {one}", kind="former", valid_until=until)
        upload(client, house, f"Paper-{one}.pdf")
    client.get("/en/")
    with django_assert_num_queries(15):
        text = client.get(f"{MINE}{house.pk}/").text
    assert [text.count(word) for word in ("Take it down", "It does no more", "until 1 January", "Take it away")] == (
        [number] * 4
    )


def test_described(client: Client, house, persons) -> None:
    as_(client, persons["editor"])
    answer = client.post(f"{MINE}{house.pk}/edit/", said(sectors=["C", "26"]))
    assert (answer.status_code, answer["Location"]) == (303, f"{MINE}{house.pk}/")
    text = client.get(f"/en/organisations/{house.pk}/").text
    assert [word in text for word in ("We teach.", "Education; Information", "250 people or more")] == [True] * 3
    assert '<div lang="en"><p>We teach.' in client.get(f"/sv/organisations/{house.pk}/").text


def test_what_cannot_be_read_keeps_what_was_typed(client: Client, house, persons) -> None:
    as_(client, persons["editor"])
    answer = client.post(f"{MINE}{house.pk}/edit/", said(size="gigantic", description_en="Kept words"))
    assert (answer.status_code, "Kept words" in answer.text, 'href="#id_size"' in answer.text) == (422, True, True)
    house.refresh_from_db()
    assert house.version == 1


def test_who_is_slower_sees_both_texts(client: Client, house, persons) -> None:
    changes = {"description_en": "The faster words", "fields": ["02"]}
    describe_organisation(organisation_id=house.pk, version=1, changes=changes, by=persons["signatory"], at=NOW)
    as_(client, persons["editor"])
    answer = client.post(f"{MINE}{house.pk}/edit/", said(description_en="The slower words"))
    told = [word in answer.text for word in ("The slower words", "The faster words", "Arts and humanities")]
    assert (answer.status_code, told, 'name="version" value="2"' in answer.text) == (409, [True] * 3, True)
    assert client.post(f"{MINE}{house.pk}/edit/", said(version=2)).status_code == 303


def test_renamed(client: Client, house, persons) -> None:
    as_(client, persons["editor"])
    given = {"version": 1, "name": "University of Lund", "language": "en", "since": "2020-01-01"}
    assert client.post(f"{MINE}{house.pk}/rename/", given).status_code == 303
    text = client.get(f"/en/organisations/{house.pk}/").text
    assert ("Former names" in text, "until 31 December 2019" in text) == (True, True)
    assert "University of Lund" in client.get(f"{MINE}{house.pk}/").text
    late = client.post(f"{MINE}{house.pk}/rename/", given | {"name": "Another", "since": "2021-01-01"})
    assert (late.status_code, "Both texts are shown" in late.text, "Another" in late.text) == (409, True, True)


@pytest.mark.parametrize(
    ("changes", "at_field"),
    [({"since": "2999-01-01"}, "since"), ({"name": "Lund University"}, "name"), ({"since": "x"}, "since")],
    ids=["not yet", "same", "no day"],
)
def test_a_name_that_cannot_be(client: Client, house, persons, changes: dict[str, str], at_field: str) -> None:
    as_(client, persons["editor"])
    given = {"version": 1, "name": "Another", "language": "", "since": "2020-01-01", **changes}
    answer = client.post(f"{MINE}{house.pk}/rename/", given)
    assert (answer.status_code, f'href="#id_{at_field}"' in answer.text) == (422, True)
    assert f'value="{given["name"]}"' in answer.text


def test_offered_and_taken_down(client: Client, house, persons) -> None:
    as_(client, persons["editor"])
    given = {"kind": "offer", "text_sv": "Ett laboratorium", "themes": ["061"], "until": "2999-01-01"}
    assert client.post(f"{MINE}{house.pk}/offers/new/", given).status_code == 303
    address = f"/en/organisations/{house.pk}/"
    assert '<span lang="sv">Ett laboratorium' in client.get(address).text
    end = f"{MINE}offers/{Offer.objects.get().pk}/end/"
    as_(client, persons["elsewhere"])
    assert client.post(end).status_code == 404
    as_(client, persons["signatory"])
    assert (client.get(end).status_code, client.post(end).status_code) == (405, 303)
    assert "Ett laboratorium" not in client.get(address).text
    assert "This cannot be done now" in client.post(end, follow=True).text


@pytest.mark.parametrize(
    ("changes", "at_field"),
    [({"text_en": ""}, "text_sv"), ({"kind": "x"}, "kind"), ({"until": "2001-01-01"}, "until")],
    ids=["nothing", "neither", "over"],
)
def test_an_offer_that_cannot_be(client: Client, house, persons, changes: dict[str, str], at_field: str) -> None:
    as_(client, persons["editor"])
    answer = client.post(f"{MINE}{house.pk}/offers/new/", {"kind": "wish", "text_en": "A partner"} | changes)
    assert (answer.status_code, f'href="#id_{at_field}"' in answer.text) == (422, True)


@pytest.mark.parametrize("way", ["owner", "owned"])
def test_control_declared_and_taken_back(client: Client, house, persons, way: str) -> None:
    registered(Entry(1, "Lund Innovation AB", "SE", "Lund"))
    other = Organisation.objects.get(name="Lund Innovation AB")
    as_(client, persons["editor"])
    address = f"{MINE}{house.pk}/controls/"
    hits = client.post(address, {"do": "search", "name": "lund inno", "way": way})
    assert (hits.status_code, f'value="pick:{other.pk}"' in hits.text) == (200, True)
    assert client.post(address, {"do": f"pick:{other.pk}", "way": way}).status_code == 303
    (link,) = controls_of(house)
    assert (link.controller_id, link.controlled_id) == (
        (other.pk, house.pk) if way == "owner" else (house.pk, other.pk)
    )
    assert "already" in client.post(address, {"do": f"pick:{other.pk}", "way": way}).text
    pair = {"controller": link.controller_id, "controlled": link.controlled_id}
    as_(client, persons["elsewhere"])
    assert client.post(f"{address}retract/", pair).status_code == 404
    as_(client, persons["signatory"])
    assert client.post(f"{address}retract/", {"controller": other.pk, "controlled": other.pk}).status_code == 404
    assert client.post(f"{address}retract/", pair).status_code == 303
    assert controls_of(house) == []


@pytest.mark.parametrize("do", ["search", "pick:x", "pick:" + "9" * 30, "pick:SELF"])
def test_control_of_nobody(client: Client, house, persons, do: str) -> None:
    as_(client, persons["editor"])
    answer = client.post(f"{MINE}{house.pk}/controls/", {"do": do.replace("SELF", str(house.pk))})
    assert answer.status_code == (422 if do in {"search", "pick:SELF"} else 404)


def upload(client: Client, house, name: str = "Paper.pdf", content: bytes = PDF, purpose: str = "size"):
    file = SimpleUploadedFile(name, content)
    return client.post(f"{MINE}{house.pk}/evidence/new/", {"purpose": purpose, "file": file})


@pytest.mark.parametrize(
    ("given", "at_field"),
    [({"content": b"MZ", "name": "x.exe"}, "file"), ({"content": b""}, "file"), ({"purpose": "x"}, "purpose")],
    ids=["program", "empty", "for nothing"],
)
def test_a_file_that_is_not_kept(client: Client, house, persons, given: dict, at_field: str) -> None:
    answer = upload(as_(client, persons["editor"]), house, **given)
    assert (answer.status_code, f'href="#id_{at_field}"' in answer.text) == (422, True)


@pytest.mark.parametrize("who", WHO)
def test_who_reads_evidence(client: Client, house, persons, who: str) -> None:
    assert upload(as_(client, persons["editor"]), house).status_code == 303
    row = Evidence.objects.get()
    as_(client, persons[who])
    answer = client.get(f"{MINE}evidence/{row.pk}/")
    assert answer.status_code == (200 if who in MEMBERS | ANSWERING | {"auditor", "finance"} else 404)
    if answer.status_code == 200:
        assert (answer.content, "attachment" in answer["Content-Disposition"]) == (PDF, True)
    client.post(f"{MINE}evidence/{row.pk}/remove/")
    row.refresh_from_db()
    assert (row.removed_at is not None) == (who in MEMBERS)
    assert client.get(f"{MINE}evidence/{row.pk}/").status_code == (404 if who in MEMBERS else answer.status_code)


@pytest.mark.parametrize("who", [None, "stranger", "elsewhere", "applicant"])
def test_nothing_leaks_where_everybody_reads(client: Client, house, persons, who: str | None) -> None:
    upload(as_(client, persons["editor"]), house, "Hemligheten.pdf")
    secret = [person.email for name, person in persons.items() if name != who]
    secret += ["Hemligheten", "Editor", "Signatory", "Applicant", "legal_representative"][: 4 if who else 5]
    client.logout()
    if who:
        as_(client, persons[who])
    addresses = (
        f"organisations/{house.pk}/",
        "organisations/",
        "organisations/?q=lund",
        "organisations/suggest/?q=lund",
    )
    texts = [client.get(f"/en/{address}").text for address in addresses]
    text = "".join(texts).replace("Editor: keeps", "").replace(persons[who].name if who else "§", "")
    assert [word for word in secret if word in text] == []


@pytest.mark.parametrize("who", ["editor", "signatory", "officer", "applicant", "elsewhere", "stranger"])
def test_who_may_end_a_membership_is_asked_first(client: Client, house, persons, who: str) -> None:
    row = Membership.objects.get(person=persons["editor"])
    as_(client, persons[who])
    allowed = who in {"editor", "signatory", "officer"}
    address = f"{MINE}memberships/{row.pk}/end/"
    assert client.get(address).status_code == (200 if allowed else 404)
    row.refresh_from_db()
    assert row.state == "active"
    answer = client.post(address)
    row.refresh_from_db()
    assert (answer.status_code, row.state) == ((303, "ended") if allowed else (404, "active"))
    if allowed:
        assert answer["Location"] == (MINE if who == "editor" else f"{MINE}{house.pk}/")


def new(**changes: str) -> dict[str, str]:
    return {"name": "Verkstan", "country": "SE", "kind": "", "acting_as": "editor", **changes}


def test_registered(client: Client, persons) -> None:
    as_(client, persons["stranger"])
    answer = client.post(f"{MINE}new/", new())
    assert (answer.status_code, answer["Location"]) == (303, MINE)
    row = Membership.objects.get(person=persons["stranger"])
    assert (row.organisation.name, row.state, row.kind) == ("Verkstan", "requested", "editor")


def test_the_likely_ones_are_shown_first(client: Client, persons) -> None:
    registered(Entry(1, "Lunds Mekaniska Verkstad", "SE", "Lund"))
    as_(client, persons["stranger"])
    answer = client.post(f"{MINE}new/", new(name="Lunds mekaniska verkstad AB"))
    told = [
        "Is it one of these?" in answer.text,
        "Lunds Mekaniska Verkstad" in answer.text,
        "verkstad AB" in answer.text,
    ]
    assert (answer.status_code, told) == (422, [True] * 3)
    given = new(name="Lunds mekaniska verkstad AB", not_a_twin="yes")
    assert client.post(f"{MINE}new/", given).status_code == 303


@pytest.mark.parametrize(
    ("changes", "at_field"),
    [({"name": ""}, "name"), ({"country": "XX"}, "country"), ({"pic": "12"}, "pic"), ({"oid": "12"}, "oid")],
    ids=["name", "country", "pic", "oid"],
)
def test_none_that_cannot_be(client: Client, persons, changes: dict[str, str], at_field: str) -> None:
    as_(client, persons["stranger"])
    answer = client.post(f"{MINE}new/", new(city="Kept", **changes))
    told = (f'href="#id_{at_field}"' in answer.text, 'value="Kept"' in answer.text)
    assert (answer.status_code, told) == (422, (True, True))


def test_a_merged_one_leads_to_what_it_is_part_of(client: Client, house) -> None:
    old = an_organisation("Old", merged_into=house)
    answer = client.get(f"/en/organisations/{old.pk}/")
    assert (answer.status_code, answer["Location"]) == (301, f"/en/organisations/{house.pk}/")


def test_the_word_of_the_agency(client: Client, house, persons) -> None:
    house.verifications.create(verified_at=timezone.now() - timedelta(days=1), verified_by=persons["officer"])
    assert "Confirmed by the agency on" in client.get(f"/en/organisations/{house.pk}/").text
    assert "Officer" not in client.get(f"/en/organisations/{house.pk}/").text
