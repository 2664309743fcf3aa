"""`manage.py end_old_photos`: remove photos of workshops whose last day has passed; run it every night."""

from django.core.management.base import BaseCommand

from engagement.shaping.flows import end_old_photos


class Command(BaseCommand):
    help = "Removes photos of workshops that may not be shown any more."

    def handle(self, *args, **options):
        self.stdout.write(f"{end_old_photos()} photos of workshops removed.")
