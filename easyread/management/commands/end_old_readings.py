"""`manage.py end_old_readings`: remove recordings of our sentences whose last day has passed; run it every night."""

from django.core.management.base import BaseCommand

from easyread.listening.flows import clear_lost_readings, end_old_readings


class Command(BaseCommand):
    """Takes away what nobody may hear any more. Safe to run again."""

    help = "Removes recordings of sentences that nobody may hear any more, and files that no row names."

    def handle(self, *args, **options):
        self.stdout.write(f"{end_old_readings()} recordings of sentences removed.")
        self.stdout.write(f"{clear_lost_readings()} lost files removed.")
