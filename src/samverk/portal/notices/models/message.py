"""A message in a person's inbox."""

from django.conf import settings
from django.db import models

from samverk.portal.foundation.ids import new_id
from samverk.portal.notices.states import Kind


class Message(models.Model):
    """`about` is a thing, as `alliance:0192…`; `link` a path without the language; `facts` what the wording needs.

    `gather`: it waits for the letter that tells of all messages of a day.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=40, choices=[(kind, kind) for kind in Kind])
    about = models.CharField(max_length=80)
    link = models.CharField(max_length=300)
    facts = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    gather = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["person", "-made_at", "-id"], name="message_inbox"),
            models.Index(fields=["person"], condition=models.Q(read_at__isnull=True), name="message_unread"),
            models.Index(fields=["person", "made_at"], condition=models.Q(gather=True), name="message_gather"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"
