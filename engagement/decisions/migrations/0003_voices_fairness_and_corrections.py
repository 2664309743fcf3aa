"""What a body was given before it decided (3.11), why a decision is corrected, and the values a field may have."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0002_initial"),
        ("proposals", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="correction_reason",
            field=models.TextField(
                blank=True,
                help_text="Why there is a newer decision, in Easy Read. Only when it corrects an earlier one.",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="note_opened_on",
            field=models.DateField(blank=True, help_text="When the body opened the equality note.", null=True),
        ),
        migrations.AddField(
            model_name="decision",
            name="voices_opened_on",
            field=models.DateField(blank=True, help_text="When the body opened the summary of voices.", null=True),
        ),
        migrations.CreateModel(
            name="RoundSummary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "voices",
                    models.PositiveIntegerField(help_text="Exact. Shown to everybody unless there were few."),
                ),
                (
                    "someone_else",
                    models.PositiveIntegerField(
                        default=0, help_text="Views of someone else, where they count apart."
                    ),
                ),
                ("workshops", models.PositiveIntegerField(default=0)),
                ("workshop_people", models.PositiveIntegerField(default=0)),
                ("small_workshops", models.PositiveIntegerField(default=0)),
                (
                    "whose",
                    models.JSONField(
                        blank=True, help_text="Whose words, rounded; empty where few could be found.", null=True
                    ),
                ),
                (
                    "speaking",
                    models.JSONField(blank=True, help_text="Who was speaking, in the same way.", null=True),
                ),
                (
                    "late",
                    models.PositiveIntegerField(default=0, help_text="How much had come after closing by then."),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="summaries",
                        to="decisions.decision",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="summaries",
                        to="proposals.roundpage",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "round summaries",
                "ordering": ["round__opens_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("decision", "round"), name="decisions_one_summary_a_round")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["decided", "recommended", "noted", "put_off", "not_ours"])),
                name="decisions_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "decided"), _negated=True),
                    ("published_at", None),
                    models.Q(("equality_note", ""), _negated=True),
                    _connector="OR",
                ),
                name="decisions_public_ones_have_a_note",
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer__in", ["yes", "some", "no", "not_ours", "not_yet"])),
                name="decisions_known_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="update",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["started", "done", "stopped"])),
                name="decisions_known_state_of_update",
            ),
        ),
    ]
