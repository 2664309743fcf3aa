"""A round: one time of asking in a proposal."""

import uuid

from django.db import models, transaction
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.models import PageManager

from easyread.blocks import lines
from easyread.checking import NOT_CHECKED, MayNotGoLive, is_checked
from easyread.fields import LightStreamField
from easyread.models import EasyReadPage

from ..blocks import QuestionBlocks
from ..fixed import kept_of, reasons_not_to_take
from ..forms import RoundForm
from ..gates import reasons_not_to_open
from ..reading import round_reading
from ..round_panels import DATE_PANELS, QUESTION_PANELS
from ..slugs import refuse_reserved
from .closing import ClosingMoved
from .days import RoundDays, RoundQuerySet
from .proposals import ProposalPage, merged_context

LEAST_DEPTH = 5  # root, home, all plans, a plan, its round: one that stands higher belongs to no plan
QUESTIONS = "questions"  # the preview that shows them as people will answer them

PRACTICE = "1 question before the first one, to try out the buttons. It is not counted, and nothing of it is kept."
TRAP = "A box that people do not see. Who fills it in is a machine, and cannot start."
FAST = (
    "Answers that come faster than a person can press are held back once. Nothing is lost: pressing again sends them."
)
LIMIT = "Only so many can start in 1 hour from 1 place. A day centre with 100 people passes."


class RoundPage(RoundDays, EasyReadPage):
    """One time of asking: Easy Read, questions, dates, and what people can change."""

    class Kind(models.TextChoices):
        WHAT_MATTERS = "what_matters", "What matters?"
        MAKE_TOGETHER = "make_together", "Make it together"
        HAVE_YOUR_SAY = "have_your_say", "Have your say"
        TELL_US = "tell_us", "Tell us something"

    class Promise(models.TextChoices):
        TELL = "tell", "We are telling you"
        ASK = "ask", "We ask what you think"
        TOGETHER = "together", "We make it together"
        DECIDE = "decide", "You decide"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.HAVE_YOUR_SAY)
    promise = models.CharField(max_length=10, choices=Promise.choices, help_text="What people can change.")
    promise_words = models.TextField(blank=True, help_text="The promise in one or two Easy Read sentences.")
    opens_on = models.DateField()
    closes_on = models.DateField(null=True, blank=True, help_text="The last day. Empty: always open.")
    minutes = models.PositiveSmallIntegerField(default=10, help_text="About how many minutes it takes (Q11).")
    short_reason = models.TextField(blank=True, help_text="Why people have less than 12 weeks. Everybody can read it.")
    partners_said = models.TextField(blank=True, help_text="What partners have already said they want. Easy Read.")
    small_round = models.BooleanField(default=False, help_text="Hide even the totals: very few people take part.")
    may_share = models.TextField(blank=True, help_text="Which words we may have to tell others, and whom (3.6).")
    made_up = models.BooleanField(default=False, editable=False)  # an example that stands by itself, without a plan
    has_practice = models.BooleanField("A practice question", default=True, help_text=PRACTICE)
    # What holds back machines, without a puzzle for people (Q9). Each can be switched off for one round.
    sets_trap = models.BooleanField("A hidden box", default=True, help_text=TRAP)
    holds_back_fast = models.BooleanField("Not faster than a person", default=True, help_text=FAST)
    limits_starts = models.BooleanField("A limit for one place", default=True, help_text=LIMIT)
    questions = LightStreamField(QuestionBlocks(), blank=True)

    objects = PageManager.from_queryset(RoundQuerySet)()

    content_panels = [
        *EasyReadPage.content_panels,
        FieldPanel("partners_said", heading="What partners said they want"),
    ]
    parent_page_types = ["proposals.ProposalPage", "home.HomePage"]
    subpage_types = []
    template = "proposals/round_page.html"
    versions = ()  # the trail has their addresses
    standard_template = "proposals/round_standard.html"
    base_form_class = RoundForm
    preview_modes = [("", "The page"), (QUESTIONS, "The questions"), ("standard", "Standard version")]
    opens = True  # people answer on it, so nobody takes it past the checkers
    easy_fields = ("title", "promise_words", "partners_said", "short_reason", "may_share")
    easy_streams = ("easy_read", "questions")
    exclude_fields_in_copy = ["public_id", "cleared_on", "formats_live_on", "about_draft", "made_up"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_on=None) | models.Q(closes_on__gte=models.F("opens_on")),
                name="proposals_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=models.Q(promise__in=["tell", "ask", "together", "decide"]), name="proposals_has_a_promise"
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        refuse_reserved(self.slug)

    @cached_property
    def proposal(self):
        """The plan it belongs to, a ProposalPage; None for a round that stands by itself (Tell us something).

        It also knows whether the last day of this round `has_moved`, so that most pages need not ask (F2).
        """
        if self.depth and self.depth < LEAST_DEPTH:
            return None
        moved = models.Exists(ClosingMoved.objects.filter(round=self.pk))
        plans = ProposalPage.objects.parent_of(self).select_related(*ProposalPage.shown_with)
        return plans.annotate(has_moved=moved).first()

    @property
    def is_example(self):
        """Whether it was made up, for showing the site."""
        return self.made_up or bool(self.proposal and self.proposal.is_example)

    @property
    def is_always_open(self):
        """Whether it is *Tell us something*: about no plan, and without a last day."""
        return self.kind == self.Kind.TELL_US

    @property
    def practises(self):
        """Whether a practice question comes first (Q2). Never in *Tell us something*: who has a problem says it."""
        return self.has_practice and not self.is_always_open

    def lines_of(self, name):
        """The sentences of one of its texts. `name`: the field's name (str). Returns a list of str."""
        return lines(getattr(self, name))

    def row(self):
        """This round as the database has it now, without its long texts; None for one that was never saved."""
        return RoundPage.objects.filter(pk=self.pk).defer("easy_read", "standard").first()

    def with_content_json(self, content):
        """As Wagtail's, but what happened to the round stays, whatever a version says of it."""
        page, row = super().with_content_json(content), self.row()
        if row:
            for name in ("public_id", "cleared_on", "formats_live_on", "about_draft", "made_up", *kept_of(row)):
                setattr(page, name, getattr(row, name))
        return page

    def reasons_not_to_go_live(self, revision):
        """Why it cannot go live with `revision` (Revision or None): every gate, for one that was never open (3.13)."""
        row = self.row()
        if revision and str(revision.object_id) != str(self.pk):  # a copy that still holds its original's version
            revision = None
        if row and row.has_opened:
            return [] if is_checked(revision) else [NOT_CHECKED]
        return reasons_not_to_open(revision.as_object() if revision else self, revision)

    @transaction.atomic
    def publish(self, revision, *args, **kwargs):
        """As Wagtail's. Raises MayNotGoLive with one sentence for each thing that stands in the way."""
        row = RoundPage.objects.select_for_update(of=("self",)).get(pk=self.pk)
        if reasons := reasons_not_to_take(row, revision, is_checked=is_checked(revision)):
            raise MayNotGoLive(reasons)
        return super().publish(revision, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.standard_context(request)

    def serve_preview(self, request, mode_name):
        """As every page's; the questions are shown by the room in which people answer them."""
        if mode_name == QUESTIONS:
            for show in hooks.get_hooks("preview_questions"):
                return show(self, request)
        return super().serve_preview(request, mode_name)

    def standard_context(self, request):
        return round_reading(self) | merged_context("round_context", self, request)


RoundPage.edit_handler = RoundPage.tabs(
    ObjectList(QUESTION_PANELS, heading="Questions"),
    ObjectList(DATE_PANELS, heading="Dates and promise"),
)
