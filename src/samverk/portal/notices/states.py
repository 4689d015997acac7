"""Kinds of messages, how they are delivered, and the life of a letter."""

from enum import StrEnum


class Kind(StrEnum):
    """What a message is about; each has its wording in templates/notices."""

    ALLIANCE_COMMENT = "alliance_comment"
    CALL_AMENDED = "call_amended"
    CALL_ANSWERED = "call_answered"
    CALL_PUBLISHED = "call_published"
    INVITATION = "invitation"
    INVITATION_ANSWERED = "invitation_answered"
    LEAD_ANSWERED = "lead_answered"
    LEAD_OFFERED = "lead_offered"
    MANDATE_ASKED = "mandate_asked"
    MANDATE_DECLINED = "mandate_declined"
    MANDATE_SIGNED = "mandate_signed"
    MEMBERSHIP_ANSWERED = "membership_answered"
    MEMBERSHIP_REQUESTED = "membership_requested"
    ORGANISATION_VERIFIED = "organisation_verified"
    PARTICIPANT_LEFT = "participant_left"
    PARTICIPANT_REMOVED = "participant_removed"
    QUESTION_ANSWERED = "question_answered"
    QUESTION_ASKED = "question_asked"
    REMINDER = "reminder"


DIGEST = "digest"
"""What a letter is about that gathers messages of several kinds; its wording stands with theirs."""


class Delivery(StrEnum):
    """Whether a letter goes along with the message in the inbox: each at once, one a day for all, or none."""

    NOW = "now"
    DIGEST = "digest"
    OFF = "off"


class LetterState(StrEnum):
    """A letter that could not be sent stays `queued` until it has been tried often enough."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
