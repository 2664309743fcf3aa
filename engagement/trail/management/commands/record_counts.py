"""Each night: what was counted in closed rounds goes on the public record (V2, docs/record.md)."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from engagement.proposals.models import RoundPage

from ...flows import record_count


class Command(BaseCommand):
    """Puts the count of each closed round on the record, once, and again when it has changed."""

    help = "Put on the public record what was counted in rounds that have closed."

    def handle(self, **options):
        for round in RoundPage.objects.live().filter(closes_on__lt=timezone.localdate()):
            if record_count(round=round):
                self.stdout.write(f"{round.title}: its count is on the record.")
