"""What a mandate says: its facts, and its whole text in one language, as the page and the PDF show it."""

from typing import Any
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext

from samverk.portal.alliances.facts import book
from samverk.portal.alliances.models import Alliance, Mandate, Participant
from samverk.portal.alliances.queries import coordinator
from samverk.portal.alliances.states import VoidBecause
from samverk.scheme.words import capital, harmless, words

BRUSSELS = ZoneInfo("Europe/Brussels")
"""Where the deadlines are set."""

Text = dict[str, Any]
"""`lang`, `title`, `lead`, `rows` (label and text), `parts` (`heading`, `text`, `items`), `sign`, `blanks`, `made`.

`sign`: the heading above the place for the signature, `blanks`: what is to be filled in there. On a signed paper
`signed` stands instead of the blanks: `heading`, `text` and `rows`.
"""

Row = tuple[str, str]


def facts_of(alliance: Alliance, participant: Participant) -> dict[str, str]:
    """What stands in a mandate, by `VoidBecause`: if one of them changes it is void."""
    leads = coordinator(alliance)
    return {
        VoidBecause.COORDINATOR: str(leads.pk) if leads else "",
        VoidBecause.COORDINATOR_NAME: leads.name if leads else "",
        VoidBecause.TITLE: alliance.title,
        VoidBecause.ACRONYM: alliance.acronym,
        VoidBecause.CALL: f"{alliance.scheme}/{alliance.call}",
        VoidBecause.PARTNER: participant.name,
        VoidBecause.COUNTRY: participant.country,
        VoidBecause.ROLE: participant.role,
        VoidBecause.SUM: "" if participant.grant is None else format(participant.grant, ".2f"),
    }


def text_of(mandate: Mandate, alliance: Alliance) -> Text:
    """The whole text, in the mandate's language."""
    with translation.override(mandate.language):
        return _text(mandate, _Named(mandate.participant, alliance, mandate.language))


class _Named:
    """The names that the text uses, harmless and on one line."""

    def __init__(self, row: Participant, alliance: Alliance, lang: str) -> None:
        leads = coordinator(alliance)
        self.lang, self.row, self.leads, self.book = lang, row, leads, book(alliance)
        self.partner = one_line(row.name)
        self.coordinator = one_line(leads.name if leads else "")
        self.alliance = one_line(alliance.title or alliance.acronym)
        self.acronym = one_line(alliance.acronym if alliance.title else "")
        self.call = f"{self.book.texts[lang].name} {alliance.call}"

    def country(self, row: Participant) -> str:
        return words(self.lang).country(row.country, self.book) if row.country else ""

    def identifiers(self, row: Participant) -> str:
        known = row.organisation.living if row.organisation else None
        named = (("PIC", known.pic), ("OID", known.oid), ("ROR", known.ror)) if known else ()
        return ", ".join(f"{kind} {number}" for kind, number in named if number)

    def organisation(self, name: str, row: Participant) -> str:
        return ", ".join(part for part in (name, self.country(row), self.identifiers(row)) if part)


def _text(mandate: Mandate, named: _Named) -> Text:
    empowers = gettext("%(partner)s empowers %(coordinator)s to apply in its name and to act for it as is said below.")
    return {
        "lang": mandate.language,
        "title": gettext("Mandate"),
        "lead": empowers % {"partner": named.partner, "coordinator": named.coordinator},
        "rows": _rows(named),
        "parts": [_powers(), _duties(), _end()],
        "sign": gettext("Signed for %(partner)s") % {"partner": named.partner},
        "blanks": [
            gettext("Name of the legal representative"),
            gettext("Capacity"),
            gettext("Place and date"),
            gettext("Signature"),
        ],
        "made": gettext("Mandate %(number)s, made with Samverk on %(day)s")
        % {"number": mandate.pk, "day": date_format(mandate.asked_at.astimezone(BRUSSELS))},
    }


def _rows(named: _Named) -> list[Row]:
    row, say = named.row, words(named.lang)
    rows = [
        (gettext("Alliance"), named.alliance),
        (gettext("Acronym"), named.acronym),
        (gettext("Call"), named.call),
        (gettext("Coordinator"), named.organisation(named.coordinator, named.leads) if named.leads else ""),
        (gettext("Partner"), named.organisation(named.partner, row)),
        (gettext("Role"), capital(say.say(f"role.{row.role}.one")) if row.role else ""),
        (gettext("EU grant for the partner"), "" if row.grant is None else say.amount(row.grant, "EUR")),
    ]
    return [(label, text) for label, text in rows if text]


def _powers() -> dict[str, Any]:
    return {
        "heading": gettext("What the coordinator may do in the partner's name"),
        "text": "",
        "items": [
            gettext("Submit the application to the call, change it and withdraw it until the call closes."),
            gettext("Answer what the agency asks about the application, and receive its decision."),
            gettext("Sign the grant agreement, if a grant is awarded, and amendments to it."),
            gettext("Hand in reports, and receive the grant and pass the partner's share on to it."),
        ],
    }


def _duties() -> dict[str, Any]:
    return {
        "heading": gettext("What the partner agrees to"),
        "text": "",
        "items": [
            gettext("To do its part of the project as the application describes it."),
            gettext("To give the coordinator in time what the application, the reports and the accounts need."),
            gettext("To keep to the grant agreement as if it had signed it itself."),
        ],
    }


def _end() -> dict[str, Any]:
    return {
        "heading": gettext("How long it holds"),
        "text": gettext(
            "From the day of the signature until the obligations of the grant agreement have been met, or until it is "
            "decided that there will be no grant. It is void if another organisation takes the coordination, if the "
            "partner no longer takes part, or if one of the facts above changes."
        ),
        "items": [],
    }


def one_line(text: str) -> str:
    """The text without line breaks and without characters that turn the direction of writing."""
    return harmless(" ".join(text.split()))
