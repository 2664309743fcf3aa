import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("heard", "0003_initial")]

    operations = [
        migrations.CreateModel(
            name="ThemeCounts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_own", models.PositiveIntegerField()),
                ("by_others", models.PositiveIntegerField()),
                ("by_groups", models.PositiveIntegerField()),
                ("answers_in", models.PositiveIntegerField()),
                (
                    "theme",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="counts", to="heard.theme"
                    ),
                ),
            ],
            options={"verbose_name_plural": "theme counts"},
        ),
    ]
