import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

WITH_WORDS = models.Q(
    ("is_current", True), models.Q(("attached", False), ("summary", ""), ("words", ""), _negated=True)
)


class Migration(migrations.Migration):
    dependencies = [
        ("polls", "0004_ideas_to_pick"),
        ("voices", "0007_group_sessions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="answer",
            name="attached",
            field=models.BooleanField(default=False),
        ),
        migrations.RemoveIndex(model_name="answer", name="voices_words_in_turn"),
        migrations.RemoveIndex(model_name="answer", name="voices_words_asked"),
        migrations.AddIndex(
            model_name="answer",
            index=models.Index(
                condition=WITH_WORDS, fields=["given_at", "id", "question"], name="voices_words_in_turn"
            ),
        ),
        migrations.AddIndex(
            model_name="answer",
            index=models.Index(condition=WITH_WORDS, fields=["question", "given_at", "id"], name="voices_words_asked"),
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("picture", "Picture"), ("sound", "Sound"), ("film", "Film")], max_length=10
                    ),
                ),
                ("file", models.CharField(max_length=120, unique=True)),
                ("content_type", models.CharField(max_length=40)),
                ("sha256", models.CharField(max_length=64)),
                ("bytes", models.PositiveIntegerField()),
                ("seconds", models.FloatField(default=0)),
                ("width", models.PositiveIntegerField(default=0)),
                ("height", models.PositiveIntegerField(default=0)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("unread", "Nobody looked at it yet"),
                            ("may_show", "May be shown"),
                            ("not_shown", "Not shown"),
                        ],
                        default="unread",
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("reason", models.CharField(blank=True, max_length=255)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="voices.answer",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="voices.voicedraft",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="polls.question"
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer__isnull", False), ("draft", None)),
                            models.Q(("answer", None), ("draft__isnull", False)),
                            _connector="OR",
                        ),
                        name="voices_attached_to_one_thing",
                    ),
                    models.UniqueConstraint(fields=("draft", "question", "kind"), name="voices_one_of_a_kind_drafted"),
                    models.UniqueConstraint(fields=("answer", "kind"), name="voices_one_of_a_kind_sent"),
                    models.CheckConstraint(
                        condition=models.Q(("state", "unread"), ("read_at__isnull", False), _connector="OR"),
                        name="voices_attachment_shown_is_read",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "not_shown"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="voices_attachment_not_shown_says_why",
                    ),
                ],
            },
        ),
    ]
