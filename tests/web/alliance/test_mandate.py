"""A mandate on screen: asked for, read, signed by who has confirmed who they are, declined, and what others see."""

import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from samverk.portal.alliances.actions.withdraw_mandate import withdraw_mandate
from samverk.portal.alliances.models import Alliance, Mandate, Participant
from samverk.portal.foundation.jobs import run_due
from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import faults
from samverk.portal.notices.models import Letter
from samverk.portal.people.models import Person, Role

from .build import joined, kept, people

pytestmark = pytest.mark.django_db
PASSWORD = "en lång fras med ugglor"
PDF = b"%PDF-1.7 a scan %%EOF"


@pytest.fixture
def everyone():
    rut = Person.objects.create_user("rut@example.org", PASSWORD, name="Rut Rektor")
    olle = Person.objects.create_user("olle@example.org", name="Olle")
    Role.objects.create(person=olle, kind="auditor", since=timezone.now())
    return people() | {"rut": rut, "olle": olle}


@pytest.fixture
def alliance(everyone):
    """Anna leads; Bo has joined for the second organisation."""
    row = kept(everyone["anna"])
    for number, one in enumerate(row.participants.all(), 1):
        Participant.objects.filter(pk=one.pk).update(name=f"Organisation {number}")
    joined(row, everyone["bo"])
    return row


def forms(alliance: Alliance, what: str, place: int = 1, lang: str = "en") -> str:
    row = alliance.participants.all()[place]
    return f"/{lang}/alliances/{alliance.pk}/participants/{row.pk}/{what}-mandate/"


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def asked(alliance: Alliance, *, ready: bool = True, lang: str = "en", to: str = "rut@example.org") -> str:
    """The address of the link; the paper is there if it is `ready`."""
    given = {"address": to, "language": lang}
    assert signed_in(alliance.founder).post(forms(alliance, "ask"), given).status_code == 303
    if ready:
        run_due(timezone.now())
    link = Letter.objects.filter(kind="mandate_asked").exclude(link="").latest("made_at").link
    return f"/{lang}{link}"


def typed(**changes: str) -> dict[str, str]:
    paper = Mandate.objects.latest("asked_at").paper
    return {
        "name": "Rut Rektor", "capacity": "Rector", "read": "on", "digest": paper.sha256 if paper else "",
    } | changes  # fmt: skip


def confirm(client: Client, answer) -> object:
    """Say anew who one is, where the answer leads."""
    assert (answer.status_code, "/account/reauthenticate/" in answer["Location"]) == (302, True)
    return client.post(answer["Location"], {"password": PASSWORD})


def sign(client: Client, link: str) -> object:
    return confirm(client, client.post(link, typed()))


@pytest.mark.parametrize("who", ["anna", "bo"])
def test_the_leader_and_the_contact_ask_by_letter(everyone, alliance, who: str) -> None:
    client = signed_in(everyone[who])
    assert client.get(forms(alliance, "ask")).status_code == 200
    answer = client.post(forms(alliance, "ask"), {"address": "rut@example.org", "language": "sv"}, follow=True)
    assert "goes to rut@example.org" in answer.text
    letter = Letter.objects.get(kind="mandate_asked")
    assert (letter.address, letter.language) == ("rut@example.org", "sv")
    assert letter.link.split("/")[-2] not in answer.text


@pytest.mark.parametrize(("what", "who"), [(w, p) for w in ("ask", "withdraw", "upload") for p in ("cecilia", "olle")])
def test_strangers_and_auditors_find_nothing(everyone, alliance, what: str, who: str) -> None:
    link = asked(alliance)
    client = signed_in(everyone[who])
    assert client.post(forms(alliance, what), {"address": "x@example.org", "language": "en"}).status_code == 404
    paper = f"/en/alliances/mandates/{Mandate.objects.get().pk}/paper/"
    assert (client.get(paper).status_code, Mandate.objects.get().state) == (404, "asked")
    assert "Organisation 1" not in client.get(link).text


def test_a_wrong_address_stays_in_its_field(everyone, alliance):
    answer = signed_in(everyone["anna"]).post(forms(alliance, "ask"), {"address": "rut at example", "language": "sv"})
    assert (answer.status_code, 'value="rut at example"' in answer.text) == (422, True)
    assert Mandate.objects.count() == 0


def test_who_coordinates_needs_none_and_is_told_so(everyone, alliance):
    client = signed_in(everyone["anna"])
    assert client.get(forms(alliance, "ask", 0)).status_code == 404
    answer = client.post(forms(alliance, "ask", 0), {"address": "rut@example.org", "language": "en"})
    assert (answer.status_code, "does not empower itself" in answer.text) == (422, True)


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_a_stranger_reads_what_it_is_and_is_led_back(client, alliance, lang: str) -> None:
    link = asked(alliance, lang=lang)
    text = client.get(link).text
    assert {"en": "may sign for the organisation", "sv": "får skriva under för organisationen"}[lang] in text
    assert f"/{lang}/account/login/?next={link}" in text and f"/{lang}/account/signup/?next={link}" in text
    assert 'name="capacity"' not in text and "mandate__paper" not in text
    answer = client.post(link, typed())
    assert (answer.status_code, answer["Location"]) == (302, f"/{lang}/account/login/?next={link}")


def test_reading_changes_nothing(everyone, alliance):
    link, entries = asked(alliance), Entry.objects.count()
    for client in (Client(), signed_in(everyone["rut"]), signed_in(everyone["cecilia"])):
        for _ in range(2):
            assert client.get(link).status_code == 200
            assert client.head(link).status_code == 200
    assert client.get(f"{link}decline/").status_code == 405
    assert (Mandate.objects.get().state, Entry.objects.count()) == ("asked", entries)


def test_the_whole_text_stands_on_the_page_in_its_language(everyone, alliance):
    text = signed_in(everyone["rut"]).get(asked(alliance)).text
    row = Mandate.objects.get()
    assert re.search(r'<article class="mandate__paper flow" lang="en"', text)
    shown = [row.text["lead"], *(said for _label, said in row.text["rows"])]
    assert [one for one in shown if one not in text] == []
    assert row.paper.sha256 in text


def test_until_the_paper_is_there_the_page_says_so_and_looks_again(everyone, alliance):
    link = asked(alliance, ready=False)
    client = signed_in(everyone["rut"])
    text = client.get(link).text
    assert "The paper is being made" in text and 'hx-trigger="every 2s"' in text and f'href="{link}#sign"' in text
    assert 'name="capacity"' not in text
    run_due(timezone.now())
    text = client.get(link).text
    assert "The paper is being made" not in text and 'name="capacity"' in text


def test_signing_asks_anew_who_one_is_and_then_counts_once(everyone, alliance):
    link, client = asked(alliance), signed_in(everyone["rut"])
    answer = client.post(link, typed())
    assert Mandate.objects.get().state == "asked"
    answer = confirm(client, answer)
    assert (answer.status_code, answer["Location"]) == (303, link)
    row = Mandate.objects.get()
    assert (row.state, row.name, row.capacity, row.sha256) == ("signed", "Rut Rektor", "Rector", row.paper.sha256)
    text = client.get(link).text
    assert "You have signed the mandate" in text and "The signed paper is being made" in text
    run_due(timezone.now())
    assert "Download the signed mandate" in client.get(link).text
    assert Entry.objects.filter(deed="alliances.sign_mandate").count() == 1 and list(faults()) == []


def test_a_replayed_form_changes_nothing(everyone, alliance):
    link, client = asked(alliance), signed_in(everyone["rut"])
    sign(client, link)
    entries = Entry.objects.count()
    answer = client.post(link, typed(name="Another"))
    assert (answer.status_code, answer["Location"]) == (303, link)
    assert (Mandate.objects.get().name, Entry.objects.count()) == ("Rut Rektor", entries)


def test_a_wrong_password_does_not_sign(everyone, alliance):
    link, client = asked(alliance), signed_in(everyone["rut"])
    answer = client.post(link, typed())
    assert client.post(answer["Location"], {"password": "wrong"}).status_code == 200
    assert Mandate.objects.get().state == "asked"


def test_who_can_confirm_by_nothing_is_told_how_to(everyone, alliance):
    Person.objects.filter(pk=everyone["rut"].pk).update(password="!")
    link = asked(alliance)
    client = signed_in(Person.objects.get(pk=everyone["rut"].pk))
    text = client.get(link).text
    assert "/account/password/set/" in text and 'name="capacity"' not in text
    assert client.post(link, typed()).status_code == 422
    assert Mandate.objects.get().state == "asked"


@pytest.mark.parametrize("missing", ["name", "capacity", "read"])
def test_what_was_typed_stays_when_something_is_missing(everyone, alliance, missing: str) -> None:
    link = asked(alliance)
    given = {key: value for key, value in typed(capacity="Rektor & mer").items() if key != missing}
    answer = signed_in(everyone["rut"]).post(link, given)
    assert (answer.status_code, f'href="#id_{missing}"' in answer.text) == (422, True)
    kept = {"name": 'value="Rut Rektor"', "capacity": 'value="Rektor &amp; mer"', "read": "checked"}
    assert [one for key, one in kept.items() if key != missing and one not in answer.text] == []


def test_a_paper_that_was_not_read_is_not_signed(everyone, alliance):
    link, client = asked(alliance), signed_in(everyone["rut"])
    answer = confirm(client, client.post(link, typed(digest="0" * 64)))
    assert (answer.status_code, "not the one that you read" in answer.text) == (422, True)
    assert 'value="Rector"' in answer.text and Mandate.objects.get().state == "asked"
    assert Entry.objects.filter(deed="alliances.sign_mandate", reason="other_paper").count() == 1


@pytest.mark.parametrize("who", ["anna", "bo", "cecilia"])
def test_others_who_hold_the_link_are_told_whom_it_is_for(everyone, alliance, who: str) -> None:
    link = asked(alliance)
    person = everyone[who]
    person.set_password(PASSWORD)
    person.save()
    client = signed_in(person)
    text = client.get(link).text
    assert "another e-mail address" in text and "mandate__paper" not in text
    answer = confirm(client, client.post(link, typed()))
    assert (answer.status_code, Mandate.objects.get().state) == (422, "asked")
    assert client.post(f"{link}decline/", {"reason": ""}).status_code == 422
    assert Mandate.objects.get().state == "asked"


def test_declining_keeps_the_reason_for_those_who_asked(everyone, alliance):
    link, client = asked(alliance), signed_in(everyone["rut"])
    answer = client.post(f"{link}decline/", {"reason": "Not before <June>"})
    assert (answer.status_code, answer["Location"]) == (303, link)
    assert "You have declined to sign" in client.get(link).text
    page = signed_in(everyone["bo"]).get(f"/en/alliances/{alliance.pk}/").text
    assert "Not before &lt;June&gt;" in page
    assert client.post(f"{link}decline/", {"reason": "again"}).status_code == 303
    assert Mandate.objects.get().reason == "Not before <June>"


def test_a_reason_that_is_too_long_stays(everyone, alliance):
    answer = signed_in(everyone["rut"]).post(f"{asked(alliance)}decline/", {"reason": "x" * 4001})
    assert (answer.status_code, "x" * 4001 in answer.text) == (422, True)


@pytest.mark.parametrize("how", ["unknown", "tampered", "expired", "withdrawn", "signed by another"])
@pytest.mark.parametrize("lang", ["en", "sv"])
def test_a_link_that_opens_nothing_says_whom_to_ask(everyone, alliance, how: str, lang: str) -> None:
    link = asked(alliance, lang=lang)
    if how == "expired":
        Mandate.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    if how == "withdrawn":
        given = {"participant_id": Mandate.objects.get().participant_id, "by": everyone["anna"]}
        withdraw_mandate(**given, at=timezone.now())
    if how == "signed by another":
        sign(signed_in(everyone["rut"]), link)
    link = {"unknown": f"/{lang}/alliances/mandate/{'x' * 43}/", "tampered": f"{link[:-2]}/"}.get(how, link)
    for client in (Client(), signed_in(everyone["cecilia"])):
        answer = client.get(link)
        assert answer.status_code == 404
        assert {"en": "cannot be opened", "sv": "kan inte öppnas"}[lang] in answer.text
        assert "Hemliga planer" not in answer.text
        assert (client.post(link, typed()).status_code, client.post(f"{link}decline/").status_code) in {
            (404, 404),
            (404, 302),
        }


@pytest.mark.parametrize(
    ("who", "paper", "signed"),
    [("anna", 200, 200), ("bo", 200, 200), ("rut", 200, 200), ("cecilia", 404, 404), ("olle", 404, 404)],
)
def test_who_may_save_the_papers(everyone, alliance, who: str, paper: int, signed: int) -> None:
    sign(signed_in(everyone["rut"]), asked(alliance))
    run_due(timezone.now())
    client, address = signed_in(everyone[who]), f"/en/alliances/mandates/{Mandate.objects.get().pk}"
    assert [client.get(f"{address}/{which}/").status_code for which in ("paper", "signed", "other")] == [
        paper, signed, 404,
    ]  # fmt: skip


def test_papers_are_saved_and_not_shown(everyone, alliance):
    asked(alliance)
    answer = signed_in(everyone["bo"]).get(f"/en/alliances/mandates/{Mandate.objects.get().pk}/paper/")
    assert answer["Content-Disposition"].startswith("attachment") and answer["Content-Type"] == "application/pdf"
    assert (
        signed_in(everyone["bo"]).get(f"/en/alliances/mandates/{Mandate.objects.get().pk}/signed/").status_code == 404
    )


def test_the_contact_hands_in_a_scan(everyone, alliance):
    asked(alliance)
    client, form = signed_in(everyone["bo"]), forms(alliance, "upload")
    assert client.get(form).status_code == 200
    answer = client.post(form, {"scan": SimpleUploadedFile("Fullmakt ÅÄÖ.pdf", PDF)})
    assert (answer.status_code, Mandate.objects.get().state) == (303, "signed")
    page = signed_in(everyone["anna"]).get(f"/en/alliances/{alliance.pk}/").text
    assert "Handed in as a scan" in page


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("scan.pdf", b"MZ not one", "not a PDF, PNG or JPEG"),
        ("scan.html", PDF, "not a PDF, PNG or JPEG"),
        ("scan.pdf", b"%PDF-" + bytes(10 * 1024 * 1024) + b"%%EOF", "larger than 10 MB"),
        ("scan.pdf", b"", "is empty"),
        ("", b"", "Choose the file"),
    ],
)
def test_what_is_no_scan_is_refused_at_its_field(everyone, alliance, name: str, content: bytes, words: str) -> None:
    asked(alliance)
    file = io.BytesIO(content)
    file.name = name
    given = {"scan": file} if name else {}
    answer = signed_in(everyone["bo"]).post(forms(alliance, "upload"), given)
    assert (answer.status_code, words in answer.text, 'href="#id_scan"' in answer.text) == (422, True, True)
    assert Mandate.objects.get().state == "asked"


def test_only_the_contact_hands_in_and_only_what_was_asked_for(everyone, alliance):
    scan = {"scan": SimpleUploadedFile("scan.pdf", PDF)}
    answer = signed_in(everyone["bo"]).post(forms(alliance, "upload"), scan)
    assert (answer.status_code, "no paper to sign yet" in answer.text) == (422, True)
    asked(alliance)
    scan = {"scan": SimpleUploadedFile("scan.pdf", PDF)}
    assert signed_in(everyone["anna"]).get(forms(alliance, "upload")).status_code == 404
    assert signed_in(everyone["anna"]).post(forms(alliance, "upload"), scan).status_code == 422
    assert Mandate.objects.get().state == "asked"


@pytest.mark.parametrize("who", ["anna", "bo"])
def test_it_is_taken_back_by_one_press(everyone, alliance, who: str) -> None:
    asked(alliance)
    answer = signed_in(everyone[who]).post(forms(alliance, "withdraw"))
    assert (answer.status_code, Mandate.objects.get().state) == (303, "withdrawn")
    assert signed_in(everyone[who]).post(forms(alliance, "withdraw")).status_code == 422


def test_the_page_says_why_one_is_void(everyone, alliance):
    sign(signed_in(everyone["rut"]), asked(alliance))
    page = f"/en/alliances/{alliance.pk}/"
    assert "1 of 1 is signed" in signed_in(everyone["anna"]).get(page).text
    Mandate.objects.update(state="void", void_because="title", void_at=timezone.now())
    text = signed_in(everyone["anna"]).get(page).text
    assert "title of the alliance has changed" in text and "1 of 1 is signed" not in text


def test_a_contact_sees_nothing_of_the_mandates_of_others(everyone, alliance):
    joined(alliance, everyone["cecilia"], 2)
    asked(alliance, to="secret@example.org")
    page = f"/en/alliances/{alliance.pk}/"
    assert "secret@example.org" in signed_in(everyone["anna"]).get(page).text
    assert "secret@example.org" in signed_in(everyone["bo"]).get(page).text
    assert "secret@example.org" not in signed_in(everyone["cecilia"]).get(page).text


def test_a_hostile_name_is_text(everyone, alliance):
    Participant.objects.filter(pk=alliance.participants.all()[1].pk).update(name="<script>alert(1)</script>")
    text = signed_in(everyone["rut"]).get(asked(alliance)).text
    assert "<script>alert" not in text and "&lt;script&gt;alert" in text


def test_what_one_signed_is_in_the_own_export_and_in_nobody_elses(everyone, alliance):
    sign(signed_in(everyone["rut"]), asked(alliance))
    export = "/en/account/export.json"
    [mine] = signed_in(everyone["rut"]).get(export).json()["mandates"]
    assert (mine["name"], mine["capacity"], mine["state"]) == ("Rut Rektor", "Rector", "signed")
    assert signed_in(everyone["anna"]).get(export).json()["mandates"] == []
