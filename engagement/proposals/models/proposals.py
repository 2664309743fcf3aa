"""A proposal: what is being shaped and decided, who asks, who will decide and when."""

import uuid

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.models import Page

from easyread.blocks import ONE_A_LINE, lines
from easyread.checking import MayNotGoLive
from easyread.models import EasyReadPage, QuickToServe
from easyread.writing.panel import Writing

from ..fixed import reasons_not_to_take_plan
from ..forms import CANNOT_DECIDE, PlanForm
from ..reading import plan_reading
from ..slugs import refuse_reserved

REASONS = {
    "why": "Why this plan?",
    "other_choices": "What else could be done?",
    "bad_points": "What may be bad about it?",
    "cost": "What does it cost?",
}

CONTACTS = {
    "contact_name": "Who can people ask?",
    "contact_phone": "Phone number",
    "contact_email": "Email address",
    "contact_address": "Postal address",
}


def merged_context(hook, page, request):
    """What rooms to the left add to a page: the dicts returned by every `hook` (str), merged. Returns dict."""
    context = {}
    for give in hooks.get_hooks(hook):
        context.update(give(page, request))
    return context


class ProposalsPage(QuickToServe, Page):
    """Have your say: every plan, by whether it is open, coming or past."""

    intro = models.TextField(blank=True, help_text="One sentence on each line.")

    content_panels = [
        Writing(["title", "intro"], heading="While you write"),
        *Page.content_panels,
        FieldPanel("intro"),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["proposals.ProposalPage"]
    max_count = 1
    template = "proposals/proposals_page.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["back"] = [{"href": "/", "text": "the home page"}]
        return context | merged_context("proposals_context", self, request)


class ProposalPage(EasyReadPage):
    """A plan. It belongs to the body that asks and names the body that will decide."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    summary = models.CharField(max_length=200, help_text="The plan in one Easy Read sentence.")
    asked_by = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="asks")
    decided_by = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="will_decide")
    decide_on = models.DateField(null=True, blank=True, help_text="When the body will decide.")
    why = models.TextField(blank=True, help_text="Why this plan. One Easy Read sentence on each line (T8).")
    other_choices = models.TextField(blank=True, help_text="What else could be done (3.13). One sentence a line.")
    bad_points = models.TextField(blank=True, help_text="What may be bad about it (T8). One sentence a line.")
    cost = models.TextField(blank=True, help_text="What it costs (T8). One sentence a line.")
    legal_duty = models.TextField(blank=True, help_text="The law that says people must be asked (3.12).")
    duty_looked_at_by = models.CharField(max_length=120, blank=True, help_text="Who looked at this law (3.12). A role.")
    duty_looked_at_on = models.DateField(null=True, blank=True, help_text="On which day they looked at it (3.12).")
    contact_name = models.CharField(max_length=120, blank=True, help_text="A role or a team.")
    contact_phone = models.CharField(max_length=40, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_address = models.CharField(max_length=255, blank=True)
    is_example = models.BooleanField(default=False, help_text="Made up, for showing the site.")
    place_on_home = models.PositiveSmallIntegerField(default=100, help_text="1 comes first on the home page.")

    content_panels = [
        *EasyReadPage.content_panels[:2],
        FieldPanel("summary"),
        *EasyReadPage.content_panels[2:],
        *(FieldPanel(name, heading=heading, help_text=ONE_A_LINE) for name, heading in REASONS.items()),
    ]
    who_panels = [
        MultiFieldPanel(
            [
                FieldPanel("asked_by", heading="Which body asks?"),
                FieldPanel("decided_by", heading="Which body will decide?"),
                FieldPanel("decide_on", heading="On which day will it decide?"),
                FieldPanel("legal_duty", heading="Which law says that people must be asked?", help_text=ONE_A_LINE),
                FieldPanel("duty_looked_at_by", heading="Who looked at this law?", help_text="A role or a team."),
                FieldPanel("duty_looked_at_on", heading="On which day?", help_text="On which day they looked at it."),
            ],
            "Who decides",
        ),
        MultiFieldPanel([FieldPanel(name, heading=heading) for name, heading in CONTACTS.items()], "Who to ask"),
        FieldPanel("place_on_home", heading="Its place on the home page"),
    ]
    parent_page_types = ["proposals.ProposalsPage"]
    versions = ()  # the trail has their addresses
    subpage_types = ["proposals.RoundPage"]
    template = "proposals/proposal_page.html"

    standard_template = "proposals/proposal_standard.html"
    easy_fields = ("title", "summary", *REASONS, "legal_duty")
    exclude_fields_in_copy = ["public_id"]
    shown_with = ("picture", "asked_by__picture", "decided_by__picture")
    base_form_class = PlanForm

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        refuse_reserved(self.slug)
        if self.decided_by_id and not self.decided_by.can_decide:
            raise ValidationError({"decided_by": CANNOT_DECIDE})

    @cached_property
    def rounds(self):
        """Its live rounds, by the day they open, as a list."""
        rounds = apps.get_model("proposals", "RoundPage")
        return list(rounds.objects.child_of(self).live().order_by("opens_on", "pk"))

    def cleared_rounds(self):
        """Its rounds of which people were told who decides: those that were cleared. A queryset of RoundPage."""
        rounds = apps.get_model("proposals", "RoundPage").objects
        return rounds.child_of(self).filter(cleared_on__isnull=False) if self.pk else rounds.none()

    def with_content_json(self, content):
        """As Wagtail's, but its id stays, and once people were told who decides, so does the body that decides."""
        page, row = super().with_content_json(content), ProposalPage.objects.filter(pk=self.pk).first()
        if row:
            page.public_id = row.public_id
            if row.cleared_rounds().exists():
                page.decided_by_id = row.decided_by_id
        return page

    @transaction.atomic
    def publish(self, revision, *args, **kwargs):
        """As Wagtail's. Raises MayNotGoLive when it takes something away that people were told in an open round."""
        row = ProposalPage.objects.select_for_update(of=("self",)).get(pk=self.pk)
        if reasons := reasons_not_to_take_plan(row, revision, list(row.cleared_rounds())):
            raise MayNotGoLive(reasons)
        return super().publish(revision, *args, **kwargs)

    def lines_of(self, name):
        """The sentences of one of its texts. `name`: the field's name (str). Returns a list of str."""
        return lines(getattr(self, name))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | plan_reading(self) | merged_context("plan_context", self, request)

    def standard_context(self, request):
        return plan_reading(self)


ProposalPage.edit_handler = ProposalPage.tabs(ObjectList(ProposalPage.who_panels, heading="Who decides"))
