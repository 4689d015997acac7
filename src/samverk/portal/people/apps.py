"""Accounts, roles, and what a person has chosen."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "samverk.portal.people"
    label = "people"
