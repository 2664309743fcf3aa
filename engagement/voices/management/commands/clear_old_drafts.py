"""Removes unsent answers that nobody came back to, and what is left of erased words."""

from django.core.management.base import BaseCommand

from engagement.bodies.flows import clear_lost_sounds
from engagement.voices.flows import clear_lost_files, clear_old_drafts, empty_log
from engagement.voices.flows.importing import clear_old_imports


class Command(BaseCommand):
    help = "Removes unsent answers after 30 days (setting DAYS_TO_COME_BACK). Run it each night."

    def handle(self, **options):
        self.stdout.write(f"{clear_old_drafts()} unsent voices removed.")
        self.stdout.write(f"{clear_lost_files() + clear_lost_sounds()} files without an answer removed.")
        self.stdout.write(f"{clear_old_imports()} unfinished spreadsheets removed.")
        empty_log()
