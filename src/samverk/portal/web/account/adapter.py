"""What allauth asks us about."""

from types import SimpleNamespace
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.core.mail import EmailMessage
from django.http import HttpRequest

from samverk.portal.people.models import Person

SITE = SimpleNamespace(name="Samverk", domain="Samverk")
"""What letters call the portal, whichever host name was asked."""


class AccountAdapter(DefaultAccountAdapter):
    def clean_email(self, email: str) -> str:
        """Addresses are in small letters here, whatever a telephone's keyboard makes of them."""
        return str(super().clean_email(email)).lower()

    def render_mail(
        self, template_prefix: str, email: str, context: dict[str, Any], headers: dict[str, str] | None = None
    ) -> EmailMessage:
        """A letter of allauth's, in the name of the portal."""
        return super().render_mail(template_prefix, email, {**context, "current_site": SITE}, headers)


class ProviderAdapter(DefaultSocialAccountAdapter):
    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Person:
        """Who comes from a provider brings a name along; the address is in small letters as everywhere."""
        person: Person = super().populate_user(request, sociallogin, data)
        parts = (data.get("first_name"), data.get("last_name"))
        person.name = (data.get("name") or " ".join(part for part in parts if part))[:150]
        person.email = (person.email or "").lower() or None
        return person
