from django.db import migrations, models


class Migration(migrations.Migration):
    """Tell us something: what may have to be shared, and whether the one round without a plan is made up."""

    dependencies = [("proposals", "0003_rounds_that_opened")]

    operations = [
        migrations.AddField(
            model_name="roundpage",
            name="may_share",
            field=models.TextField(blank=True, help_text="Which words we may have to tell others, and whom (3.6)."),
        ),
        migrations.AddField(
            model_name="roundpage",
            name="made_up",
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
