from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("polls", "0004_ideas_to_pick"),
        ("voices", "0005_news_numbers_and_imports"),
    ]

    operations = [
        migrations.AddField(
            model_name="answerchoice",
            name="place",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="answerchoice",
            constraint=models.UniqueConstraint(fields=("answer", "place"), name="voices_a_pick_a_place"),
        ),
        migrations.AddConstraint(
            model_name="answerchoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("place", None), ("place__range", (1, 3)), _connector="OR"),
                name="voices_three_picks_at_most",
            ),
        ),
    ]
