"""Alliances in the making: who takes part, as what, and who has agreed to it."""

from django.apps import AppConfig


class AlliancesConfig(AppConfig):
    name = "samverk.portal.alliances"
    label = "alliances"
