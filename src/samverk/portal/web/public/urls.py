"""Addresses of the screens that need no account."""

from django.urls import path

from samverk.portal.web.public.views import (
    ask,
    call,
    calls,
    downloads,
    follow,
    front_door,
    guide,
    organisation,
    organisations,
    outlines,
    questions,
    registry,
    repair,
    rules,
)

app_name = "public"
urlpatterns = [
    path("", front_door.front_door, name="front-door"),
    path("case.<str:suffix>", downloads.case_file, name="case-file"),
    path("verdict.pdf", downloads.paper, name="paper"),
    path("organisations/", registry.registry, name="organisations"),
    path("organisations/<int:organisation>/", organisation.organisation, name="organisation"),
    path("organisations/suggest", organisations.suggest, name="suggest"),
    path("europe-<str:edition>.svg", outlines.outlines, name="outlines"),
    path("guide/", guide.schemes, name="guide"),
    path("guide/<str:scheme>/<str:call>/", guide.scheme, name="scheme"),
    path("calls/", calls.calls, name="calls"),
    path("calls/feed.atom", calls.feed, name="calls-feed"),
    path("calls/<uuid:identifier>/", call.call, name="call"),
    path("calls/<uuid:identifier>/call.ics", call.calendar, name="call-calendar"),
    path("calls/<uuid:identifier>/files/<uuid:document>/", call.document, name="call-document"),
    path("calls/<uuid:identifier>/questions/", questions.questions, name="call-questions"),
    path("calls/<uuid:identifier>/ask/", ask.ask, name="call-ask"),
    path("calls/<uuid:identifier>/ask/<uuid:question>/take-back/", ask.take_back, name="call-take-back"),
    path("calls/<uuid:identifier>/follow/", follow.call, name="call-follow"),
    path("calls/<str:scheme>/follow/", follow.scheme, name="scheme-follow"),
    path("repair/", repair.repair, name="repair"),
    path("rules/", rules.schemes, name="rules"),
    path("rules/<str:scheme>/<str:call>/", rules.book, name="book"),
]
