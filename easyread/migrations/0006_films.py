import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("easyread", "0005_part_checks"),
    ]

    operations = [
        migrations.CreateModel(
            name="Film",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(help_text="What it is about. Only staff see this.", max_length=120)),
                ("file", models.CharField(editable=False, max_length=120, unique=True)),
                ("content_type", models.CharField(editable=False, max_length=40)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("bytes", models.PositiveIntegerField(editable=False)),
                ("seconds", models.FloatField(default=0, editable=False)),
                ("width", models.PositiveIntegerField(default=0, editable=False)),
                ("height", models.PositiveIntegerField(default=0, editable=False)),
                ("captions", models.TextField(editable=False)),
                ("waiting", models.BooleanField(default=False, editable=False)),
                ("trouble", models.CharField(blank=True, editable=False, max_length=160)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "made_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ["-made_at", "-pk"]},
        ),
    ]
