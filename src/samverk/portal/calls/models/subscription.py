"""Who wants to hear of what becomes of a call, or of new ones."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from samverk.portal.calls.models.call import Call


class Subscription(models.Model):
    """To a `call`, or to the new calls of a `scheme`; one of the two."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    call = models.ForeignKey(Call, models.CASCADE, null=True, related_name="+")
    scheme = models.CharField(max_length=120, blank=True)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "call"], condition=Q(call__isnull=False), name="subscription_to_call_once"
            ),
            models.UniqueConstraint(fields=["person", "scheme"], condition=~Q(scheme=""), name="subscription_once"),
            models.CheckConstraint(
                condition=Q(call__isnull=True) & ~Q(scheme="") | Q(call__isnull=False, scheme=""),
                name="subscription_to_one",
            ),
        ]
        indexes = [models.Index(fields=["scheme"], condition=~Q(scheme=""), name="subscription_scheme")]

    def __str__(self) -> str:
        return self.scheme or str(self.call_id)
