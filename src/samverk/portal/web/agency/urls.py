"""Addresses of the screens of the agency that runs the scheme."""

from django.urls import path

from samverk.portal.web.agency.views import home

app_name = "agency"
urlpatterns = [
    path("", home.home, name="home"),
]
