import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("easyread", "0003_checks_and_corrections"),
        ("heard", "0005_themes_one_by_one"),
        ("polls", "0004_ideas_to_pick"),
        ("proposals", "0003_rounds_that_opened"),
        ("voices", "0006_picks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Idea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(help_text="The idea in 1 short Easy Read sentence.", max_length=120)),
                (
                    "plain",
                    models.TextField(blank=True, help_text="More about it, in Easy Read. One sentence on each line."),
                ),
                ("shown_at", models.DateTimeField(blank=True, null=True)),
                ("taken_down_at", models.DateTimeField(blank=True, null=True)),
                (
                    "reason",
                    models.TextField(
                        blank=True, help_text="Why it was taken down, in Easy Read. Everybody can read it."
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "choice",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="idea", to="polls.choice"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="easyread.picture",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ideas", to="proposals.roundpage"
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ideas",
                        to="heard.theme",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="IdeaAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(blank=True)),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="idea_answers", to="voices.answer"
                    ),
                ),
                (
                    "idea",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="idea_answers", to="heard.idea"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="idea",
            name="answers",
            field=models.ManyToManyField(related_name="ideas", through="heard.IdeaAnswer", to="voices.answer"),
        ),
        migrations.CreateModel(
            name="IdeaCounts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_own", models.PositiveIntegerField()),
                ("by_others", models.PositiveIntegerField()),
                ("by_groups", models.PositiveIntegerField()),
                ("answers_in", models.PositiveIntegerField()),
                (
                    "idea",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="counts", to="heard.idea"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "idea counts",
            },
        ),
        migrations.AddConstraint(
            model_name="ideaanswer",
            constraint=models.UniqueConstraint(fields=("idea", "answer"), name="heard_answer_once_an_idea"),
        ),
        migrations.AddIndex(
            model_name="idea",
            index=models.Index(fields=["round", "shown_at", "taken_down_at"], name="heard_ideas_shown"),
        ),
        migrations.AddConstraint(
            model_name="idea",
            constraint=models.UniqueConstraint(fields=("round", "number"), name="heard_one_idea_a_number"),
        ),
        migrations.AddConstraint(
            model_name="idea",
            constraint=models.CheckConstraint(
                condition=models.Q(("shown_at", None), ("choice__isnull", False), _connector="OR"),
                name="heard_shown_idea_can_be_picked",
            ),
        ),
        migrations.AddConstraint(
            model_name="idea",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("taken_down_at", None),
                    models.Q(("shown_at__isnull", False), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="heard_idea_taken_down_with_a_reason",
            ),
        ),
    ]
