"""A declared control link (S7: independent organisations)."""

from django.db import models

from samverk.portal.alliances.models.alliance import Alliance


class Control(models.Model):
    """Either end is a participant's key or the name of an organisation outside the alliance."""

    alliance = models.ForeignKey(Alliance, models.CASCADE, related_name="controls")
    controller = models.CharField(max_length=120)
    controlled = models.CharField(max_length=120)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["alliance", "controller", "controlled"], name="control_once"),
        ]

    def __str__(self) -> str:
        return f"{self.controller} > {self.controlled}"
