"""Puts voices on the public record, round by round."""

from django.core.management.base import BaseCommand

from engagement.proposals.models import RoundPage
from engagement.voices.flows import record_voices
from engagement.voices.models import Voice


class Command(BaseCommand):
    help = "Adds voices to the public record, 8 or more of a round at once, or all after closing. Run it each night."

    def handle(self, **options):
        waiting = Voice.objects.filter(recorded=False).order_by().values("round").distinct()
        for round in RoundPage.objects.filter(pk__in=waiting):
            self.stdout.write(f"{round.title}: {record_voices(round=round)} facts added.")
