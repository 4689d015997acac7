"""Addresses of the screens of a person's own account; allauth's own stand beside them."""

from django.urls import path

from samverk.portal.web.account.views import erase, export, home, profile, tokens, view_as

app_name = "account"
urlpatterns = [
    path("", home.home, name="home"),
    path("erase/", erase.erase, name="erase"),
    path("export.json", export.export, name="export"),
    path("profile/", profile.profile, name="profile"),
    path("tokens/", tokens.tokens, name="tokens"),
    path("tokens/<uuid:token>/revoke/", tokens.revoke, name="token-revoke"),
    path("view-as/", view_as.view_as, name="view-as"),
]
