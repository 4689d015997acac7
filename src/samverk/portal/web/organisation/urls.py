"""Addresses of the screens of those who act for an organisation."""

from django.urls import URLPattern

app_name = "organisation"
urlpatterns: list[URLPattern] = []
