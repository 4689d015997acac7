"""Files: those that people hand in and those that the portal makes."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "samverk.portal.documents"
    label = "documents"
