from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("voices", "0012_come_back_ease_and_calls"),
    ]

    operations = [
        migrations.AddField(
            model_name="attachment",
            name="waiting",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="attachment",
            name="trouble",
            field=models.CharField(blank=True, max_length=160),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "may_show"), _negated=True) | models.Q(("trouble", ""), ("waiting", False)),
                name="voices_attachment_shown_is_ready",
            ),
        ),
        migrations.AlterField(
            model_name="consent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("contact", "You may contact me"),
                    ("publish", "You may show my words"),
                    ("picture", "You may use my picture"),
                    ("voice", "You may use my recorded voice"),
                    ("film", "You may use my film"),
                ],
                max_length=10,
            ),
        ),
    ]
