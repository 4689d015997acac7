"""The coordination, offered to another participant."""

from django.db import models
from django.db.models import Q

from samverk.portal.alliances.models.alliance import Alliance
from samverk.portal.alliances.models.participant import Participant
from samverk.portal.alliances.states import OfferState
from samverk.portal.foundation.ids import new_id


class Offer(models.Model):
    """To `participant`, which has joined. At most one is open in an alliance."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    alliance = models.ForeignKey(Alliance, models.CASCADE, related_name="offers")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="+")
    state = models.CharField(max_length=20, default=OfferState.OPEN)
    made_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["alliance"], condition=Q(state=OfferState.OPEN), name="one_open_offer"),
            models.CheckConstraint(condition=Q(state__in=list(OfferState)), name="offer_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.state}: {self.participant_id}"
