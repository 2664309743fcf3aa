from django.db import migrations, models


class Migration(migrations.Migration):
    """Which draft a *Have your say* is about; of those that opened before this was kept nothing is made up."""

    dependencies = [
        ("proposals", "0004_tell_us"),
    ]

    operations = [
        migrations.AddField(
            model_name="roundpage",
            name="about_draft",
            field=models.PositiveSmallIntegerField(blank=True, editable=False, null=True),
        ),
    ]
