"""A question about a call, and the agency's answer."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from samverk.portal.calls.models.call import Call
from samverk.portal.calls.states import QuestionState
from samverk.portal.foundation.ids import new_id


class Question(models.Model):
    """`asked` is the asker's own text, in `language`, which nobody but the asker and the agency reads.

    `question_*` are the agency's words for everybody; a language is there whole (question and answer) or not at all,
    and that of the asker always. `searched` holds all that is public, in small letters. `version` counts the changes.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    call = models.ForeignKey(Call, models.CASCADE, related_name="questions", db_index=False)
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    asked = models.TextField()
    state = models.CharField(max_length=20, default=QuestionState.ASKED)
    answer_sv = models.TextField(blank=True)
    answer_en = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    question_sv = models.TextField(blank=True)
    question_en = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True)
    searched = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(QuestionState)), name="question_state_known"),
            models.CheckConstraint(
                condition=Q(state=QuestionState.PUBLISHED, published_at__isnull=False)
                | (~Q(state=QuestionState.PUBLISHED) & Q(published_at__isnull=True)),
                name="question_published_has_a_day",
            ),
        ]
        indexes = [
            models.Index(
                fields=["call", "-published_at", "-id"],
                condition=Q(published_at__isnull=False),
                name="question_published",
            ),
            models.Index(fields=["call", "-id"], name="question_of_call"),
            models.Index(fields=["asker", "call"], name="question_of_asker"),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def about(self) -> str:
        """What the ledger calls it."""
        return f"question:{self.id}"

    def answer(self, language: str) -> str:
        """In that language, or in the other if there is none."""
        return getattr(self, f"answer_{self.shown_in(language)}")

    def question(self, language: str) -> str:
        """The public words, in that language, or in the other if there are none."""
        return getattr(self, f"question_{self.shown_in(language)}")

    def shown_in(self, language: str) -> str:
        """The language in which somebody who reads `language` gets it."""
        return language if getattr(self, f"answer_{language}") else self.language
