"""Calls for applications, their questions and answers."""

from django.apps import AppConfig


class CallsConfig(AppConfig):
    name = "samverk.portal.calls"
    label = "calls"
