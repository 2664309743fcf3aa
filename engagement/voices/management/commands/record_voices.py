"""Puts voices on the public record, round by round, and keeps what rounds that have closed came to."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from engagement.proposals.flows import record_closings, record_openings
from engagement.proposals.models import RoundPage
from engagement.voices.flows import count_all_so_far, keep_counts, record_voices
from engagement.voices.models import Voice


class Command(BaseCommand):
    help = (
        "Adds to the public record: rounds that opened or closed, and voices, 8 or more of a round at once, or all "
        "after closing. Counts the rounds that have closed, so that nobody waits for it, and who was heard so far. "
        "Run it each night, after "
        "midnight."
    )

    def handle(self, **options):
        self.stdout.write(f"{record_openings()} rounds opened.")
        waiting = Voice.objects.filter(recorded=False).order_by().values("round").distinct()
        for round in RoundPage.objects.filter(pk__in=waiting):
            self.stdout.write(f"{round.title}: {record_voices(round=round)} facts added.")
        self.stdout.write(f"{record_closings()} rounds closed.")
        for round in RoundPage.objects.defer("easy_read", "standard", "questions").closed_on(timezone.localdate()):
            keep_counts(round=round)
        self.stdout.write(f"{count_all_so_far()} rounds counted so far.")
