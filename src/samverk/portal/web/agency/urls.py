"""Addresses of the screens of the agency that runs the scheme."""

from django.urls import URLPattern

app_name = "agency"
urlpatterns: list[URLPattern] = []
