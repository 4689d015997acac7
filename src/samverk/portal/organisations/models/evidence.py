"""A file that shows that what an organisation says of itself is so."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from samverk.portal.documents.models import Document
from samverk.portal.foundation.ids import new_id
from samverk.portal.organisations.models.organisation import Organisation


class EvidencePurpose(models.TextChoices):
    """What the file shows: that it is registered, its statutes, its size, or who may sign for it."""

    REGISTRATION = "registration"
    STATUTES = "statutes"
    SIZE = "size"
    SIGNATORY = "signatory"
    OTHER = "other"


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def kept(self) -> Self:
        return self.filter(removed_at__isnull=True)


class Evidence(models.Model):
    """For those who act for the organisation and the agency, nobody else. `document.by` added it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="evidence")
    document = models.OneToOneField(Document, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20, choices=EvidencePurpose)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(purpose__in=EvidencePurpose.values), name="evidence_purpose_known")
        ]

    def __str__(self) -> str:
        return str(self.document)
