"""Removes unsent answers that nobody came back to, and what is left of erased words."""

from django.core.management.base import BaseCommand

from easyread.filming.flows import clear_lost_films
from easyread.flows import clear_lost_check_sounds
from engagement.bodies.flows import clear_lost_sounds
from engagement.voices.flows import clear_lost_files, clear_old_calls, clear_old_drafts, clear_old_ways_back, empty_log
from engagement.voices.flows.importing import clear_old_imports


class Command(BaseCommand):
    help = "Removes unsent answers after 30 days (setting DAYS_TO_COME_BACK). Run it each night."

    def handle(self, **options):
        self.stdout.write(f"{clear_old_drafts()} unsent voices removed.")
        self.stdout.write(f"{clear_old_ways_back()} cards of people who stopped removed.")
        self.stdout.write(f"{clear_old_calls()} calls that people asked for removed.")
        lost = clear_lost_files() + clear_lost_sounds() + clear_lost_check_sounds() + clear_lost_films()
        self.stdout.write(f"{lost} files without an answer removed.")
        self.stdout.write(f"{clear_old_imports()} unfinished spreadsheets removed.")
        empty_log()
