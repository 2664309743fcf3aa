"""`manage.py easyread [--format text|json] FILE|-`: checks whether words are Easy Read."""

import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from easyread.lists import site_lists
from easyread.rules import NO_LISTS, report


class Command(BaseCommand):
    """Checks files against the Easy Read rules. Leaves with 1 when there is an error, 2 when a file cannot be read."""

    help = "Check whether words are Easy Read. One problem on each line. Knows the lists of words that staff keep."
    requires_system_checks = []

    def add_arguments(self, parser):
        report.add_arguments(parser)
        parser.add_argument("--without-lists", action="store_true", help="the rules alone, without this site's lists")

    def handle(self, *args, **options):
        try:
            failed = report.run(options, self.stdout.write, NO_LISTS if options["without_lists"] else lists_if_any())
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"This file cannot be read. {error}", returncode=2) from error
        if failed:
            sys.exit(1)


def lists_if_any():
    """The lists of this site; none when there is no database yet, so that the check works before set-up."""
    try:
        return site_lists()
    except DatabaseError:
        return NO_LISTS
