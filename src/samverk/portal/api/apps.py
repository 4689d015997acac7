"""What programs may read and do: the same queries, permissions and actions as the screens."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "samverk.portal.api"
    label = "api"
