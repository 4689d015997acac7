"""A letter in the outbox."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from samverk.portal.foundation.ids import new_id
from samverk.portal.notices.states import DIGEST, Kind, LetterState


class Letter(models.Model):
    """To a `person`, or to an `address` that has no account; one of the two.

    A person's address and language are looked up when it is sent. `due_at` is when it may be tried (again): whoever
    tries moves it on first. `link` may hold a token and is blank once sent; of a letter
    to an address also once it has failed. `error` is a code: `no_address` or `mail`.
    One that gathers has as `facts` its `messages`, each with kind, facts and link, and how many `more` there are.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    address = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, blank=True)
    kind = models.CharField(max_length=40, choices=[(kind, kind) for kind in (*Kind, DIGEST)])
    facts = models.JSONField(default=dict)
    link = models.CharField(max_length=300, blank=True)
    state = models.CharField(
        max_length=10, choices=[(state, state) for state in LetterState], default=LetterState.QUEUED
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state="queued"), name="letter_due"),
            models.Index(fields=["-made_at", "-id"], name="letter_outbox"),
            models.Index(fields=["-made_at", "-id"], condition=Q(state="failed"), name="letter_failed"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, address="", language="")
                | (Q(person__isnull=True) & ~Q(address="") & ~Q(language="")),
                name="letter_to_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
