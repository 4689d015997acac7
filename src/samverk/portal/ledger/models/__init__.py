"""The tables of the ledger."""

from samverk.portal.ledger.models.entry import Entry
from samverk.portal.ledger.models.head import Head

__all__ = ["Entry", "Head"]
