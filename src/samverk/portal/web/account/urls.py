"""Addresses of the screens of a person's own account; allauth's own stand beside them."""

from django.urls import path

from samverk.portal.web.account.views import erase, export, home, inbox, notices, profile, tokens, view_as

app_name = "account"
urlpatterns = [
    path("", home.home, name="home"),
    path("erase/", erase.erase, name="erase"),
    path("export.json", export.export, name="export"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/read/", inbox.read_all, name="read-all"),
    path("inbox/<uuid:identifier>/", inbox.message, name="message"),
    path("notices/", notices.notices, name="notices"),
    path("profile/", profile.profile, name="profile"),
    path("tokens/", tokens.tokens, name="tokens"),
    path("tokens/<uuid:token>/revoke/", tokens.revoke, name="token-revoke"),
    path("view-as/", view_as.view_as, name="view-as"),
]
