"""Addresses of the screens of a person's own account; allauth's own stand beside them."""

from django.urls import URLPattern

app_name = "account"
urlpatterns: list[URLPattern] = []
