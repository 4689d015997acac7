"""Addresses of the screens of the agency that runs the scheme."""

from django.urls import path

from samverk.portal.web.agency.views import (
    call,
    call_deeds,
    call_documents,
    calls,
    end_role,
    home,
    ledger,
    ledger_download,
    ledger_verify,
    letter,
    organisations,
    outbox,
    questions,
    roles,
    who_may,
)

app_name = "agency"
urlpatterns = [
    path("", home.home, name="home"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("ledger/verify/", ledger_verify.verify, name="ledger-verify"),
    path("ledger/download/", ledger_download.download, name="ledger-download"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/requests/<uuid:identifier>/", organisations.answer, name="request-answer"),
    path("outbox/", outbox.outbox, name="outbox"),
    path("outbox/<uuid:letter>/", letter.letter, name="letter"),
    path("roles/", roles.roles, name="roles"),
    path("roles/ended/", roles.ended, name="roles-ended"),
    path("roles/who-may/", who_may.who_may, name="who-may"),
    path("roles/<int:role>/end/", end_role.end_role, name="end-role"),
    path("calls/", calls.calls, name="calls"),
    path("calls/new/", call.new, name="call-new"),
    path("calls/<uuid:identifier>/", call.call, name="call"),
    path("calls/<uuid:identifier>/change/", call.change, name="call-change"),
    path("calls/<uuid:identifier>/publish/", call_deeds.publish, name="call-publish"),
    path("calls/<uuid:identifier>/amend/", call_deeds.amend, name="call-amend"),
    path("calls/<uuid:identifier>/withdraw/", call_deeds.withdraw, name="call-withdraw"),
    path("calls/<uuid:identifier>/files/", call_documents.add, name="call-document-add"),
    path("calls/<uuid:identifier>/files/<uuid:document>/", call_documents.document, name="call-document"),
    path("calls/<uuid:identifier>/files/<uuid:document>/remove/", call_documents.remove, name="call-document-remove"),
    path("questions/", questions.questions, name="questions"),
    path("questions/<uuid:identifier>/", questions.question, name="question"),
    path("questions/<uuid:identifier>/publish/", questions.publish, name="question-publish"),
]
