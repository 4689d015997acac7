"""Everything that is kept about the reader, to take away."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from samverk.portal.alliances.models import Alliance
from samverk.portal.alliances.queries import all_alliances, comments_by, leader, mandates_answered, spoken_for
from samverk.portal.calls.queries import asked_by, followed_by
from samverk.portal.ledger.queries import done_by
from samverk.portal.notices.queries import letters_to, messages_of, preferences
from samverk.portal.organisations.queries import memberships_of
from samverk.portal.people.models import Person
from samverk.portal.web.shared.deeds import person

PROFILE = ("id", "email", "name", "language", "time_zone", "joined_at", "last_login")
ASKED = ("call", "asked_at", "language", "asked", "state", "answer_sv", "answer_en", "answered_at", "published_at")
MANDATE = (
    "id", "participant", "state", "address", "name", "capacity", "reason", "sha256", "uploaded", "text", "answered_at",
)  # fmt: skip
TOKEN = ("name", "scopes", "issued_at", "expires_at", "last_used_at", "revoked_at")
MEMBERSHIP = ("organisation_id", "kind", "state", "asked_at", "answered_at")
DEED = ("at", "deed", "about", "within", "reason", "facts")


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """A JSON file; instants are in UTC."""
    answer = JsonResponse(_kept(person(request)), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="samverk-account.json"'
    answer["Cache-Control"] = "no-store"
    return answer


def _kept(reader: Person) -> dict[str, Any]:
    return {
        "profile": {field: getattr(reader, field) for field in PROFILE},
        "addresses": list(EmailAddress.objects.filter(user=reader).values("email", "verified", "primary")),
        "keys": list(Authenticator.objects.filter(user=reader).values("type", "created_at", "last_used_at")),
        "sessions": list(
            UserSession.objects.filter(user=reader).values("ip", "user_agent", "created_at", "last_seen_at")
        ),
        "roles": list(reader.roles.values("kind", "since", "ended_at")),
        "questions": list(asked_by(reader).values(*ASKED)),
        "follows": list(followed_by(reader).values("call", "scheme", "since")),
        "mandates": list(mandates_answered(reader).values(*MANDATE)),
        "keys_for_programs": list(reader.tokens.values(*TOKEN)),
        "organisations": list(memberships_of(reader).values(*MEMBERSHIP)),
        "alliances": [_part(alliance, reader) for alliance in all_alliances(reader)],
        "comments": list(comments_by(reader).values("alliance_id", "text", "said_at", "taken_back_at")),
        "messages": list(messages_of(reader.pk).values("kind", "link", "facts", "made_at", "read_at")),
        "letters": list(letters_to(reader.pk).values("kind", "facts", "state", "made_at", "sent_at")),
        "letters_wanted": preferences(reader.pk),
        "deeds": list(done_by(reader.pk).values(*DEED)),
    }


def _part(alliance: Alliance, reader: Person) -> dict[str, Any]:
    """What the reader is in an alliance; not what others are."""
    own = spoken_for(alliance, reader)
    return {
        "id": alliance.pk,
        "title": alliance.title,
        "founded": alliance.founder_id == reader.pk,
        "leads": leader(alliance) == reader.pk,
        "speaks_for": own.pk if own else None,
    }
