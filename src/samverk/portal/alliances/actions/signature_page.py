"""The page that tells who signed a mandate, and when."""

from datetime import UTC, datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext

from samverk.portal.alliances.actions.mandate_paper import BRUSSELS, Text, one_line
from samverk.portal.alliances.models import Mandate


def signed_text(mandate: Mandate, seal: str) -> Text:
    """The text that was signed, and who signed it. `seal`: of the row of the ledger that records it."""
    with translation.override(mandate.language):
        return mandate.text | {"blanks": [], "signed": _signed(mandate, seal)}


def _signed(mandate: Mandate, seal: str) -> dict[str, Any]:
    at = mandate.answered_at
    assert at is not None  # noqa: S101 - a signed one has it
    return {
        "heading": gettext("Signature"),
        "text": gettext(
            "Signed in Samverk by somebody who was signed in, stated that the text above was read, "
            "and confirmed who they are."
        ),
        "rows": [
            (gettext("Name"), one_line(mandate.name)),
            (gettext("Capacity"), one_line(mandate.capacity)),
            (gettext("Time, Brussels"), _instant(at.astimezone(BRUSSELS))),
            (gettext("Time, UTC"), _instant(at.astimezone(UTC))),
        ],
        "sums": [
            (gettext("SHA-256 of the paper that was signed"), mandate.sha256),
            (gettext("Seal of the entry in the ledger"), seal),
        ],
    }


def _instant(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S")
