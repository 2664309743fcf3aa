"""Puts made-up voices into an example round: `manage.py make_voices --round SLUG --count N` (docs/bench.md)."""

import time

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from engagement.proposals.models import RoundPage
from engagement.voices.flows.making import make_voices, remove_made_voices

EVERY = 50_000  # voices between two lines of progress


class Command(BaseCommand):
    """Makes voices in bulk, or removes those it made."""

    help = "Make up voices in an example round, to see how the site does with many. Each is marked as an example."

    def add_arguments(self, parser):
        parser.add_argument(
            "--round", required=True, metavar="SLUG", help="the round; PLAN/ROUND when it is not the only one"
        )
        parser.add_argument("--count", type=int, default=1000, metavar="N", help="how many voices (default 1000)")
        parser.add_argument("--seed", type=int, help="the same number makes the same choices again")
        parser.add_argument("--remove", action="store_true", help="remove all that this command made in the round")

    def handle(self, round, count, seed, remove, **options):
        page = find_round(round)
        try:
            self.remove(page) if remove else self.make(page, count, seed)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error

    def make(self, page, count, seed):
        """Make the voices and say how it goes."""
        started = time.monotonic()
        for made in make_voices(round=page, count=count, seed=seed):
            if made % EVERY == 0 and made < count:
                self.stdout.write(f"{made:,} …")
        took = time.monotonic() - started
        self.stdout.write(f"{count:,} made-up voices in {page.title}, in {took:.1f} seconds.")

    def remove(self, page):
        """Remove what was made."""
        self.stdout.write(f"{remove_made_voices(round=page):,} made-up voices removed from {page.title}.")


def find_round(words):
    """The round with a slug, or with plan/round. `words`: str. Raises CommandError when there is none, or several."""
    *plan, slug = words.strip("/").split("/")
    rounds = RoundPage.objects.filter(slug=slug)
    found = [page for page in rounds if not plan or page.get_parent().slug == plan[-1]]
    if len(found) == 1:
        return found[0]
    if not found:
        raise CommandError(f"There is no round {words}.")
    names = ", ".join(f"{page.get_parent().slug}/{page.slug}" for page in found)
    raise CommandError(f"There are {len(found)} such rounds. Name one of: {names}.")
