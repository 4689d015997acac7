"""Addresses. Every page lives under its language; `/` leads to the reader's own (LocaleMiddleware)."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from samverk.portal.api import documents
from samverk.portal.site.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("api/", include("samverk.portal.api.urls")),
    *i18n_patterns(
        path("account/", include("samverk.portal.web.account.urls")),
        path("account/", include("allauth.urls")),
        path("agency/", include("samverk.portal.web.agency.urls")),
        path("alliances/", include("samverk.portal.web.alliance.urls")),
        path("api/", documents.page, name="api-docs"),
        path("my-organisations/", include("samverk.portal.web.organisation.urls")),
        path("", include("samverk.portal.web.public.urls")),
    ),
]
