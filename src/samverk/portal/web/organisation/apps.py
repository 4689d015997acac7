"""The screens of those who act for an organisation."""

from django.apps import AppConfig


class WebOrganisationConfig(AppConfig):
    name = "samverk.portal.web.organisation"
    label = "web_organisation"
