"""Every page: no barrier that axe-core can find, nothing cut off on a narrow screen, in light and in dark."""

import pytest
from tests.scheme.build import alliance

from samverk.portal.web.public.examples import examples
from samverk.portal.web.shared.state import encode
from samverk.scheme.facts import Case

FUNDED = next(example.case for example in examples() if example.name == "beFORE")
BROKEN = encode(alliance({"id": "x", "category": "hei", "country": "BA", "role": "associated"}, uni=None))
PAGES = {
    "empty": "/en/",
    "funded": f"/sv/?case={FUNDED}",
    "not eligible": f"/en/?case={BROKEN}",
    "left": f"/en/?case={BROKEN}&before={encode(alliance())}",
    "guide": "/sv/guide/knowledge-alliances/2020/",
    "rules": "/en/rules/knowledge-alliances/2014/",
}
REFUSED = {"damaged link": "/sv/?case=1x", "no such page": "/en/nothing-here"}
LOOKS = [
    {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    for width in (375, 1280)
    for scheme in ("light", "dark")
]


def look_id(look):
    return f"{look['viewport']['width']} {look['color_scheme']}"


@pytest.mark.parametrize("visit", LOOKS, indirect=True, ids=look_id)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_barriers(visit, path):
    page = visit.at(path)
    assert visit.violations() == []
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert visit.violations() == []


@pytest.mark.parametrize("path", REFUSED.values(), ids=REFUSED)
def test_no_barriers_on_refusals(visit, path):
    visit.at(path)
    assert visit.violations() == []
    assert all("Failed to load resource" in complaint for complaint in visit.complaints)
    visit.complaints.clear()


def test_no_barriers_while_choosing_or_mending(visit, registry):
    page = visit.at(f"/en/?case={FUNDED}")
    page.fill("#grant", "abc")
    page.wait_for_selector("#grant-mistake")
    page.locator("#add-name").press_sequentially("university")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    assert visit.violations() == []


@pytest.mark.parametrize("visit", [{"viewport": {"width": 320, "height": 800}}], indirect=True, ids=["320"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_sticks_out_at_320_pixels(visit, path):
    page = visit.at(path)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_the_answer_stands_without_buttons(visit):
    page = visit.at(f"/en/?case={FUNDED}")
    page.emulate_media(media="print")
    assert not page.locator("#add").is_visible()
    assert page.locator("#answer-title").is_visible()
    assert page.locator("form button:visible").count() == 0


def test_the_summary_comes_first_on_a_narrow_screen(browser, portal):
    context = browser.new_context(viewport={"width": 375, "height": 900})
    page = context.new_page()
    page.goto(f"{portal}/en/?case={FUNDED}")
    assert page.locator(".verdict").bounding_box()["y"] < page.locator("#book").bounding_box()["y"]
    context.close()


def test_an_empty_case_is_a_case(visit):
    page = visit.at(f"/en/?case={encode(Case(scheme='alliances-for-innovation', call='2025'))}")
    assert page.locator("#book").input_value() == "alliances-for-innovation/2025"
