"""`manage.py remove_old_scans`: remove pictures of paper forms whose day has come; run it every night."""

from django.core.management.base import BaseCommand

from engagement.voices.flows import remove_old_scans


class Command(BaseCommand):
    help = "Removes pictures of paper forms that were kept long enough."

    def handle(self, *args, **options):
        self.stdout.write(f"{remove_old_scans()} pictures of paper forms removed.")
