"""The tables of the registry."""

from samverk.portal.organisations.models.charter import Charter
from samverk.portal.organisations.models.membership import Membership, MembershipKind
from samverk.portal.organisations.models.organisation import Organisation, Source
from samverk.portal.organisations.models.organisation_name import OrganisationName
from samverk.portal.organisations.models.search_word import SearchWord

__all__ = ["Charter", "Membership", "MembershipKind", "Organisation", "OrganisationName", "SearchWord", "Source"]
