"""What allauth asks us about."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    def clean_email(self, email: str) -> str:
        """Addresses are in small letters here, whatever a telephone's keyboard makes of them."""
        return str(super().clean_email(email)).lower()
