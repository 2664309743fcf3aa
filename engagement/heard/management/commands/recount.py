"""Counts every closed round and every published theme again, and compares that with the counts that are kept (6.5)."""

from django.core.management.base import BaseCommand, CommandError

from engagement.heard.flows import keep_idea_counts, keep_theme_counts
from engagement.heard.recounting import wrong_ideas, wrong_in_round, wrong_themes
from engagement.proposals.models import RoundPage
from engagement.voices.flows import keep_counts


class Command(BaseCommand):
    help = "Counts closed rounds and published themes again from their rows, and says where the kept counts differ."

    def add_arguments(self, parser):
        parser.add_argument("--mend", action="store_true", help="keep the new counts where the kept ones differ")

    def handle(self, *, mend, **options):
        rounds = RoundPage.objects.filter(closing_counts__cells__isnull=False).select_related("closing_counts")
        rounds = rounds.defer("easy_read", "standard", "questions")
        wrong = [round for round in rounds.order_by("pk") if not self.is_right(round, mend)]
        if wrong and not mend:
            raise CommandError(f"{len(wrong)} rounds have counts that their rows do not give. Run it with --mend.")

    def is_right(self, round, mend):
        """Compare one round, tell what differs, and mend it when asked to. Returns bool: whether nothing differs."""
        cells, themes, ideas = wrong_in_round(round), wrong_themes(round), wrong_ideas(round)
        for what, kept, counted in [*cells, *themes, *ideas]:
            self.stdout.write(f"{round.title}: {what} is kept as {kept}, and its rows give {counted}.")
        if mend and cells:
            keep_counts(round=round, again=True)
        if mend and themes:
            keep_theme_counts(round=round)
        if mend and ideas:
            keep_idea_counts(round=round)
        if not (cells or themes or ideas):
            self.stdout.write(f"{round.title}: {round.closing_counts.voices} voices, as the rows say.")
        return not (cells or themes or ideas)
