"""The closed vocabularies that facts, rules and verdicts share."""

from enum import StrEnum


class Word(StrEnum):
    """A word of a closed vocabulary."""

    # Enum hashes by name, in Python code; these words are compared as strings, so they may hash as strings do.
    __hash__ = str.__hash__


class Outcome(Word):
    """What one rule says of one alliance."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Role(Word):
    """How an organisation takes part (S10)."""

    FULL = "full"
    ASSOCIATED = "associated"


class Category(Word):
    """What an organisation counts as *in this alliance*: a role, not a legal form (S7)."""

    HEI = "hei"
    VET = "vet"
    SCHOOL = "school"
    ADULT_EDUCATION = "adult_education"
    ENTERPRISE = "enterprise"
    CONSULTANCY = "consultancy"
    INTERMEDIARY = "intermediary"
    SOCIAL_PARTNER = "social_partner"
    RESEARCH = "research"
    PUBLIC = "public"
    ASSOCIATION = "association"
    ACCREDITATION = "accreditation"
    OTHER = "other"


class CountryStatus(Word):
    """The standing of a country towards the programme on a given day."""

    PROGRAMME = "programme"
    PARTNER = "partner"


class Weight(Word):
    """Whether a rule that is not met blocks the submission, or only warns."""

    BLOCKS = "blocks"
    WARNS = "warns"


class Certainty(Word):
    """How sure a figure of a book is."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    UNCONFIRMED = "unconfirmed"


EU_CODES = {"EL": "GR", "UK": "GB"}
"""Country codes of the EU institutions that differ from ISO 3166-1."""


def iso_country(code: str) -> str:
    """The ISO 3166-1 alpha-2 code of a country given by ISO or EU code, in any case."""
    code = code.strip().upper()
    return EU_CODES.get(code, code)
