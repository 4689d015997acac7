"""The other names of an organisation."""

from django.db import models

from samverk.portal.organisations.models.organisation import Organisation


class OrganisationName(models.Model):
    """A name in another language, an acronym or a former name. `language`: ISO 639, empty if not known."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="names")
    text = models.CharField(max_length=300)
    language = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints = [
            # Its index serves the look-up by organisation too.
            models.UniqueConstraint(fields=["organisation", "text"], name="organisation_name_once"),
        ]

    def __str__(self) -> str:
        return self.text
