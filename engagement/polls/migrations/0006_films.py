from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("polls", "0005_question_kinds"),
    ]

    operations = [
        # A round that is under way takes no films before its authors publish it again: nobody there asked for them.
        migrations.AddField(
            model_name="question",
            name="takes_film",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="question",
            name="takes_film",
            field=models.BooleanField(default=True),
        ),
    ]
