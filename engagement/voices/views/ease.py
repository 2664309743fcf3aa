"""Whether people found a round easy, and which of its pages were hard: for those who write and check it."""

from django.db.models import Case, F, IntegerField, Sum, When
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from engagement.people.staff import StaffScreen
from engagement.proposals.models import RoundPage

from ..flows.sending import LONG_TEXTS
from ..models import EaseCount

How = EaseCount.How
MOST_ROUNDS = 100


class ForEditors:
    """What is shown to those who write questions and to those who check them."""

    header_icon = "help"

    def allowed(self, user):
        return user.has_perm("voices.see_ease")


def said(*ways):
    """How many people said one of `ways` (EaseCount.How), as an aggregate over the counts of a round."""
    one = Case(When(ease_counts__how__in=ways, then=F("ease_counts__count")), default=0, output_field=IntegerField())
    return Sum(one)


class EaseRounds(ForEditors, StaffScreen):
    """The rounds of which people said how easy they were, the newest first."""

    template_name = "voices/ease_rounds.html"
    page_title = "Easy or hard"

    def get_context_data(self, **kwargs):
        rounds = RoundPage.objects.filter(ease_counts__isnull=False).defer(*LONG_TEXTS)
        rounds = rounds.annotate(people=said(*How.values), easy=said(How.EASY), hard=said(How.SOME, How.HARD))
        return super().get_context_data(rounds=rounds.order_by("-opens_on", "title")[:MOST_ROUNDS], **kwargs)


class EaseOfRound(ForEditors, StaffScreen):
    """What people said of one round, and what was hard, the hardest first."""

    template_name = "voices/ease_round.html"

    @cached_property
    def round(self):
        return get_object_or_404(RoundPage.objects.defer(*LONG_TEXTS), pk=self.kwargs["pk"])

    def get_page_title(self):
        return f"Easy or hard: {self.round.title}"

    def above(self):
        return [(reverse("ease:index"), "Easy or hard")]

    def get_context_data(self, **kwargs):
        counts = list(EaseCount.objects.filter(round=self.round).select_related("question").order_by("-count", "pk"))
        by_how = {row.how: row.count for row in counts if row.how}
        return super().get_context_data(
            how=[(label, by_how.get(value, 0)) for value, label in How.choices],
            hard=[row for row in counts if not row.how],
            **kwargs,
        )
