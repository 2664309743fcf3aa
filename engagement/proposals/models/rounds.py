"""A round: one time of asking in a proposal."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from easyread.blocks import lines
from easyread.fields import LightStreamField
from easyread.models import EasyReadPage

from ..blocks import QuestionBlocks
from ..forms import RoundForm
from ..reading import round_reading
from ..slugs import refuse_reserved
from .proposals import ProposalPage, merged_context


class RoundQuerySet(PageQuerySet):
    """Rounds by where they stand on a day."""

    def open_on(self, day):
        """Live rounds that people can answer on `day` (date): opened, and not past their last day."""
        closing = models.Q(closes_on__gte=day) | models.Q(closes_on=None)
        return self.live().filter(closing, opens_on__lte=day)

    def coming_on(self, day):
        """Live rounds that open after `day` (date)."""
        return self.live().filter(opens_on__gt=day)

    def closed_on(self, day):
        """Live rounds whose last day was before `day` (date)."""
        return self.live().filter(closes_on__lt=day)


class RoundPage(EasyReadPage):
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
    partners_said = models.TextField(blank=True, help_text="What partners have already said they want. Easy Read.")
    small_round = models.BooleanField(default=False, help_text="Hide even the totals: very few people take part.")
    questions = LightStreamField(QuestionBlocks(), blank=True)

    objects = PageManager.from_queryset(RoundQuerySet)()

    content_panels = [
        *EasyReadPage.content_panels,
        FieldPanel("partners_said"),
    ]
    question_panels = [FieldPanel("questions")]
    date_panels = [
        # What the database always needs is asked for in a draft as well.
        MultiFieldPanel(
            [
                FieldPanel("kind", required_on_save=True),
                FieldPanel("promise", required_on_save=True),
                FieldPanel("promise_words"),
            ],
            "What kind of round",
        ),
        MultiFieldPanel(
            [
                FieldPanel("opens_on", required_on_save=True),
                FieldPanel("closes_on"),
                FieldPanel("minutes", required_on_save=True, help_text="About how many minutes it takes."),
                FieldPanel("small_round"),
            ],
            "When",
        ),
    ]
    parent_page_types = ["proposals.ProposalPage", "home.HomePage"]
    subpage_types = []
    template = "proposals/round_page.html"
    standard_template = "proposals/round_standard.html"
    base_form_class = RoundForm

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
        """The plan it belongs to, a ProposalPage; None for a round that stands by itself (Tell us something)."""
        return ProposalPage.objects.parent_of(self).select_related(*ProposalPage.shown_with).first()

    @property
    def stage(self):
        """Where it stands today: "before", "open" or "closed". The closing day itself is still open."""
        today = timezone.localdate()
        if not self.live or today < self.opens_on:
            return "before"
        if self.closes_on and today > self.closes_on:
            return "closed"
        return "open"

    @property
    def is_open(self):
        """Whether people can answer today."""
        return self.stage == "open"

    @property
    def is_example(self):
        """Whether it was made up, for showing the site."""
        return bool(self.proposal and self.proposal.is_example)

    def lines_of(self, name):
        """The sentences of one of its texts. `name`: the field's name (str). Returns a list of str."""
        return lines(getattr(self, name))

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.standard_context(request)

    def standard_context(self, request):
        return round_reading(self) | merged_context("round_context", self, request)


RoundPage.edit_handler = RoundPage.tabs(
    ObjectList(RoundPage.question_panels, heading="Questions"),
    ObjectList(RoundPage.date_panels, heading="Dates and promise"),
)
