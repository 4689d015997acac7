"""The end of the chain."""

from django.db import models
from django.db.models import Q

START = "0" * 64
"""What the first entry names as the seal before it."""


class Head(models.Model):
    """The only row says which entry is the last. Whoever writes takes this row first, so the chain never forks."""

    seq = models.BigIntegerField(default=0)
    seal = models.CharField(max_length=64, default=START)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="one_head")]

    def __str__(self) -> str:
        return f"{self.seq} {self.seal}"
