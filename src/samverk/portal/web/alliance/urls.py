"""Addresses of the screens of those who form an alliance."""

from django.urls import path

from samverk.portal.web.alliance.views import (
    describe,
    discussion,
    dissolve,
    invitation,
    invite,
    keep,
    mine,
    page,
    participants,
)

app_name = "alliance"
urlpatterns = [
    path("", mine.alliances, name="list"),
    path("keep/", keep.keep, name="keep"),
    path("invitation/<str:token>/", invitation.invitation, name="invitation"),
    path("<uuid:alliance>/", page.page, name="page"),
    path("<uuid:alliance>/dissolve/", dissolve.dissolve, name="dissolve"),
    path("<uuid:alliance>/say/", discussion.say, name="say"),
    path("<uuid:alliance>/comments/<uuid:comment>/take-back/", discussion.take_back, name="take-back"),
    path("<uuid:alliance>/lead/<str:verb>/", participants.lead, name="lead"),
    path("<uuid:alliance>/participants/<uuid:participant>/", describe.describe, name="describe"),
    path("<uuid:alliance>/participants/<uuid:participant>/invite/", invite.invite, name="invite"),
    path("<uuid:alliance>/participants/<uuid:participant>/<str:verb>/", participants.participant, name="participant"),
]
