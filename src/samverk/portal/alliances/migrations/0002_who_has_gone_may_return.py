"""Who left or was removed may come back; who declined still has its place."""

from django.db import migrations, models
from django.db.models import Q

GONE = ["left", "removed"]


class Migration(migrations.Migration):
    dependencies = [("alliances", "0001_initial")]

    operations = [
        migrations.RemoveConstraint("participant", "participant_key_once"),
        migrations.RemoveConstraint("participant", "participant_organisation_once"),
        migrations.AddConstraint(
            "participant",
            models.UniqueConstraint(
                fields=("alliance", "key"), condition=~Q(state__in=GONE), name="participant_key_once"
            ),
        ),
        migrations.AddConstraint(
            "participant",
            models.UniqueConstraint(
                fields=("alliance", "organisation"), condition=~Q(state__in=GONE), name="participant_organisation_once"
            ),
        ),
    ]
