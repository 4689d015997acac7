"""People with a browser each, whose letters become files, and what all of them do: sign up, and follow a letter."""

import email
import re
import time
from collections.abc import Iterator
from email.policy import default
from pathlib import Path

from playwright.sync_api import Browser
from tests.journeys.conftest import Visit

from samverk.portal.site.worker import look

PASSWORD = "harbour lantern 41 kite"
LINK = re.compile(r"https?://\S+")
Barriers = dict[tuple[str, str], list[str]]


class Somebody(Visit):
    """A person who reads one language, with the letters that came to them.

    `barriers`: what axe found, by screen and language, together with the others that are met.
    """

    def __init__(
        self, browser: Browser, portal: str, letters: Path, barriers: Barriers, *, name: str, lang: str, script: bool
    ) -> None:
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, java_script_enabled=script, locale=lang, reduced_motion="reduce"
        )
        context.set_default_timeout(20000)  # eight browsers on a busy machine
        super().__init__(context, portal)
        self.name, self.lang, self.letters, self.script = name, lang, letters, script
        self.address = f"{name.lower()}@example.org"
        self.barriers = barriers
        self.read = 0

    def passes(self, screen: str) -> None:
        """Stand at a screen: it has no barriers. The first in each language looks, who has scripts to look with."""
        if self.script and (screen, self.lang) not in self.barriers:
            self.barriers[screen, self.lang] = self.violations()

    def newest_link(self) -> str:
        """The link in the newest letter to this person; letters that wait are sent first."""
        for _ in range(50):
            look()
            found = list(self._letters())
            if len(found) > self.read:
                self.read = len(found)
                return LINK.search(found[-1])[0].rstrip(".")
            time.sleep(0.1)
        raise AssertionError(f"no letter came to {self.address}")

    def _letters(self) -> Iterator[str]:
        for file in sorted(self.letters.glob("*"), key=lambda file: file.stat().st_mtime_ns):
            letter = email.message_from_bytes(file.read_bytes().rpartition(b"\n---")[0], policy=default)
            if letter["To"] == self.address:
                yield letter.get_content()

    def signs_up(self) -> None:
        """From the page that asks for an account to the page behind it, by the link in the letter."""
        page = self.page
        self.passes("sign up")
        page.fill("[name=name]", self.name)
        page.fill("[name=email]", self.address)
        page.fill("[name=password1]", PASSWORD)
        page.locator("main form [type=submit]").first.click()
        self.passes("letter sent")
        page.goto(self.newest_link())
        self.passes("confirm address")
        page.locator("main form [type=submit]").first.click()
        self.signs_in()

    def signs_in(self) -> None:
        if self.page.locator("[name=login]").count():
            self.passes("sign in")
            self.page.fill("[name=login]", self.address)
            self.page.fill("[name=password]", PASSWORD)
            self.page.locator("main form [type=submit]").first.click()
