"""The record of every deed and every refusal: append-only, each entry sealed with the one before."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "samverk.portal.ledger"
    label = "ledger"
