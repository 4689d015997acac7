"""Addresses of the screens of the agency that runs the scheme."""

from django.urls import path

from samverk.portal.web.agency.views import end_role, home, roles, who_may

app_name = "agency"
urlpatterns = [
    path("", home.home, name="home"),
    path("roles/", roles.roles, name="roles"),
    path("roles/ended/", roles.ended, name="roles-ended"),
    path("roles/who-may/", who_may.who_may, name="who-may"),
    path("roles/<int:role>/end/", end_role.end_role, name="end-role"),
]
