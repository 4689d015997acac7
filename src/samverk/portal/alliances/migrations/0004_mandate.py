"""Mandates: a partner empowers the coordinator to apply in its name (S9)."""

import django.db.models.deletion
import samverk.portal.alliances.states
import samverk.portal.foundation.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("alliances", "0003_answers_a_call"),
        ("documents", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Mandate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samverk.portal.foundation.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("address", models.EmailField(max_length=254)),
                ("language", models.CharField(choices=[("sv", "Svenska"), ("en", "English")], max_length=2)),
                ("facts", models.JSONField()),
                ("text", models.JSONField()),
                (
                    "state",
                    models.CharField(default=samverk.portal.alliances.states.MandateState["ASKED"], max_length=20),
                ),
                ("asked_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("name", models.CharField(blank=True, max_length=150)),
                ("capacity", models.CharField(blank=True, max_length=150)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("uploaded", models.BooleanField(default=False)),
                ("reason", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("void_because", models.CharField(blank=True, max_length=20)),
                ("void_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="mandates", to="alliances.participant"
                    ),
                ),
                (
                    "signed_paper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", samverk.portal.alliances.states.MandateState["ASKED"])),
                        fields=("participant",),
                        name="one_mandate_asked",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", samverk.portal.alliances.states.MandateState["SIGNED"])),
                        fields=("participant",),
                        name="one_mandate_holds",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    samverk.portal.alliances.states.MandateState["ASKED"],
                                    samverk.portal.alliances.states.MandateState["SIGNED"],
                                    samverk.portal.alliances.states.MandateState["DECLINED"],
                                    samverk.portal.alliances.states.MandateState["WITHDRAWN"],
                                    samverk.portal.alliances.states.MandateState["VOID"],
                                ],
                            )
                        ),
                        name="mandate_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", samverk.portal.alliances.states.MandateState["SIGNED"]), _negated=True),
                            models.Q(models.Q(("sha256", ""), _negated=True), ("answered_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="mandate_signed_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", samverk.portal.alliances.states.MandateState["VOID"]),
                                ("void_at__isnull", False),
                                (
                                    "void_because__in",
                                    [
                                        samverk.portal.alliances.states.VoidBecause["GONE"],
                                        samverk.portal.alliances.states.VoidBecause["DISSOLVED"],
                                        samverk.portal.alliances.states.VoidBecause["NEWER"],
                                        samverk.portal.alliances.states.VoidBecause["COORDINATOR"],
                                        samverk.portal.alliances.states.VoidBecause["COORDINATOR_NAME"],
                                        samverk.portal.alliances.states.VoidBecause["TITLE"],
                                        samverk.portal.alliances.states.VoidBecause["ACRONYM"],
                                        samverk.portal.alliances.states.VoidBecause["CALL"],
                                        samverk.portal.alliances.states.VoidBecause["PARTNER"],
                                        samverk.portal.alliances.states.VoidBecause["COUNTRY"],
                                        samverk.portal.alliances.states.VoidBecause["ROLE"],
                                        samverk.portal.alliances.states.VoidBecause["SUM"],
                                    ],
                                ),
                            ),
                            models.Q(
                                models.Q(
                                    ("state", samverk.portal.alliances.states.MandateState["VOID"]), _negated=True
                                ),
                                ("void_at__isnull", True),
                                ("void_because", ""),
                            ),
                            _connector="OR",
                        ),
                        name="mandate_void_because",
                    ),
                ],
            },
        ),
    ]
