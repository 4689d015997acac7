"""An alliance's page, for its founder, a partner and a stranger."""

import pytest
from django.test import Client
from django.utils import timezone
from tests.scheme.build import case

from samverk.portal.alliances.actions.keep import keep
from samverk.portal.alliances.models import Alliance, Comment, Participant

from .build import asked, joined, kept, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def everyone():
    return people()


@pytest.fixture
def alliance(everyone):
    made = kept(everyone["anna"])
    joined(made, everyone["bo"])
    return made


def as_(client: Client, person) -> Client:
    client.force_login(person)
    return client


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize(("who", "status"), [("anna", 200), ("bo", 200), ("cecilia", 404)])
def test_only_those_in_it_see_it(client, everyone, alliance, who, status, lang):  # noqa: PLR0917 - a table
    own = alliance.participants.all()[1 if who == "bo" else 0].pk
    page, form = (f"/{lang}/alliances/{alliance.pk}/", f"/{lang}/alliances/{alliance.pk}/participants/{own}/")
    answer = as_(client, everyone[who]).get(page)
    assert (answer.status_code, "Hemliga planer" in answer.text) == (status, status == 200)
    assert client.get(form).status_code == status


@pytest.mark.parametrize(("who", "titles"), [("anna", 1), ("bo", 1), ("cecilia", 0)])
def test_the_list_holds_ones_own(client, everyone, alliance, who, titles):
    assert as_(client, everyone[who]).get("/en/alliances/").text.count("Hemliga planer") == titles


@pytest.mark.parametrize(
    ("who", "place", "verb", "status", "state"),
    [
        ("anna", 1, "remove", 303, "removed"),
        ("bo", 1, "remove", 422, "joined"),
        ("cecilia", 1, "remove", 404, "joined"),
        ("anna", 1, "leave", 422, "joined"),
        ("bo", 1, "leave", 303, "left"),
        ("cecilia", 1, "leave", 404, "joined"),
        ("anna", 0, "remove", 422, "joined"),
        ("anna", 2, "withdraw", 303, "planned"),
        ("bo", 2, "withdraw", 422, "invited"),
        ("cecilia", 2, "withdraw", 404, "invited"),
        ("anna", 1, "offer", 303, "joined"),
        ("bo", 1, "offer", 422, "joined"),
        ("cecilia", 1, "offer", 404, "joined"),
        ("anna", 1, "bite", 404, "joined"),
    ],
)
def test_a_button_does_its_deed(client, everyone, alliance, who, place, verb, status, state):  # noqa: PLR0917 - a table
    asked(alliance, 2)
    row = alliance.participants.all()[place]
    answer = as_(client, everyone[who]).post(f"/en/alliances/{alliance.pk}/participants/{row.pk}/{verb}/")
    assert (answer.status_code, Participant.objects.get(pk=row.pk).state) == (status, state)


def test_no_address_does_anything_to_who_asks_for_it(client, everyone, alliance):
    row = alliance.participants.all()[1]
    answer = as_(client, everyone["anna"]).get(f"/en/alliances/{alliance.pk}/participants/{row.pk}/remove/")
    assert (answer.status_code, Participant.objects.get(pk=row.pk).state) == (200, "joined")
    pressed = client.get(f"/en/alliances/{alliance.pk}/participants/{row.pk}/withdraw/")
    assert (pressed.status_code, Participant.objects.get(pk=row.pk).state) == (405, "joined")


@pytest.mark.parametrize(("verb", "leads"), [("take", 1), ("decline", 0)])
def test_the_coordination_is_handed_on(client, everyone, alliance, verb, leads):
    row = alliance.participants.all()[1]
    as_(client, everyone["anna"]).post(f"/en/alliances/{alliance.pk}/participants/{row.pk}/offer/")
    lead = f"/en/alliances/{alliance.pk}/lead/{verb}/"
    assert client.post(lead).status_code == 422
    as_(client, everyone["bo"])
    assert lead in client.get(f"/en/alliances/{alliance.pk}/").text
    assert client.post(lead).status_code == 303
    assert [p.coordinator for p in alliance.participants.all()[:2]] == [not leads, bool(leads)]


def test_what_is_said_is_plain_text_and_can_be_taken_back(client, everyone, alliance):
    as_(client, everyone["bo"])
    page = f"/en/alliances/{alliance.pk}/"
    assert client.post(f"{page}say/", {"text": "<b>Hi</b>"}).status_code == 303
    assert "&lt;b&gt;Hi&lt;/b&gt;" in client.get(page).text
    back = f"{page}comments/{Comment.objects.get().pk}/take-back/"
    assert as_(client, everyone["anna"]).post(back).status_code == 422
    assert as_(client, everyone["cecilia"]).post(back).status_code == 404
    assert as_(client, everyone["bo"]).post(back).status_code == 303
    assert Comment.objects.get().text == ""


def test_what_was_typed_stays_when_it_is_refused(client, everyone, alliance):
    text = "long " * 1000
    answer = as_(client, everyone["bo"]).post(f"/en/alliances/{alliance.pk}/say/", {"text": text})
    assert (answer.status_code, text in answer.text) == (422, True)
    assert "The text is too long." in answer.text


def test_dissolving_asks_first(client, everyone, alliance):
    address = f"/en/alliances/{alliance.pk}/dissolve/"
    assert as_(client, everyone["bo"]).get(address).status_code == 404
    assert client.post(address).status_code == 422
    assert as_(client, everyone["anna"]).get(address).status_code == 200
    assert Alliance.objects.get().state == "forming"
    assert client.post(address).status_code == 303
    assert Alliance.objects.get().state == "dissolved"
    assert client.post(address).status_code == 422


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_with_more_participants(client, everyone, number, django_assert_num_queries):
    few = case(*({"id": f"p{n}", "category": "hei", "country": "SE"} for n in range(number)))
    made = keep(case=few, own="p0", by=everyone["anna"], at=timezone.now())
    as_(client, everyone["anna"])
    with django_assert_num_queries(11):
        assert client.get(f"/en/alliances/{made.pk}/").status_code == 200


@pytest.mark.parametrize(
    ("who", "verb", "place", "status"),
    [
        ("anna", "remove", 1, 200),
        ("bo", "remove", 1, 404),
        ("cecilia", "remove", 1, 404),
        ("bo", "leave", 1, 200),
        ("anna", "leave", 1, 404),
        ("anna", "offer", 1, 200),
        ("bo", "offer", 1, 404),
        ("anna", "remove", 0, 404),
    ],
)
def test_a_page_says_what_follows(client, everyone, alliance, who, verb, place, status):  # noqa: PLR0917 - a table
    row = alliance.participants.all()[place]
    answer = as_(client, everyone[who]).get(f"/en/alliances/{alliance.pk}/participants/{row.pk}/{verb}/")
    breaks = "Not as it stands" in answer.text and "Independent organisations" in answer.text
    assert (answer.status_code, breaks) == (status, status == 200 and verb != "offer")


@pytest.mark.parametrize(("who", "status"), [("anna", 303), ("bo", 422), ("cecilia", 404)])
def test_reminding_by_one_press(client, everyone, alliance, who, status):
    row = alliance.participants.all()[1]
    press = f"/en/alliances/{alliance.pk}/participants/{row.pk}/remind/"
    as_(client, everyone[who])
    assert client.post(press).status_code == status
    assert client.get(press).status_code in {405, 404}
    row.refresh_from_db()
    assert (row.reminded_at is not None) == (status == 303)
    if status == 303:
        again = client.post(press)
        assert (again.status_code, "less than a day ago" in again.text, f'action="{press}"' in again.text) == (
            422,
            True,
            False,
        )


def test_what_is_owed_is_on_the_page(client, everyone, alliance):
    page = as_(client, everyone["bo"]).get(f"/en/alliances/{alliance.pk}/").text
    assert [text in page for text in ("Still to be done", "What it contributes is not described")] == [True] * 2
    assert "/remind/" not in page
    assert "/remind/" in as_(client, everyone["anna"]).get(f"/en/alliances/{alliance.pk}/").text
