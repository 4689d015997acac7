"""An alliance answers a call (S20), is kept once, and a participant is reminded at most once a day."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("alliances", "0002_who_has_gone_may_return"), ("calls", "0002_withdrawn_at")]

    operations = [
        migrations.AddField(
            model_name="alliance",
            name="answers",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="calls.call"
            ),
        ),
        migrations.AddField(
            model_name="alliance",
            name="once",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="participant",
            name="reminded_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name="alliance",
            constraint=models.UniqueConstraint(
                condition=models.Q(("once", ""), _negated=True), fields=("founder", "once"), name="alliance_kept_once"
            ),
        ),
    ]
