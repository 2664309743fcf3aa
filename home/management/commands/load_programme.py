"""`manage.py load_programme [--demo | --clear-demo]`: loads the Kent programme."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from home.programme.clearing import clear_demo
from home.programme.demo import load_demo
from home.programme.loading import Loading
from home.programme.register import load_register

REFUSED = (
    "The demo is not loaded here. It has made-up voices and sign-ins that everybody knows, "
    "and this site is for real people's words (the setting DEMO_ALLOWED is off)."
)
STAYS = "The public record keeps its facts about the example: it only grows. Each of them is marked as an example."


class Command(BaseCommand):
    """Loads the register of bodies and the site's own pages; `--demo` adds the made-up programme."""

    help = "Load the Kent programme. Loading again never overwrites what staff edited."

    def add_arguments(self, parser):
        either = parser.add_mutually_exclusive_group()
        either.add_argument("--demo", action="store_true", help="Add made-up plans, voices, decisions and sign-ins.")
        either.add_argument("--clear-demo", action="store_true", help="Remove all that --demo made, but on the record.")

    @transaction.atomic
    def handle(self, *args, **options):
        if options["clear_demo"]:
            return self.tell_cleared(clear_demo())
        if options["demo"] and not settings.DEMO_ALLOWED:
            raise CommandError(REFUSED)
        loading = Loading()
        loaded = load_register(loading)
        if options["demo"]:
            load_demo(loading, **loaded)
        self.tell_loaded(loading)

    def tell_loaded(self, loading):
        counts = loading.counts
        if not any(counts[name] for name in ("made", "changed", "removed")):
            self.stdout.write("Nothing changed.")
        for name in ("made", "changed", "removed", "left alone", "same"):
            if counts[name]:
                self.stdout.write(f"{counts[name]} {name}")
        for key in loading.kept:
            self.stdout.write(f"Left alone, because staff made, edited or removed it: {key}")
        if loading.no_picture:
            ideas = ", ".join(sorted(loading.no_picture))
            self.stdout.write(f"No picture yet for: {ideas}. Run manage.py load_pictures, then this again.")

    def tell_cleared(self, removed):
        for name, number in removed.items():
            if number:
                self.stdout.write(f"{number} {name} removed")
        self.stdout.write(STAYS if any(removed.values()) else "There was no demo.")
