import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """What a body owes to those who told us something, and each answer it gave."""

    dependencies = [
        ("bodies", "0005_being_in_the_room"),
        ("decisions", "0004_plans_on_agendas"),
        ("heard", "0005_themes_one_by_one"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Debt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("due_on", models.DateField(help_text="By when the body answers.")),
                ("sent_on", models.DateField(default=django.utils.timezone.localdate)),
                (
                    "settled_on",
                    models.DateField(blank=True, help_text="The day of the answer that ended it.", null=True),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="debts", to="bodies.body"
                    ),
                ),
                (
                    "came_from",
                    models.OneToOneField(
                        blank=True,
                        help_text="Not theirs.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handed_on",
                        to="decisions.debt",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="debts", to="heard.theme"
                    ),
                ),
            ],
            options={
                "ordering": ["sent_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DebtAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("yes", "Yes"),
                            ("some", "Some of it"),
                            ("no", "No"),
                            ("not_ours", "Not ours to decide"),
                            ("not_yet", "Not yet"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(help_text="Why, in Easy Read. One sentence on each line.")),
                ("standard", models.TextField(blank=True)),
                (
                    "answer_by",
                    models.DateField(
                        blank=True, help_text="By when there is an answer, when it is not yet.", null=True
                    ),
                ),
                ("role", models.CharField(help_text="Who answered: a role and never a name.", max_length=120)),
                ("answered_on", models.DateField(default=django.utils.timezone.localdate)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "confirmed_at",
                    models.DateTimeField(
                        blank=True, help_text="Empty: the body has not said that it is so.", null=True
                    ),
                ),
                (
                    "debt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="decisions.debt"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "whose",
                    models.ForeignKey(
                        blank=True,
                        help_text="When not ours.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bodies.body",
                    ),
                ),
            ],
            options={
                "ordering": ["answered_on", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="debt",
            constraint=models.UniqueConstraint(
                condition=models.Q(("settled_on", None)),
                fields=("theme", "body"),
                name="decisions_one_open_debt_a_body",
            ),
        ),
        migrations.AddConstraint(
            model_name="debt",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on__gte", models.F("sent_on"))), name="decisions_due_after_it_was_sent"
            ),
        ),
        migrations.AddConstraint(
            model_name="debtanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="decisions_debt_answer_has_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="debtanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("role", ""), _negated=True), name="decisions_debt_answer_says_who"
            ),
        ),
        migrations.AddConstraint(
            model_name="debtanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", "not_ours"), ("whose__isnull", False)),
                    models.Q(models.Q(("answer", "not_ours"), _negated=True), ("whose", None)),
                    _connector="OR",
                ),
                name="decisions_debt_not_ours_says_whose",
            ),
        ),
        migrations.AddConstraint(
            model_name="debtanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", "not_yet"), ("answer_by__isnull", False)),
                    models.Q(models.Q(("answer", "not_yet"), _negated=True), ("answer_by", None)),
                    _connector="OR",
                ),
                name="decisions_debt_not_yet_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="debtanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer__in", ["yes", "some", "no", "not_ours", "not_yet"])),
                name="decisions_known_debt_answer",
            ),
        ),
    ]
