"""Two at once: one does it and the other is told why not, whoever comes first.

A test whose name says "without the lock" shows what would happen if the deeds did not wait for each other.
"""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import connection
from tests.portal.alliances.build import AT, asked, joined, kept, part, person, with_bengt
from tests.portal.calls.build import a_call
from tests.scheme.build import alliance as smallest

from samverk.portal.alliances import permissions, queries
from samverk.portal.alliances.actions.accept import accept
from samverk.portal.alliances.actions.answer_call import answer_call
from samverk.portal.alliances.actions.answer_offer import take_lead
from samverk.portal.alliances.actions.describe import describe
from samverk.portal.alliances.actions.dissolve import dissolve
from samverk.portal.alliances.actions.invite import LASTS, invite
from samverk.portal.alliances.actions.keep import keep
from samverk.portal.alliances.actions.leave import leave
from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.actions.remind import remind
from samverk.portal.alliances.actions.remove import remove
from samverk.portal.alliances.actions.withdraw_offer import withdraw_offer
from samverk.portal.alliances.models import Alliance, Invitation, Participant
from samverk.portal.alliances.states import PARTICIPANT, ParticipantEvent
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import faults

Deed = Callable[[], object]
ROUNDS = 5
"""How often each pair is let loose; who wins differs."""


def at_once(*deeds: Deed) -> list[str]:
    """How each ended: `done`, or the reason of its refusal. Any other error is raised."""
    start, ends, errors = threading.Barrier(len(deeds)), [""] * len(deeds), []

    def run(number: int, deed: Deed) -> None:
        start.wait()
        try:
            deed()
            ends[number] = "done"
        except Refusal as refusal:
            ends[number] = refusal.reason
        except Exception as error:  # noqa: BLE001 - raised below
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for error in errors:
        raise error
    return ends


def rounds(make: Callable[[], Alliance]) -> Iterator[Alliance]:
    """An alliance for each, and in the end the ledger is whole."""
    for _ in range(ROUNDS):
        yield make()
    assert list(faults()) == []


def deeds_done(deed: str, alliance: Alliance) -> int:
    return Entry.objects.filter(deed=deed, within=alliance.story).count()


@pytest.mark.django_db(transaction=True)
def test_two_accept_the_same_invitation():
    bengt, carla = person("Bengt"), person("Carla")
    for row in rounds(kept):
        token = asked(row, "college")
        ends = at_once(
            lambda token=token: accept(token=token, by=bengt, at=AT),
            lambda token=token: accept(token=token, by=carla, at=AT),
        )
        assert sorted(ends) == ["done", "not_found"]
        assert part(row, "college").contact == (bengt if ends[0] == "done" else carla)
        assert deeds_done("alliances.accept", row) == 1


@pytest.mark.django_db
def test_without_the_lock_one_person_would_speak_for_two():
    row, bengt = kept(), person("Bengt")
    for key in ("college", "works"):
        asked(row, key)
    as_read = queries.alliance(row.pk, person("Anna"))
    for key in ("college", "works"):
        assert queries.spoken_for(as_read, bengt) is None  # both look before either has written
        move(part(row, key), PARTICIPANT, ParticipantEvent.ACCEPT, contact=bengt)
    assert Participant.objects.of(bengt.pk).count() == 2


@pytest.mark.django_db(transaction=True)
def test_one_person_accepts_for_two_organisations():
    bengt = person("Bengt")
    for row in rounds(kept):
        tokens = [asked(row, key) for key in ("college", "works")]
        ends = at_once(*(lambda token=token: accept(token=token, by=bengt, at=AT) for token in tokens))
        assert sorted(ends) == ["already_in", "done"]
        assert Participant.objects.of(bengt.pk).filter(alliance=row).count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_invitation_expires_while_it_is_accepted():
    bengt, carla = person("Bengt"), person("Carla")
    for row in rounds(kept):
        token, end = asked(row, "college"), AT + LASTS
        ends = at_once(
            lambda token=token, end=end: accept(token=token, by=bengt, at=end - timedelta(microseconds=1)),
            lambda token=token, end=end: accept(token=token, by=carla, at=end),
        )
        assert ends == ["done", "not_found"]
        assert part(row, "college").contact == bengt


@pytest.mark.django_db(transaction=True)
def test_asked_again_while_accepting():
    anna, bengt = person("Anna"), person("Bengt")
    for row in rounds(kept):
        token, college = asked(row, "college"), part(row, "college").pk
        ends = at_once(
            lambda token=token: accept(token=token, by=bengt, at=AT),
            lambda college=college: invite(participant_id=college, language="sv", by=anna, at=AT),
        )
        assert ends in (["done", "wrong_state"], ["not_found", "done"])
        waiting = Invitation.objects.filter(participant=college, state="open").count()
        assert (part(row, "college").state, waiting) in {("joined", 0), ("invited", 1)}


@pytest.mark.django_db(transaction=True)
def test_the_same_click_twice_takes_the_lead_once():
    bengt = person("Bengt")
    for row in rounds(offered):
        take = lambda row=row: take_lead(alliance=row.pk, by=bengt, at=AT)  # noqa: E731 - one deed, twice
        assert sorted(at_once(take, take)) == ["done", "wrong_state"]
        assert coordinators(row) == ["college"]
        assert deeds_done("alliances.take_lead", row) == 1


@pytest.mark.django_db(transaction=True)
def test_the_offer_is_withdrawn_while_it_is_taken():
    anna, bengt = person("Anna"), person("Bengt")
    for row in rounds(offered):
        ends = at_once(
            lambda row=row: take_lead(alliance=row.pk, by=bengt, at=AT),
            lambda row=row: withdraw_offer(alliance=row.pk, by=anna, at=AT),
        )
        assert (ends, coordinators(row)) in (
            (["done", "not_leader"], ["college"]),
            (["wrong_state", "done"], ["uni"]),
        )


@pytest.mark.django_db(transaction=True)
def test_it_is_offered_to_another_while_it_is_taken():
    anna, bengt = person("Anna"), person("Bengt")
    for row in rounds(offered):
        works = joined(row, "works", "David").pk
        ends = at_once(
            lambda row=row: take_lead(alliance=row.pk, by=bengt, at=AT),
            lambda works=works: offer_lead(participant_id=works, by=anna, at=AT),
        )
        assert (ends, coordinators(row)) in (
            (["done", "not_leader"], ["college"]),
            (["not_yours", "done"], ["uni"]),
        )


@pytest.mark.django_db
def test_without_the_lock_the_lead_would_be_offered_to_one_who_has_left():
    row = with_bengt()
    as_read = queries.alliance(row.pk, person("Anna"))
    college = next(p for p in as_read.participants.all() if p.key == "college")
    leave(participant_id=college.pk, by=person("Bengt"), at=AT)
    assert permissions.may_offer_lead(person("Anna"), as_read, college)


@pytest.mark.django_db(transaction=True)
def test_the_last_partner_leaves_while_the_lead_is_offered_to_it():
    anna, bengt = person("Anna"), person("Bengt")
    for row in rounds(with_bengt):
        college = part(row, "college").pk
        ends = at_once(
            lambda college=college: leave(participant_id=college, by=bengt, at=AT),
            lambda college=college: offer_lead(participant_id=college, by=anna, at=AT),
        )
        assert ends in (["done", "done"], ["done", "wrong_state"])
        assert (part(row, "college").state, queries.open_offer(row)) == ("left", None)


@pytest.mark.django_db(transaction=True)
def test_the_last_partner_leaves_and_takes_the_lead():
    bengt = person("Bengt")
    for row in rounds(offered):
        college = part(row, "college").pk
        ends = at_once(
            lambda college=college: leave(participant_id=college, by=bengt, at=AT),
            lambda row=row: take_lead(alliance=row.pk, by=bengt, at=AT),
        )
        assert (ends, coordinators(row)) in ((["done", "not_found"], ["uni"]), (["coordinates", "done"], ["college"]))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["removed", "dissolved"])
def test_accepted_while_the_place_goes(way: str) -> None:
    anna, bengt = person("Anna"), person("Bengt")
    for row in rounds(kept):
        token, college = asked(row, "college"), part(row, "college").pk

        def end(row: Alliance = row, college=college) -> None:
            if way == "removed":
                remove(participant_id=college, by=anna, at=AT)
            else:
                dissolve(alliance=row.pk, by=anna, at=AT)

        ends = at_once(lambda token=token: accept(token=token, by=bengt, at=AT), end)
        assert ends in (["done", "done"], ["not_found", "done"])
        assert not Invitation.objects.filter(participant=college, state="open").exists()


@pytest.mark.django_db(transaction=True)
def test_two_describe_the_same_version():
    anna = person("Anna")
    for row in rounds(kept):
        ends = at_once(
            *(
                lambda row=row, title=title: describe(
                    alliance=row.pk, version=1, changes={"title": title}, by=anna, at=AT
                )
                for title in ("One", "Two")
            )
        )
        assert sorted(ends) == ["changed_meanwhile", "done"]
        now = Alliance.objects.get(pk=row.pk)
        assert (now.title, now.version) == ("One" if ends[0] == "done" else "Two", 2)


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_twice_at_once_keeps_one_alliance():
    anna = person("Anna")
    for number in range(ROUNDS):
        send = lambda number=number: keep(case=smallest(), own="uni", once=f"form-{number}", by=anna, at=AT)  # noqa: E731 - one deed, twice
        assert at_once(send, send) == ["done", "done"]
        assert Alliance.objects.count() == number + 1
    assert Entry.objects.filter(deed="alliances.keep").count() == ROUNDS


@pytest.mark.django_db(transaction=True)
def test_a_call_is_chosen_while_the_alliance_is_dissolved():
    anna, call = person("Anna"), a_call()
    for row in rounds(kept):
        ends = at_once(
            lambda row=row: answer_call(alliance_id=row.pk, call_id=call.pk, by=anna, at=AT),
            lambda row=row: dissolve(alliance=row.pk, by=anna, at=AT),
        )
        now = Alliance.objects.get(pk=row.pk)
        assert (ends, now.answers) in ((["done", "done"], call), (["dissolved", "done"], None))
        assert now.state == "dissolved"


@pytest.mark.django_db(transaction=True)
def test_the_same_reminder_pressed_twice_goes_out_once():
    anna = person("Anna")
    for row in rounds(with_bengt):
        college = part(row, "college").pk
        press = lambda college=college: remind(participant_id=college, by=anna, at=AT)  # noqa: E731 - one deed, twice
        assert sorted(at_once(press, press)) == ["done", "reminded"]
        assert deeds_done("alliances.remind", row) == 1


def offered() -> Alliance:
    """Anna coordinates and has offered it to Bengt's college."""
    row = with_bengt()
    offer_lead(participant_id=part(row, "college").pk, by=person("Anna"), at=AT)
    return row


def coordinators(row: Alliance) -> list[str]:
    return list(Participant.objects.filter(alliance=row, coordinator=True).values_list("key", flat=True))
