from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("polls", "0005_question_kinds"),
        ("voices", "0010_paper"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="answerchoice",
            name="voices_three_picks_at_most",
        ),
        migrations.AddField(
            model_name="answer",
            name="number",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
        ),
        migrations.AddField(
            model_name="answer",
            name="turned",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="answerchoice",
            name="pile",
            field=models.CharField(
                blank=True,
                choices=[("like", "I like it"), ("not_sure", "I am not sure"), ("dislike", "I do not like it")],
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="answerchoice",
            name="ranked",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="draftanswer",
            name="number",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
        ),
        migrations.AddField(
            model_name="draftanswer",
            name="piles",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="draftanswer",
            name="turned",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(("number", None), ("state", "answered"), _connector="OR"),
                name="voices_number_only_when_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="answerchoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("place", None), ("ranked", True), ("place__range", (1, 3)), _connector="OR"),
                name="voices_three_picks_at_most",
            ),
        ),
        migrations.AddConstraint(
            model_name="answerchoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ranked", False), models.Q(("place__isnull", False), ("place__range", (1, 6))), _connector="OR"
                ),
                name="voices_six_places_at_most",
            ),
        ),
        migrations.AddConstraint(
            model_name="answerchoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pile", ""),
                    models.Q(("pile__in", ["like", "not_sure", "dislike"]), ("place", None)),
                    _connector="OR",
                ),
                name="voices_a_known_pile",
            ),
        ),
    ]
