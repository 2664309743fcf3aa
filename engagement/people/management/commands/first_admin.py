"""Lets the first administrator in, or one who lost their way in: `manage.py first_admin EMAIL` (docs/signing-in.md)."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from engagement.people.first_admin import make_first_admin_token


class Command(BaseCommand):
    """Prints a link that works once, within an hour."""

    help = "Print a link that signs one person in as an administrator. It works once, within an hour."

    def add_arguments(self, parser):
        parser.add_argument("email", help="the person's email address; they can sign in by code with it from then on")
        parser.add_argument(
            "--lost-second-step", action="store_true", help="also remove the passkeys and apps that the person lost"
        )

    def handle(self, email, lost_second_step, **options):
        try:
            token = make_first_admin_token(email=email, lost_second_step=lost_second_step)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{settings.SITE_URL.rstrip('/')}{reverse('first_admin_link', args=[token])}")
        self.stderr.write("Open this link and press the button. It works once, within 1 hour. Do not send it by email.")
