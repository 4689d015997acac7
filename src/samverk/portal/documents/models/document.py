"""A file that belongs to a deed."""

from pathlib import Path

from django.conf import settings
from django.db import models

from samverk.portal.documents.states import Type
from samverk.portal.foundation.ids import new_id


class Document(models.Model):
    """`name` is safe to show and to save under. `by` is the id of a person, or none when the portal made the file.

    The bytes lie in the data folder under their SHA-256; two documents with the same bytes share one file.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=150)
    type = models.CharField(max_length=20, choices=[(type_, type_) for type_ in Type])
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    purpose = models.CharField(max_length=40)
    by = models.UUIDField(null=True)
    stored_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> Path:
        """Where the bytes lie. No address of the portal leads there."""
        return Path(settings.MEDIA_ROOT, self.sha256[:2], self.sha256[2:4], self.sha256)
