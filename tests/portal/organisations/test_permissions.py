"""Who may do which deed to an organisation, in which state of the thing; each deed is really tried."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

import pytest
from tests.portal.organisations.build import an_organisation, membership, outcome, people

from samverk.portal.ledger.models import Entry
from samverk.portal.organisations.actions.add_evidence import add_evidence
from samverk.portal.organisations.actions.add_offer import add_offer
from samverk.portal.organisations.actions.create_organisation import create_organisation
from samverk.portal.organisations.actions.declare_organisation_control import declare_organisation_control
from samverk.portal.organisations.actions.describe_organisation import describe_organisation
from samverk.portal.organisations.actions.end_offer import end_offer
from samverk.portal.organisations.actions.remove_evidence import remove_evidence
from samverk.portal.organisations.actions.rename_organisation import rename_organisation
from samverk.portal.organisations.actions.retract_organisation_control import retract_organisation_control
from samverk.portal.organisations.actions.unverify_organisation import unverify_organisation
from samverk.portal.organisations.actions.verify_organisation import verify_organisation
from samverk.portal.organisations.models import Organisation
from samverk.portal.people.models import Person

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PDF = b"%PDF-1.7 evidence %%EOF"
pytestmark = pytest.mark.django_db

Deed = Callable[..., object]
Prepared = Callable[[Organisation, dict[str, Person]], Deed]


def describing(house: Organisation, _persons: dict[str, Person]) -> Deed:
    return partial(describe_organisation, organisation_id=house.pk, version=1, changes={"size": "small"})


def renaming(house: Organisation, _persons: dict[str, Person]) -> Deed:
    return partial(
        rename_organisation, organisation_id=house.pk, version=1, name="New", language="en", since=date(2026, 1, 1)
    )


def offering(house: Organisation, _persons: dict[str, Person]) -> Deed:
    return partial(add_offer, organisation_id=house.pk, kind="offer", texts={"sv": "En kurs"})


def ending(house: Organisation, persons: dict[str, Person], *, again: bool = False) -> Deed:
    made = add_offer(organisation_id=house.pk, kind="offer", texts={"sv": "En kurs"}, by=persons["editor"], at=AT)
    if again:
        end_offer(offer_id=made.pk, by=persons["editor"], at=AT)
    return partial(end_offer, offer_id=made.pk)


def linking(house: Organisation, persons: dict[str, Person], *, already: bool = False) -> Deed:
    ends = {"controller_id": an_organisation("Third").pk, "controlled_id": house.pk}
    if already:
        declare_organisation_control(**ends, by=persons["editor"], at=AT)
    return partial(declare_organisation_control, **ends)


def unlinking(house: Organisation, persons: dict[str, Person], *, already: bool = False) -> Deed:
    ends = {"controller_id": an_organisation("Third").pk, "controlled_id": house.pk}
    declare_organisation_control(**ends, by=persons["editor"], at=AT)
    if already:
        retract_organisation_control(**ends, by=persons["editor"], at=AT)
    return partial(retract_organisation_control, **ends)


def handing_in(house: Organisation, _persons: dict[str, Person]) -> Deed:
    return partial(add_evidence, organisation_id=house.pk, content=PDF, name="statutes.pdf", purpose="statutes")


def taking_away(house: Organisation, persons: dict[str, Person], *, again: bool = False) -> Deed:
    made = handing_in(house, persons)(by=persons["editor"], at=AT)
    if again:
        remove_evidence(evidence_id=made.pk, by=persons["editor"], at=AT)
    return partial(remove_evidence, evidence_id=made.pk)


def verifying(house: Organisation, persons: dict[str, Person], *, already: bool = False) -> Deed:
    if already:
        verify_organisation(organisation_id=house.pk, by=persons["manager"], at=AT)
    return partial(verify_organisation, organisation_id=house.pk)


def unverifying(house: Organisation, persons: dict[str, Person], *, verified: bool = True) -> Deed:
    if verified:
        verify_organisation(organisation_id=house.pk, by=persons["manager"], at=AT)
    return partial(unverify_organisation, organisation_id=house.pk, reason="ceased")


def registering(_house: Organisation, _persons: dict[str, Person]) -> Deed:
    return partial(create_organisation, name="Norra Skolan", country="SE", acting_as="editor")


WHO = ("editor", "signatory", "elsewhere", "officer", "manager", "auditor", "stranger")
MEMBERS = ("done", "done", *["not_member"] * 5)
MEMBERS_OR_AGENCY = ("done", "done", "not_member", "done", "done", "not_member", "not_member")
AGENCY = (*["not_officer"] * 3, "done", "done", "not_officer", "not_officer")


def refused(table: tuple[str, ...], reason: str) -> tuple[str, ...]:
    """Whoever may at all hears that it cannot be done now; the others hear what they would anyway."""
    return tuple(reason if said == "done" else said for said in table)


# what is tried -> what each of WHO gets
TABLE: dict[str, tuple[Prepared, tuple[str, ...]]] = {
    "describe": (describing, MEMBERS),
    "rename": (renaming, MEMBERS_OR_AGENCY),
    "add_offer": (offering, MEMBERS),
    "end_offer-standing": (ending, MEMBERS_OR_AGENCY),
    "end_offer-ended": (partial(ending, again=True), refused(MEMBERS_OR_AGENCY, "wrong_state")),
    "declare_control": (linking, MEMBERS_OR_AGENCY),
    "declare_control-declared": (partial(linking, already=True), refused(MEMBERS_OR_AGENCY, "already_declared")),
    "retract_control-declared": (unlinking, MEMBERS_OR_AGENCY),
    "retract_control-retracted": (partial(unlinking, already=True), refused(MEMBERS_OR_AGENCY, "not_declared")),
    "add_evidence": (handing_in, MEMBERS),
    "remove_evidence-kept": (
        taking_away, ("done", "done", "not_found", "not_member", "not_member", "not_member", "not_found")
    ),
    "remove_evidence-removed": (partial(taking_away, again=True), ("not_found",) * 7),
    "verify": (verifying, AGENCY),
    "verify-verified": (partial(verifying, already=True), refused(AGENCY, "already_verified")),
    "unverify-verified": (unverifying, AGENCY),
    "unverify-not": (partial(unverifying, verified=False), refused(AGENCY, "not_verified")),
    "create": (registering, ("done",) * 7),
}  # fmt: skip


@pytest.mark.parametrize(
    ("prepare", "who", "said"),
    [
        pytest.param(prepare, who, said, id=f"{what}-{who}")
        for what, (prepare, row) in TABLE.items()
        for who, said in zip(WHO, row, strict=True)
    ],
)
def test_who_may(prepare: Prepared, who: str, said: str, settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    house, persons = an_organisation(), people()
    membership(house, persons["editor"])
    membership(house, persons["signatory"], kind="legal_representative")
    membership(an_organisation("Elsewhere"), persons["elsewhere"], kind="legal_representative")
    deed = prepare(house, persons)
    before = Entry.objects.count()
    assert outcome(deed, by=persons[who], at=AT) == said
    assert Entry.objects.count() - before == (said == "done")


@pytest.mark.parametrize("kind", ["editor", "legal_representative"])
def test_nobody_verifies_the_own_organisation(kind: str) -> None:
    house, persons = an_organisation(), people()
    membership(house, persons["officer"], kind=kind)
    assert outcome(verify_organisation, organisation_id=house.pk, by=persons["officer"], at=AT) == "own_organisation"


@pytest.mark.parametrize("state", ["requested", "declined", "withdrawn", "ended"])
def test_only_who_acts_for_it_now_is_a_member(state: str) -> None:
    house, persons = an_organisation(), people()
    membership(house, persons["editor"], state)
    for prepare in (describing, renaming, offering, linking, handing_in):
        assert outcome(prepare(house, persons), by=persons["editor"], at=AT) == "not_member"
