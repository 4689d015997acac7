"""Addresses of the screens of those who act for an organisation."""

from django.urls import path

from samverk.portal.web.organisation.views import (
    controls,
    deeds,
    edit,
    end,
    evidence,
    new,
    offers,
    organisation,
    organisations,
    rename,
)

app_name = "organisation"
urlpatterns = [
    path("", organisations.organisations, name="list"),
    path("new/", new.new, name="new"),
    path("<int:organisation>/", organisation.organisation, name="page"),
    path("<int:organisation>/ask/", deeds.ask, name="ask"),
    path("<int:organisation>/edit/", edit.edit, name="edit"),
    path("<int:organisation>/rename/", rename.rename, name="rename"),
    path("<int:organisation>/offers/new/", offers.new, name="offer-new"),
    path("<int:organisation>/controls/", controls.declare, name="control"),
    path("<int:organisation>/controls/retract/", controls.retract, name="control-retract"),
    path("<int:organisation>/evidence/new/", evidence.new, name="evidence-new"),
    path("offers/<uuid:identifier>/end/", offers.end, name="offer-end"),
    path("evidence/<uuid:identifier>/", evidence.file, name="evidence"),
    path("evidence/<uuid:identifier>/remove/", evidence.remove, name="evidence-remove"),
    path("memberships/<uuid:identifier>/answer/", deeds.answer, name="answer"),
    path("memberships/<uuid:identifier>/end/", end.end, name="end"),
    path("memberships/<uuid:identifier>/withdraw/", deeds.withdraw, name="withdraw"),
]
