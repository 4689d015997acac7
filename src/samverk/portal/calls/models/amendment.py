"""A change to a call that was published already."""

from django.conf import settings
from django.db import models

from samverk.portal.calls.models.call import Call
from samverk.portal.foundation.ids import new_id


class Amendment(models.Model):
    """What the call said before and after, and why it was changed, for everybody to read."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    call = models.ForeignKey(Call, models.CASCADE, related_name="amendments")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason_sv = models.TextField()
    reason_en = models.TextField()
    closes_at_before = models.DateTimeField()
    closes_at_after = models.DateTimeField()
    envelope_before = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    envelope_after = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    questions_until_before = models.DateTimeField(null=True)
    questions_until_after = models.DateTimeField(null=True)
    expected_before = models.PositiveIntegerField(null=True)
    expected_after = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason_sv="") & ~models.Q(reason_en=""), name="amendment_says_why"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def reason(self, language: str) -> str:
        """`sv` or `en`."""
        return self.reason_sv if language == "sv" else self.reason_en
