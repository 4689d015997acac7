"""A file that belongs to a call."""

from django.db import models

from samverk.portal.calls.models.call import Call
from samverk.portal.documents.models import Document
from samverk.portal.foundation.ids import new_id


class CallDocument(models.Model):
    """Everybody may have it once the call is published, until it is removed; that it was there stays to be read."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    call = models.ForeignKey(Call, models.CASCADE, related_name="documents")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    title_sv = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title_sv="") & ~models.Q(title_en=""), name="call_document_has_titles"
            ),
        ]

    def __str__(self) -> str:
        return self.title_en

    def title(self, language: str) -> str:
        """`sv` or `en`."""
        return self.title_sv if language == "sv" else self.title_en
