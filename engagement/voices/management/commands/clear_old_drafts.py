"""Removes unsent answers that nobody came back to, and what is left of erased words."""

from django.core.management.base import BaseCommand

from engagement.voices.flows import clear_old_drafts, empty_log


class Command(BaseCommand):
    help = "Removes unsent answers after 30 days (setting DAYS_TO_COME_BACK). Run it each night."

    def handle(self, **options):
        self.stdout.write(f"{clear_old_drafts()} unsent voices removed.")
        empty_log()
