"""Addresses of the screens of those who form an alliance."""

from django.urls import URLPattern

app_name = "alliance"
urlpatterns: list[URLPattern] = []
