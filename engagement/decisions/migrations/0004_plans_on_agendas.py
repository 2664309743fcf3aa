import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Which plan a thing on the agenda of a meeting is about."""

    dependencies = [
        ("bodies", "0005_being_in_the_room"),
        ("decisions", "0003_voices_fairness_and_corrections"),
        ("proposals", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanOnAgenda",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="on_plan", to="bodies.agendaitem"
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="on_agendas",
                        to="proposals.proposalpage",
                    ),
                ),
            ],
            options={"verbose_name_plural": "plans on agendas"},
        ),
    ]
