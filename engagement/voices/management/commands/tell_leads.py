"""`manage.py tell_leads`: writes again about concerns of which no email went, and forgets those whose time is over."""

from django.core.management.base import BaseCommand

from engagement.voices.flows.safeguarding import forget_old_concerns
from engagement.voices.flows.telling_leads import tell_waiting


class Command(BaseCommand):
    """Ends with 1 while an email could not be sent, so that whoever runs the site hears of it."""

    help = "Write again to safeguarding leads, and erase the words of concerns whose time is over. Every 5 minutes."

    def handle(self, *args, **options):
        went, waiting = tell_waiting()
        forgotten = forget_old_concerns()
        self.stdout.write(f"{went} told, {waiting} could not be told, {forgotten} forgotten")
        if waiting:
            raise SystemExit(1)
