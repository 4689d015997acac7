"""What allauth asks us about."""

from types import SimpleNamespace
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.mail import EmailMessage

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
