"""Sentences of the package for accounts that its own Swedish says poorly: named here, said in our catalogue.

Our catalogue goes before the package's. Nothing reads this list: it keeps the sentences in the catalogue.
"""

from django.utils.translation import gettext_lazy as _

BORROWED = (
    _("Add Email"),
    _("Add Email Address"),
    _("Confirm Email Address"),
    _("Confirmation email sent to %(email)s."),
    _("Do you really want to remove the selected email address?"),
    _("Email"),
    _("Email address"),
    _("Email Addresses"),
    _("Make Primary"),
    _("Please Confirm Your Email Address"),
    _("Primary"),
    _("Primary email address set."),
    _("Re-send Verification"),
    _("Removed email address %(email)s."),
    _("Sessions"),
    _("The email address and/or password you specified are not correct."),
    _("The following email addresses are associated with your account:"),
    _("Unverified"),
    _("Verified"),
    _("Verify Your Email Address"),
    _("You cannot remove your primary email address (%(email)s)."),
    _("You have confirmed %(email)s."),
)
