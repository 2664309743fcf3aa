"""What happened to a plan so far: its rounds, drafts and decisions, each read once (F2)."""

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from engagement.decisions.felt import asked_until
from engagement.decisions.models import Action, Decision, Update
from engagement.proposals.models import RoundPage
from engagement.shaping.models import Draft, Workshop
from engagement.shaping.rounds import is_talk

from .felt_rows import with_felt

ENDED = (Update.State.DONE, Update.State.STOPPED)


class Story:
    """One plan's story. `proposal`: a ProposalPage. `felt`: whether what people felt is told as well."""

    def __init__(self, proposal, *, felt=False):
        self.proposal, self.felt = proposal, felt
        self.today = timezone.localdate()

    @cached_property
    def rounds(self):
        """Its live rounds by the day they open, as a list; each knows its plan and its address."""
        if self.proposal.pk is None:  # a plan that is being written, seen in its preview
            return []
        rounds = RoundPage.objects.child_of(self.proposal).live().defer("easy_read", "standard", "questions")
        if self.felt and (until := asked_until(self.decisions)) and until < self.today:
            rounds = with_felt(rounds)
        found = list(rounds.select_related("what_we_heard").order_by("opens_on", "pk"))
        for page in found:
            page.proposal = self.proposal
            page.address = f"{self.proposal.address}{page.slug}/"
        return found

    @cached_property
    def drafts(self):
        """Its drafts that everyone can see, first to last, as a list; each with `changes_made` (int)."""
        if self.proposal.pk is None:
            return []
        drafts = Draft.objects.published().filter(proposal=self.proposal).select_related("approved_by")
        return list(drafts.annotate(changes_made=Count("changes", filter=Q(changes__taken=True))))

    @cached_property
    def decisions(self):
        """Its published decisions, newest first, as a list; each says whether it `has_late` and `has_open` actions."""
        if self.proposal.pk is None:
            return []
        actions = Action.objects.filter(decision=OuterRef("pk"))
        found = list(
            Decision.objects.published()
            .filter(proposal=self.proposal)
            .select_related("meeting__body__picture", "next_body")
            .with_newer()
            .annotate(
                has_late=Exists(actions.late_on(self.today)),
                has_open=Exists(actions.exclude(updates__state__in=ENDED)),
            )
        )
        for decision in found:
            decision.proposal = self.proposal
        return found

    @cached_property
    def has_workshops(self):
        """Whether there was, or will be, a workshop about it. Returns bool."""
        return self.proposal.pk is not None and Workshop.objects.filter(proposal=self.proposal).exists()

    @property
    def talk(self):
        """The open round in which people can say something about the last draft (RoundPage), or None."""
        return next((page for page in reversed(self.rounds) if is_talk(page)), None)

    def rounds_at(self, stage):
        """Its rounds that stand at `stage` ("before", "open" or "closed"), as a list."""
        return [page for page in self.rounds if page.stage == stage]

    @property
    def heard(self):
        """Its rounds of which we published what we heard, as a list."""
        return [page for page in self.rounds if what_was_heard(page)]


def what_was_heard(page):
    """The published account of a round (RoundPage), or None while there is none."""
    account = getattr(page, "what_we_heard", None)
    return account if account and account.published_at else None
