"""Journey 1: somebody finds out whether an alliance can apply, and sends it on."""

import pytest
from playwright.sync_api import Page, expect

ALLIANCE = [
    ("hei", "SE"),
    ("hei", "FI"),
    ("enterprise", "DE"),
    ("enterprise", "SE"),
    ("research", "FI"),
    ("public", "DE"),
]
WORDS = {
    "en": {
        "add": "Add",
        "yes": "Yes, your alliance can apply",
        "no": "Not as it stands",
        "check": "Check the alliance",
    },
    "sv": {
        "add": "Lägg till",
        "yes": "Ja, er allians kan söka",
        "no": "Nej, inte som den ser ut nu",
        "check": "Kontrollera alliansen",
    },
}
NO_SCRIPT = {"java_script_enabled": False}


def names(page: Page) -> list[str]:
    return page.locator(".organisation__name").all_inner_texts()


def add(page: Page, words: dict[str, str], category: str, country: str) -> None:
    before = page.locator(".organisation").count()
    page.select_option("#add-category", category)
    page.select_option("#add-country", country)
    page.get_by_role("button", name=words["add"], exact=True).click()
    expect(page.locator(".organisation")).to_have_count(before + 1)


def unfold(page: Page, number: int) -> None:
    if page.locator(f"#organisation-{number}").get_attribute("open") is None:
        page.locator(f"#organisation-{number} > summary").click()


def fill_in(page: Page) -> None:
    """What the rules ask of the smallest alliance beside its organisations."""
    for number in (0, 1):
        unfold(page, number)
        page.select_option(f"#charter-{number}", "yes")
    page.check("#coordinator-0")
    page.fill("#duration", "24")
    page.fill("#grant", "700 000")
    page.check("#aim-teaching")


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize("visit", [{}, NO_SCRIPT], indirect=True, ids=["script", "no script"])
def test_from_nothing_to_yes(visit, lang):
    words, page = WORDS[lang], visit.at(f"/{lang}/")
    add(page, words, *ALLIANCE[0])
    expect(page.locator("#answer-title")).to_have_text(words["no"])
    for category, country in ALLIANCE[1:]:
        add(page, words, category, country)
    fill_in(page)
    if page.get_by_role("button", name=words["check"], exact=True).is_visible():
        page.get_by_role("button", name=words["check"], exact=True).click()
    expect(page.locator("#answer-title")).to_have_text(words["yes"])


def test_by_keyboard_alone(visit, registry):
    page = visit.at("/en/")
    page.focus("#add-name")
    page.keyboard.type("lund", delay=30)
    expect(page.locator("[role=option]")).to_have_count(1)
    expect(page.locator("organisation-finder [role=status]")).to_have_text("1 organisation found")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#add-name", "aria-activedescendant") == "add-name-list-0"
    page.keyboard.press("Enter")
    expect(page.locator(".organisation__name")).to_have_text("Lund University")
    assert page.evaluate("document.activeElement.id") == "add-name"
    page.keyboard.type("A firm of our own")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(page.locator(".organisation")).to_have_count(2)
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        if (
            page.evaluate("document.activeElement.closest('#organisation-1') && document.activeElement.tagName")
            == "SUMMARY"
        ):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "name-1"
    page.keyboard.press("Tab")
    page.keyboard.type("Fin")
    page.keyboard.press("Tab")
    page.keyboard.type("Ent")
    expect(page.locator("#summary-1")).to_contain_text("Finland · enterprise")
    page.get_by_role("button", name="Remove A firm of our own").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".organisation")).to_have_count(2)


def test_the_registry_without_script(browser, portal, registry):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{portal}/sv/")
    page.fill("#add-name", "lund")
    page.get_by_role("button", name="Sök i registret").click()
    page.get_by_role("button", name="Lund University").click()
    assert names(page) == ["Lund University"]
    context.close()


def test_an_example_in_one_press_and_what_is_missing_in_another(visit):
    page = visit.at("/en/")
    page.get_by_role("link", name="EUREKA").click()
    expect(page.locator(".organisation")).to_have_count(10)
    expect(page.locator("#answer-title")).to_have_text("Perhaps – some facts are missing")
    page.locator(".finding__fields").get_by_role("link", name="University of Deusto").click()
    expect(page.locator("#charter-1")).to_be_focused()
    page.select_option("#charter-1", "no")
    expect(page.locator("#answer-title")).to_have_text("Not as it stands")
    expect(page.locator("#announcement")).to_contain_text("The Erasmus Charter")


def test_a_change_is_in_the_link_and_the_way_back(visit, browser):
    page = visit.at("/en/")
    page.get_by_role("link", name="SPARKLE").click()
    before = page.url
    unfold(page, 0)
    page.fill("#name-0", "University of the Forest")
    expect(page.locator("#summary-0")).to_contain_text("University of the Forest")
    page.wait_for_url(lambda url: url != before)
    other = browser.new_context(java_script_enabled=False)
    there = other.new_page()
    there.goto(page.url)
    assert names(there)[0] == "University of the Forest"
    assert there.locator("#answer-title").inner_text() == page.locator("#answer-title").inner_text()
    other.close()
    page.go_back()
    expect(page.locator(".organisation__name").first).to_have_text("University of Florence")
    expect(page.locator("#name-0")).to_have_value("University of Florence")


def test_nothing_that_is_being_typed_is_lost(visit):
    page = visit.at("/en/")
    page.get_by_role("link", name="EUREKA").click()
    page.fill("#title", "")
    text = "A name typed slowly enough for several answers to come meanwhile"
    page.locator("#title").press_sequentially(text, delay=45)
    visit.settled()
    expect(page.locator("#title")).to_have_value(text)
    expect(page.locator("#title")).to_be_focused()


def test_a_mistake_is_told_at_its_field_and_goes_when_mended(visit):
    page = visit.at("/sv/")
    page.get_by_role("link", name="EUREKA").click()
    page.fill("#grant", "massor")
    expect(page.locator("#grant-mistake")).to_have_text("Skriv bidraget som ett antal euro, till exempel 700 000.")
    expect(page.locator("#grant")).to_have_value("massor")
    expect(page.locator("#grant")).to_be_focused()
    assert "grant-mistake" in page.get_attribute("#grant", "aria-describedby")
    page.fill("#grant", "700 000 euro")
    expect(page.locator("#grant-mistake")).to_have_count(0)
    expect(page.locator("#mistakes")).to_have_text("")


def test_fields_come_and_go_with_what_they_depend_on(visit):
    page = visit.at("/en/")
    add(page, WORDS["en"], "hei", "SE")
    unfold(page, 0)
    expect(page.locator("#charter-0")).to_be_visible()
    page.select_option("#country-0", "BA")
    expect(page.locator("#charter-0")).to_be_hidden()
    expect(page.locator("#added_value-0")).to_be_visible()
    page.select_option("#category-0", "consultancy")
    expect(page.locator("#experience-0")).to_be_visible()
    page.select_option("#role-0", "associated")
    expect(page.locator("#role_stated-0")).to_be_visible()


def test_who_controls_whom_changes_the_count(visit):
    page = visit.at("/en/")
    for category, country in ALLIANCE:
        add(page, WORDS["en"], category, country)
    page.locator("#links-new > summary").click()
    page.select_option("#new-controller", index=1)
    page.select_option("#new-controlled", index=3)
    page.get_by_role("button", name="Add the link").click()
    expect(page.locator(".links")).to_contain_text("A university in Sweden controls A company in Sweden")
    expect(page.locator(".finding", has_text="Independent organisations").first).to_contain_text("5 of 6")


def test_the_other_language_shows_the_same_alliance(visit):
    page = visit.at("/en/")
    add(page, WORDS["en"], "enterprise", "FI")
    page.get_by_role("link", name="Svenska").click()
    assert names(page) == ["Ett företag i Finland"]


@pytest.mark.parametrize("visit", [{"permissions": ["clipboard-read", "clipboard-write"]}], indirect=True, ids=[""])
def test_the_link_is_copied(visit):
    page = visit.at("/en/")
    add(page, WORDS["en"], "enterprise", "FI")
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_files_come_down(visit):
    page = visit.at("/en/")
    page.get_by_role("link", name="EUREKA").click()
    for name, file in [("(PDF)", "eureka.pdf"), ("(TOML)", "eureka.toml"), ("(JSON)", "eureka.json")]:
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.suggested_filename == file
