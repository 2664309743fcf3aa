import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("polls", "0003_pictures_and_sound"),
    ]

    operations = [
        migrations.AddField(
            model_name="choice",
            name="together_with",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="alike",
                to="polls.choice",
            ),
        ),
        migrations.AlterField(
            model_name="question",
            name="kind",
            field=models.CharField(
                choices=[
                    ("yes_no", "Yes, no or not sure"),
                    ("one", "One of several"),
                    ("several", "Several of several"),
                    ("faces", "Faces with words"),
                    ("words", "In their own words"),
                    ("pick", "Pick 3 ideas"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="choice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("together_with", None), models.Q(("together_with", models.F("id")), _negated=True), _connector="OR"
                ),
                name="polls_alike_another_one",
            ),
        ),
    ]
