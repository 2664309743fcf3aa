import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("proposals", "0001_initial"),
        ("voices", "0002_support"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClosingCounts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("closes_on", models.DateField(null=True)),
                ("cells", models.JSONField(null=True)),
                ("late", models.PositiveIntegerField(default=0)),
                (
                    "round",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="closing_counts",
                        to="proposals.roundpage",
                    ),
                ),
            ],
            options={"verbose_name_plural": "closing counts"},
        ),
        # Words that wait to be read, oldest first, in all and question by question.
        migrations.AddIndex(
            model_name="answer",
            index=models.Index(
                condition=models.Q(("is_current", True), models.Q(("summary", ""), ("words", ""), _negated=True)),
                fields=["given_at", "id", "question"],
                name="voices_words_in_turn",
            ),
        ),
        migrations.AddIndex(
            model_name="answer",
            index=models.Index(
                condition=models.Q(("is_current", True), models.Q(("summary", ""), ("words", ""), _negated=True)),
                fields=["question", "given_at", "id"],
                name="voices_words_asked",
            ),
        ),
        migrations.AddIndex(
            model_name="voice",
            index=models.Index(
                condition=models.Q(("taken_back_after_closing", True)), fields=["round"], name="voices_taken_back_late"
            ),
        ),
    ]
