import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("easyread", "0008_word_lists"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="spokensentence",
            name="page",
            field=models.ForeignKey(
                blank=True,
                help_text="The page for which it was recorded; it is heard on every page with this sentence.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.WAGTAIL_PAGE_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="spokensentence",
            name="part",
            field=models.CharField(blank=True, help_text="The key of the part of that page.", max_length=64),
        ),
        migrations.AddField(
            model_name="spokensentence",
            name="trouble",
            field=models.CharField(blank=True, editable=False, max_length=160),
        ),
        migrations.AddField(
            model_name="spokensentence",
            name="waiting",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AlterField(
            model_name="spokensentence",
            name="fingerprint",
            field=models.CharField(
                db_index=True, help_text="SHA-256 of the sentence, as Listen sees it.", max_length=64
            ),
        ),
        migrations.AddConstraint(
            model_name="spokensentence",
            constraint=models.UniqueConstraint(
                condition=models.Q(("trouble", ""), ("waiting", False)),
                fields=("fingerprint",),
                name="easyread_spoken_one_heard",
            ),
        ),
        migrations.AddConstraint(
            model_name="spokensentence",
            constraint=models.UniqueConstraint(
                condition=models.Q(("trouble", ""), ("waiting", False), _negated=True),
                fields=("fingerprint",),
                name="easyread_spoken_one_coming",
            ),
        ),
    ]
