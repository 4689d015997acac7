"""A way in for an organisation that is asked to take part."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from samverk.portal.alliances.models.participant import Participant
from samverk.portal.alliances.states import InvitationState
from samverk.portal.foundation.ids import new_id


class Invitation(models.Model):
    """Opened by whoever holds the token, of which only `digest` is kept. `address` is empty if it goes by link alone.

    It can be answered before `expires_at`, and once. `reason`: why it was declined, in the answerer's words.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    address = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    state = models.CharField(max_length=20, default=InvitationState.OPEN)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"], condition=Q(state=InvitationState.OPEN), name="one_open_invitation"
            ),
            models.CheckConstraint(condition=Q(state__in=list(InvitationState)), name="invitation_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.state}: {self.participant_id}"

    def can_be_answered(self, at: datetime) -> bool:
        return self.state == InvitationState.OPEN and at < self.expires_at
