"""Asking, reading what others asked, following: and that what is not published is nowhere for others."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.portal.calls.build import AT, a_call, a_person, a_question

from samverk.portal.calls.models import Call, Question, Subscription
from samverk.portal.calls.states import CallState, QuestionState
from samverk.portal.people.models import Person

pytestmark = pytest.mark.django_db
NOW = timezone.now()
OPEN = {"opens_at": NOW - timedelta(days=1), "closes_at": NOW + timedelta(days=30)}


@pytest.fixture
def call() -> Call:
    return a_call(**OPEN)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_asked_and_seen_by_the_asker_alone(call: Call) -> None:
    path = f"/en/calls/{call.pk}/ask/"
    anna, bengt = signed_in(a_person("anna")), signed_in(a_person("bengt"))
    assert anna.post(path, {"text": "About our secret plan", "language": "en"}).status_code == 303
    assert "About our secret plan" in anna.get(path).text
    assert "secret" not in bengt.get(path).text
    assert Client().get(path)["Location"] == f"/en/account/login/?next=/en/calls/{call.pk}/ask/"


@pytest.mark.parametrize("typed", [{"text": " "}, {"text": "x" * 4001}, {"text": "Kept", "language": "fi"}])
def test_what_was_typed_stays(call: Call, typed: dict[str, str]) -> None:
    answer = signed_in(a_person("anna")).post(f"/en/calls/{call.pk}/ask/", {"language": "en"} | typed)
    assert (answer.status_code, Question.objects.count()) == (422, 0)
    assert typed["text"].strip()[:10] in answer.text


@pytest.mark.parametrize("facts", [{"closes_at": NOW - timedelta(hours=1)}, {"state": CallState.WITHDRAWN}])
def test_too_late_to_ask(facts: dict) -> None:
    call = a_call(**OPEN | facts)
    client = signed_in(a_person("anna"))
    assert "<textarea" not in client.get(f"/en/calls/{call.pk}/ask/").text
    answer = client.post(f"/en/calls/{call.pk}/ask/", {"text": "Why?", "language": "en"})
    assert (answer.status_code, Question.objects.count()) == (422, 0)


def test_taken_back_by_the_asker_alone(call: Call) -> None:
    anna, bengt = a_person("anna"), a_person("bengt")
    row = a_question(call, anna)
    path = f"/en/calls/{call.pk}/ask/{row.pk}/take-back/"
    assert signed_in(bengt).post(path).status_code == 404
    assert signed_in(anna).post(path).status_code == 303
    again = signed_in(anna).post(path)
    assert (again.status_code, "cannot be done now" in again.text) == (422, True)


@pytest.mark.parametrize("state", [QuestionState.ASKED, QuestionState.ANSWERED, QuestionState.WITHDRAWN])
def test_what_is_not_published_is_nowhere_for_others(call: Call, state: QuestionState) -> None:
    secret = {"asked": "SECRET asked", "answer_en": "SECRET answer", "question_en": "SECRET wording"}
    row = a_question(call, a_person("anna"), state, searched="secret", **secret)
    here = f"/en/calls/{call.pk}/"
    for client in (Client(), signed_in(a_person("bengt"))):
        for path in (here, f"{here}questions/", f"{here}questions/?q=secret", "/en/calls/feed.atom", "/en/calls/"):
            shown = client.get(path).text
            assert "SECRET" not in shown and str(row.pk) not in shown
    assert signed_in(Person.objects.get(name="bengt")).get(f"{here}ask/").text.count("SECRET") == 0


def test_found_by_words_of_either_language(call: Call) -> None:
    anna = a_person("anna")
    both = {"question_sv": "Får Åbo söka?", "answer_sv": "Ja.", "searched": "får åbo söka? ja. may a university ask?"}
    a_question(call, anna, QuestionState.PUBLISHED, **both)
    page = f"/sv/calls/{call.pk}/questions/"
    assert "Får Åbo söka?" in Client().get(page).text
    assert "Får Åbo söka?" in Client().get(page, {"q": "UNIVERSITY"}).text
    assert "Får Åbo söka?" not in Client().get(page, {"q": "universitet"}).text
    assert "May a university ask?" in Client().get(f"/en/calls/{call.pk}/questions/", {"q": "ÅBO ja"}).text


@pytest.mark.parametrize("rows", [1, 3])
def test_search_under_its_count(call: Call, rows: int, django_assert_num_queries) -> None:
    anna = a_person("anna")
    for _ in range(rows):
        a_question(call, anna, QuestionState.PUBLISHED)
    with django_assert_num_queries(2):
        shown = Client().get(f"/en/calls/{call.pk}/questions/", {"q": "university"}).text
    assert shown.count("<summary") == rows
    with django_assert_num_queries(4):
        assert Client().get(f"/en/calls/{call.pk}/").text.count("<summary") == rows


def test_the_next_page_holds_the_search(call: Call) -> None:
    anna = a_person("anna")
    for minute in range(21):
        a_question(call, anna, QuestionState.PUBLISHED, published_at=AT + timedelta(minutes=minute))
    first = Client().get(f"/en/calls/{call.pk}/questions/?q=may+university").text
    mark = first.partition("?q=may%20university&amp;after=")[2].partition('"')[0]
    second = Client().get(f"/en/calls/{call.pk}/questions/?q=may+university&after={mark}").text
    assert (first.count("<summary"), second.count("<summary")) == (20, 1)


def test_follow_and_leave_off(call: Call) -> None:
    client = signed_in(a_person("anna"))
    here = f"/en/calls/{call.pk}/"
    for path, place in ((f"{here}follow/", here), ("/en/calls/knowledge-alliances/follow/", "/en/calls/")):
        for _ in range(2):
            assert client.post(path)["Location"] == place
    assert Subscription.objects.count() == 2
    assert "Stop following" in client.get(here).text and "No more news" in client.get("/en/calls/").text
    for path in (f"{here}follow/", "/en/calls/knowledge-alliances/follow/"):
        client.post(path, {"stop": "1"})
    assert Subscription.objects.count() == 0
    assert "Sign in to follow" in Client().get(here).text


def test_nothing_to_follow() -> None:
    client = signed_in(a_person("anna"))
    draft = a_call(CallState.DRAFT, **OPEN)
    paths = [f"/en/calls/{draft.pk}/follow/", f"/en/calls/{uuid4()}/follow/", "/en/calls/circus/follow/"]
    assert [client.post(path).status_code for path in paths] == [404, 404, 404]
    assert [client.get(f"/en/calls/{draft.pk}/{path}").status_code for path in ("ask/", "questions/")] == [404, 404]


def test_the_days_of_the_call(call: Call) -> None:
    Call.objects.update(questions_until=call.opens_at + timedelta(days=9))
    shown = Client().get(f"/en/calls/{call.pk}/").text
    days = shown.partition('<ol class="days">')[2].partition("</ol>")[0]
    told = ["Published", "Opened", "Last day for questions", "Closes", "Projects can start"]
    assert [label in days for label in told] == [True] * 5
    assert shown.count('<circle class="days__passed"') == 2
