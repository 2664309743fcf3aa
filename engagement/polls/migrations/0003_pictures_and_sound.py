from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("polls", "0002_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="question",
            name="takes_picture",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="question",
            name="takes_sound",
            field=models.BooleanField(default=True),
        ),
    ]
