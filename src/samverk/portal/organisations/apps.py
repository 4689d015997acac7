"""Legal entities, their charters and how they are found."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "samverk.portal.organisations"
    label = "organisations"
