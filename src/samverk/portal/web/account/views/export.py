"""Everything that is kept about the reader, to take away."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from samverk.portal.alliances.queries import mandates_answered
from samverk.portal.calls.queries import asked_by, followed_by
from samverk.portal.ledger.queries import done_by
from samverk.portal.people.models import Person
from samverk.portal.web.shared.deeds import person

PROFILE = ("id", "email", "name", "language", "time_zone", "joined_at", "last_login")
ASKED = ("call", "asked_at", "language", "asked", "state", "answer_sv", "answer_en", "answered_at", "published_at")
MANDATE = (
    "id", "participant", "state", "address", "name", "capacity", "reason", "sha256", "uploaded", "text", "answered_at",
)  # fmt: skip
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
        "deeds": list(done_by(reader.pk).values(*DEED)),
    }
