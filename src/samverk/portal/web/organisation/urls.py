"""Addresses of the screens of those who act for an organisation."""

from django.urls import path

from samverk.portal.web.organisation.views import deeds, organisation, organisations

app_name = "organisation"
urlpatterns = [
    path("", organisations.organisations, name="list"),
    path("<int:organisation>/", organisation.organisation, name="page"),
    path("<int:organisation>/ask/", deeds.ask, name="ask"),
    path("memberships/<uuid:identifier>/answer/", deeds.answer, name="answer"),
    path("memberships/<uuid:identifier>/end/", deeds.end, name="end"),
    path("memberships/<uuid:identifier>/withdraw/", deeds.withdraw, name="withdraw"),
]
