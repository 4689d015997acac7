"""A program that comes in with a key."""

from datetime import datetime, timedelta

from django.db.models import Q

from samverk.portal.foundation.tokens import digest
from samverk.portal.people.models import AccessToken

NOTED_EVERY = timedelta(minutes=1)


def use_token(*, secret: str, at: datetime) -> AccessToken | None:
    """The key with its person, None if it opens nothing now. Not a deed: no ledger entry.

    That it was used is noted once a minute, so that reading does not wait for those who write.
    """
    found = AccessToken.objects.alive(at).select_related("person").filter(digest=digest(secret)).first()
    if found and (found.last_used_at is None or found.last_used_at <= at - NOTED_EVERY):
        long_ago = Q(last_used_at__isnull=True) | Q(last_used_at__lte=at - NOTED_EVERY)
        AccessToken.objects.filter(long_ago, pk=found.pk).update(last_used_at=at)
    return found
