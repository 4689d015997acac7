"""Addresses of the API, which stand under no language: what is read is told in that of Accept-Language."""

from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from samverk.portal.api.boundary import nothing
from samverk.portal.api.documents import document
from samverk.portal.api.v1 import (
    alliances,
    calls,
    check,
    comments,
    invitations,
    lead,
    me,
    notices,
    organisations,
    participants,
)
from samverk.portal.api.v1.interface import api

for resource in (me, organisations, calls, alliances, participants, invitations, lead, comments, notices, check):
    api.add_router("", resource.router)

app_name = "api"
urlpatterns = [
    path("v1/openapi.json", document, name="openapi"),
    path("v1/", include([address for address in api.urls[0] if getattr(address, "name", "") != "api-root"])),
    path("<path:rest>", csrf_exempt(nothing), name="nothing"),
    path("", csrf_exempt(nothing), name="nothing"),
]
