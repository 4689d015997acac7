"""What is said within an alliance."""

from django.conf import settings
from django.db import models

from samverk.portal.alliances.models.alliance import Alliance
from samverk.portal.foundation.ids import new_id


class Comment(models.Model):
    """Plain text. Once said it stays; its author can take it back, and then `text` is empty."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    alliance = models.ForeignKey(Alliance, models.CASCADE, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    said_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["alliance", "id"], name="comment_in_order")]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def about(self) -> str:
        """What the ledger calls it."""
        return f"comment:{self.id}"
