from typing import Any

from django.db import migrations, models
from django.db.models import F, Q


def as_it_was(apps: Any, _editor: Any) -> None:
    """What was written in one language is all there is."""
    apps.get_model("calls", "Amendment").objects.update(reason_sv=F("reason_en"))


class Migration(migrations.Migration):
    dependencies = [("calls", "0002_withdrawn_at")]

    operations = [
        migrations.RemoveConstraint("amendment", "amendment_says_why"),
        migrations.RenameField("amendment", "reason", "reason_en"),
        migrations.AddField("amendment", "reason_sv", models.TextField(default=""), preserve_default=False),
        migrations.RunPython(as_it_was, migrations.RunPython.noop),
        migrations.AddConstraint(
            "amendment",
            models.CheckConstraint(condition=~Q(reason_sv="") & ~Q(reason_en=""), name="amendment_says_why"),
        ),
    ]
