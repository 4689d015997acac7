"""Journey 1, whole: from a check without an account to an alliance of eight people who owe each other nothing."""

from collections.abc import Callable, Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from tests.journeys.people import PASSWORD, Barriers, Somebody
from tests.scheme.build import alliance as consortium

from samverk.portal.alliances.models import Alliance
from samverk.portal.alliances.queries import owes
from samverk.portal.web.shared.state import encode

pytestmark = pytest.mark.django_db(transaction=True)
"""Kind, country, name and contact of each organisation; the first coordinates."""
ORGANISATIONS = [
    ("hei", "SE", "Sundets högskola", "Anna"),
    ("hei", "FI", "Saimaa College", "Bo"),
    ("enterprise", "DE", "Fadenwerk", "Carla"),
    ("enterprise", "SE", "Segelmakarna", "Dag"),
    ("research", "FI", "Wind Institute", "Eeva"),
    ("public", "DE", "Hafenstadt", "Fritz"),
]
LATE = ("public", "NL", "Gemeente Zeewolde", "Gerda")
CASE = consortium(uni={"name": "Lund"}, college={"name": "Aalto"}).model_copy(update={"title": "Wind in the sails"})
Meet = Callable[..., Somebody]


@pytest.fixture
def meet(browser, portal, settings, tmp_path) -> Iterator[Meet]:
    """Somebody new, with a browser of their own."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    settings.PUBLIC_ADDRESS = portal
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.ACCOUNT_RATE_LIMITS = False
    met: list[Somebody] = []
    barriers: Barriers = {}

    def somebody(name: str, lang: str, *, script: bool = True) -> Somebody:
        met.append(Somebody(browser, portal, tmp_path, barriers, name=name, lang=lang, script=script))
        return met[-1]

    yield somebody
    assert {place: found for place, found in barriers.items() if found} == {}
    assert {one.name: one.complaints for one in met if one.complaints} == {}
    for one in met:
        one.page.context.close()


def checks(anna: Somebody) -> None:
    """Without an account: an alliance that the rules find nothing wrong with."""
    page = anna.at(f"/{anna.lang}/")
    anna.passes("empty front door")
    for number, (kind, country, name, _who) in enumerate(ORGANISATIONS):
        page.fill("#add-name", name)
        page.select_option("#add-category", kind)
        page.select_option("#add-country", country)
        page.locator("#add [value=add]").click()
        expect(page.locator(".organisation")).to_have_count(number + 1)
    for number in (0, 1):
        page.locator(f"#organisation-{number} > summary").click()
        page.select_option(f"#charter-{number}", "yes")
    page.check("#coordinator-0")
    page.fill("#title", "Wind in the sails")
    page.fill("#duration", "24")
    page.fill("#grant", "700000")
    page.check("#aim-teaching")
    if not anna.script:
        page.locator("[value=check]:visible").first.click()
    expect(page.locator(".verdict, #answer-title").first).to_contain_text(YES[anna.lang])
    anna.passes("front door")


YES = {"en": "Yes, your alliance can apply", "sv": "Ja, er allians kan söka"}


def keeps(anna: Somebody) -> None:
    """What was typed before there was an account is kept."""
    page = anna.page
    page.locator("a[href*='/alliances/keep/']").click()
    anna.passes("sign in")
    page.locator("main a[href*='signup']").first.click()
    anna.signs_up()
    anna.passes("keep")
    page.get_by_label(ORGANISATIONS[0][2]).check()
    page.locator("main form [type=submit]").click()
    expect(page.locator("h1")).to_have_text("Wind in the sails")
    anna.passes("alliance")


def invites(anna: Somebody, name: str, guest: Somebody, *, by_mail: bool) -> None:
    """A link to hand over, or a letter; the guest follows it."""
    page = anna.page
    row_of(anna, name).locator("a[href$='/invite/']").click()
    anna.passes("invite")
    if by_mail:
        page.fill("[name=address]", guest.address)
    page.select_option("[name=language]", guest.lang)
    page.locator("main form [type=submit]").click()
    anna.passes("invited")
    link = guest.newest_link() if by_mail else page.locator("#link").input_value()
    page.locator("main a.ds-button").click()
    guest.page.goto(link)
    guest.passes("invitation of a stranger")
    assert f"/{guest.lang}/" in guest.page.url
    guest.page.locator("main a[href*='signup']").click()
    guest.signs_up()
    guest.passes("invitation")


def row_of(somebody: Somebody, name: str):
    """The participant's row on the page of the alliance."""
    return somebody.page.locator("#participants tr", has=somebody.page.get_by_role("rowheader", name=name))


def accepts(guest: Somebody, name: str) -> None:
    """And says what the organisation does."""
    page = guest.page
    page.locator("[value=accept]").click()
    guest.passes("alliance")
    describes(guest, name)


def describes(somebody: Somebody, name: str) -> None:
    page = somebody.page
    row_of(somebody, name).locator("a[href*='/participants/']").first.click()
    somebody.passes("describe")
    for field in ("contribution", "benefit"):
        page.fill(f"[name={field}]", f"What {name} says of its {field}.")
    for statement in page.locator("textarea[name$=_statement]").all():
        statement.fill("It has done this for years.")
    page.locator("main form [type=submit]").first.click()
    expect(page.locator("h1")).to_have_text("Wind in the sails")


def declines(guest: Somebody) -> None:
    guest.page.fill("#reason", "We have too much to do until the summer.")
    guest.page.locator("[value=decline]").click()
    guest.passes("declined")


def replaces(anna: Somebody) -> None:
    """Another organisation takes the place of the one that declined."""
    page, kind, country, name = anna.page, *LATE[:3]
    page.reload()
    row = row_of(anna, ORGANISATIONS[5][2])
    row.locator("summary", has_text="").last.click()
    row.locator("a[href*='replaces=']").click()
    anna.passes("replace")
    page.fill("#name", name)
    page.select_option("#category", kind)
    page.select_option("#country", country)
    page.locator("main [value=add]").last.click()
    expect(row_of(anna, name)).to_have_count(1)


def signs(anna: Somebody, name: str, signer: Somebody) -> None:
    """The mandate is asked for by letter, read, and signed, once who signs has said anew who that is."""
    anna.page.reload()
    anna.page.locator("#mandates li", has_text=name).locator("a[href$='/ask-mandate/']").click()
    anna.passes("ask for a mandate")
    anna.page.fill("[name=address]", signer.address)
    anna.page.select_option("[name=language]", signer.lang)
    anna.page.locator("main form [type=submit]").click()
    page = signer.page
    page.goto(signer.newest_link())
    if page.locator("main a[href*='signup']").count():
        signer.passes("mandate of a stranger")
        page.locator("main a[href*='signup']").click()
        signer.signs_up()
    signer.passes("mandate")
    page.fill("[name=capacity]", "Director")
    page.check("[name=read]")
    page.locator("#sign [type=submit]").click()
    signer.passes("say anew who you are")
    page.fill("[name=password]", PASSWORD)
    page.locator("main form [type=submit]").first.click()
    expect(page.locator(".mandate__sum").first).to_be_visible()
    expect(page.locator("[name=capacity]")).to_have_count(0)
    signer.passes("signed")


def owe_nothing(anna: Somebody) -> None:
    """Neither the alliance nor its page knows of anything left, and the verdict says yes."""
    page = anna.page
    page.reload()
    alliance = Alliance.objects.with_participants().get()
    assert [(str(owed.participant), owed.what) for owed in owes(alliance, timezone.now())] == []
    expect(page.locator("#answer")).to_contain_text(YES[anna.lang])
    expect(page.locator(".owed")).to_have_count(0)
    anna.passes("alliance, whole")


@pytest.mark.parametrize(
    ("script", "langs"), [(True, ("sv", "en")), (False, ("en", "sv"))], ids=["script, sv", "no script, en"]
)
def test_eight_people_form_an_alliance(meet, script, langs):
    """Half of them read one language and half the other."""
    people = {
        name: meet(name, langs[number % 2], script=script)
        for number, name in enumerate(["Anna", "Bo", "Carla", "Dag", "Eeva", "Fritz", "Gerda", "Rut"])
    }
    anna = people["Anna"]
    checks(anna)
    keeps(anna)
    describes(anna, ORGANISATIONS[0][2])
    for number, (_kind, _country, name, who) in enumerate(ORGANISATIONS[1:5]):
        invites(anna, name, people[who], by_mail=number % 2 == 0)
        accepts(people[who], name)
    invites(anna, ORGANISATIONS[5][2], people["Fritz"], by_mail=True)
    declines(people["Fritz"])
    replaces(anna)
    invites(anna, LATE[2], people["Gerda"], by_mail=False)
    accepts(people["Gerda"], LATE[2])
    signs(anna, ORGANISATIONS[1][2], people["Rut"])
    for _kind, _country, name, who in [*ORGANISATIONS[2:5], LATE]:
        signs(anna, name, people[who])
    owe_nothing(anna)


def reaches(page: Page, selector: str) -> None:
    """By the tabulator alone."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"no tabulator leads to {selector}")


def presses(page: Page, selector: str) -> None:
    """And comes to another page."""
    reaches(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def types(page: Page, selector: str, text: str) -> None:
    reaches(page, selector)
    page.keyboard.type(text)


def test_the_coordinator_needs_no_mouse(meet):
    """From what was checked to an account, the alliance, and an invitation by mail."""
    anna, bo = meet("Anna", "en"), meet("Bo", "sv")
    page = anna.at(f"/en/?case={encode(CASE)}")
    presses(page, "a[href*='/alliances/keep/']")
    presses(page, "main a[href*='signup']")
    types(page, "[name=name]", "Anna")
    types(page, "[name=email]", anna.address)
    types(page, "[name=password1]", PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto(anna.newest_link())
    presses(page, "main form [type=submit]")
    reaches(page, "[name=own]")
    page.keyboard.press("Space")
    presses(page, "main form [type=submit]")
    expect(page.locator("h1")).to_have_text("Wind in the sails")
    presses(page, "a[href$='/invite/']")
    types(page, "[name=address]", bo.address)
    page.keyboard.press("Enter")
    expect(page.locator("#link")).to_be_visible()
    bo.page.goto(bo.newest_link())
    expect(bo.page.locator("main")).to_contain_text("Wind in the sails")
    presses(bo.page, "main a[href*='signup']")
    expect(bo.page.locator("[name=password1]")).to_be_visible()
