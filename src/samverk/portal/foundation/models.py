"""The queue of jobs."""

from django.db import models
from django.db.models import Q

from samverk.portal.foundation.ids import new_id


class QueuedJob(models.Model):
    """One call of a job, from when it is asked for until it is done: then the row goes, with what it was given.

    `due_at` is when it may be taken (again), none meaning at once; whoever takes it moves that on first. `every` is
    set for what runs regularly: such a row stays, one for each job. `failed` rows wait for a human; `error` names the
    exception and holds nothing of its text, which could be anybody's secret.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    path = models.CharField(max_length=200)
    given = models.JSONField(default=dict)
    every = models.DurationField(null=True)
    due_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    failed = models.BooleanField(default=False)
    error = models.CharField(max_length=100, blank=True)

    class Meta:
        indexes = [models.Index(fields=["due_at", "id"], condition=Q(failed=False), name="job_due")]
        constraints = [
            models.UniqueConstraint(fields=["path"], condition=Q(every__isnull=False), name="job_regular_once"),
        ]

    def __str__(self) -> str:
        return self.path
