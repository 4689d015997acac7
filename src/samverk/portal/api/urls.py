"""Addresses of the API, which stand under no language: what is read is told in that of Accept-Language."""

from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from samverk.portal.api.boundary import nothing
from samverk.portal.api.documents import document
from samverk.portal.api.v1.interface import api

app_name = "api"
urlpatterns = [
    path("v1/openapi.json", document, name="openapi"),
    path("v1/", include([address for address in api.urls[0] if getattr(address, "name", "") != "api-root"])),
    path("<path:rest>", csrf_exempt(nothing), name="nothing"),
    path("", csrf_exempt(nothing), name="nothing"),
]
