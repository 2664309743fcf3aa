"""Rounds that people could answer before there were gates stay open: each was cleared on its first day."""

from django.db import migrations
from django.db.models import F, Q
from django.utils import timezone


def clear_what_was_open(apps, schema_editor):
    """Live rounds, and rounds that were live once and were taken down, whose first day has come."""
    rounds = apps.get_model("proposals", "RoundPage").objects.using(schema_editor.connection.alias)
    was_live = Q(live=True) | Q(first_published_at__isnull=False)
    opened = rounds.filter(was_live, cleared_on=None, opens_on__lte=timezone.localdate())
    opened.update(cleared_on=F("opens_on"), formats_live_on=F("opens_on"))


class Migration(migrations.Migration):
    dependencies = [("proposals", "0002_opening")]

    operations = [migrations.RunPython(clear_what_was_open, migrations.RunPython.noop)]
