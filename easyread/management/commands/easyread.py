"""`manage.py easyread [--format text|json] FILE|-`: checks whether words are Easy Read."""

import sys

from django.core.management.base import BaseCommand, CommandError

from easyread.rules import report


class Command(BaseCommand):
    """Checks files against the Easy Read rules. Leaves with 1 when there is an error, 2 when a file cannot be read."""

    help = "Check whether words are Easy Read. One problem on each line."
    requires_system_checks = []

    def add_arguments(self, parser):
        report.add_arguments(parser)

    def handle(self, *args, **options):
        try:
            failed = report.run(options, self.stdout.write)
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"This file cannot be read. {error}", returncode=2) from error
        if failed:
            sys.exit(1)
