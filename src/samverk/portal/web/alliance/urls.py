"""Addresses of the screens of those who form an alliance."""

from django.urls import path

from samverk.portal.web.alliance.views import (
    about,
    activity,
    add,
    ask_mandate,
    call,
    controls,
    decline_mandate,
    describe,
    discussion,
    dissolve,
    invitation,
    invite,
    keep,
    mandate,
    mandate_paper,
    mine,
    page,
    participants,
    pulse,
    repair,
    upload_mandate,
)

app_name = "alliance"
urlpatterns = [
    path("", mine.alliances, name="list"),
    path("keep/", keep.keep, name="keep"),
    path("invitation/<str:token>/", invitation.invitation, name="invitation"),
    path("mandate/<str:token>/", mandate.mandate, name="mandate"),
    path("mandate/<str:token>/decline/", decline_mandate.decline_mandate, name="decline-mandate"),
    path("mandates/<uuid:mandate>/<str:which>/", mandate_paper.mandate_paper, name="mandate-paper"),
    path("<uuid:alliance>/", page.page, name="page"),
    path("<uuid:alliance>/about/", about.about, name="about"),
    path("<uuid:alliance>/activity/", activity.activity, name="activity"),
    path("<uuid:alliance>/add/", add.add, name="add"),
    path("<uuid:alliance>/call/", call.call, name="call"),
    path("<uuid:alliance>/controls/", controls.controls, name="controls"),
    path("<uuid:alliance>/pulse/", pulse.pulse, name="pulse"),
    path("<uuid:alliance>/repair/", repair.repair, name="repair"),
    path("<uuid:alliance>/dissolve/", dissolve.dissolve, name="dissolve"),
    path("<uuid:alliance>/say/", discussion.say, name="say"),
    path("<uuid:alliance>/comments/<uuid:comment>/take-back/", discussion.take_back, name="take-back"),
    path("<uuid:alliance>/lead/<str:verb>/", participants.lead, name="lead"),
    path("<uuid:alliance>/participants/<uuid:participant>/", describe.describe, name="describe"),
    path("<uuid:alliance>/participants/<uuid:participant>/invite/", invite.invite, name="invite"),
    path("<uuid:alliance>/participants/<uuid:participant>/ask-mandate/", ask_mandate.ask_mandate, name="ask-mandate"),
    path(
        "<uuid:alliance>/participants/<uuid:participant>/withdraw-mandate/",
        ask_mandate.withdraw_mandate,
        name="withdraw-mandate",
    ),
    path(
        "<uuid:alliance>/participants/<uuid:participant>/upload-mandate/",
        upload_mandate.upload_mandate,
        name="upload-mandate",
    ),
    path("<uuid:alliance>/participants/<uuid:participant>/<str:verb>/", participants.participant, name="participant"),
]
