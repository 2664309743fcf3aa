import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bodies", "0006_leads_and_invites"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="bodyquestion",
            name="has_sound",
            field=models.BooleanField(default=False, help_text="Said instead of written, or beside it."),
        ),
        migrations.RemoveConstraint(model_name="bodyquestion", name="bodies_asked_in_words"),
        migrations.AddConstraint(
            model_name="bodyquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "stop"),
                    models.Q(("words", ""), _negated=True),
                    ("has_sound", True),
                    ("taken_back_at__isnull", False),
                    _connector="OR",
                ),
                name="bodies_asked_in_words",
            ),
        ),
        migrations.CreateModel(
            name="AskedSound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", models.CharField(max_length=120, unique=True)),
                ("content_type", models.CharField(max_length=40)),
                ("seconds", models.FloatField(default=0)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("transcript", models.TextField(blank=True)),
                (
                    "question",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sound", to="bodies.bodyquestion"
                    ),
                ),
                (
                    "transcript_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]
