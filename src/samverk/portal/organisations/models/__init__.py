"""The tables of the registry."""

from samverk.portal.organisations.models.charter import Charter
from samverk.portal.organisations.models.control import Control
from samverk.portal.organisations.models.evidence import Evidence, EvidencePurpose
from samverk.portal.organisations.models.membership import Membership, MembershipKind
from samverk.portal.organisations.models.offer import Offer, OfferKind
from samverk.portal.organisations.models.organisation import LegalType, Organisation, Size, Source
from samverk.portal.organisations.models.organisation_name import NameKind, OrganisationName
from samverk.portal.organisations.models.search_word import SearchWord
from samverk.portal.organisations.models.verification import Verification, Withdrawal

__all__ = [
    "Charter",
    "Control",
    "Evidence",
    "EvidencePurpose",
    "LegalType",
    "Membership",
    "MembershipKind",
    "NameKind",
    "Offer",
    "OfferKind",
    "Organisation",
    "OrganisationName",
    "SearchWord",
    "Size",
    "Source",
    "Verification",
    "Withdrawal",
]
