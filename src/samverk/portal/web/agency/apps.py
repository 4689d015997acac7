"""The screens of the agency that runs the scheme."""

from django.apps import AppConfig


class WebAgencyConfig(AppConfig):
    name = "samverk.portal.web.agency"
    label = "web_agency"
