"""A running portal and a real browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from samverk.portal.organisations.actions.load_demo import load_demo

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
AXE = Path(__file__).parent / "vendored" / "axe.min.js"

# Playwright runs an event loop in this thread; Django would refuse to use the database beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium; no Chromium is a skip, or a failure where REQUIRE_BROWSER is set."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        refuse = pytest.fail if os.environ.get("REQUIRE_BROWSER") else pytest.skip
        refuse("no browser: install chromium (`apt-get install chromium`)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def portal(live_server) -> str:
    """The address of a running portal."""
    return live_server.url


@pytest.fixture
def registry(portal) -> None:
    """The portal has the demonstration organisations."""
    load_demo(at=timezone.now())


class Visit:
    """One person's browser, and what went wrong in it."""

    def __init__(self, context: BrowserContext, portal: str) -> None:
        self.page: Page = context.new_page()
        self.portal = portal
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))

    def at(self, path: str) -> Page:
        self.page.goto(self.portal + path)
        return self.page

    def violations(self) -> list[str]:
        """What axe-core finds against WCAG 2.2 AA and its best practices, with the elements."""
        self.page.evaluate(AXE.read_text())
        found = self.page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        return [f"{v['id']}: {', '.join(n['target'][0] for n in v['nodes'][:5])}" for v in found]

    def settled(self) -> None:
        """No request is under way and no change waits to be sent."""
        self.page.wait_for_timeout(450)
        self.page.wait_for_function("!document.querySelector('.htmx-request, .htmx-swapping')")


@pytest.fixture
def visit(browser: Browser, portal: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visit; options of the browser's context as indirect parameters. Nothing may go wrong unnoticed."""
    options = {"viewport": {"width": 1280, "height": 900}} | getattr(request, "param", {})
    context = browser.new_context(**options)
    context.set_default_timeout(20000)  # on a busy machine the first page is slow
    visit = Visit(context, portal)
    yield visit
    try:
        assert visit.complaints == []
    finally:
        context.close()
