"""How a workshop is filled in: who was in the room as places, notes, and photos with consent."""

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface

from easyread.wording import errors_in_words
from easyread.writing.panel import Writing
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.voices.models import Voice

NAMES = "Write places in the room, never names: who it is for, how many there are, how many were filled."
CONSENT = (
    "Only photos whose people all said yes. On the last day they agreed to, or when somebody says no, the photo goes."
)
OTHER_PLAN = "This round is of another plan. Choose one of this plan."
NOT_ALL = "More places were filled than there are. Look at both numbers again."


class WorkshopForm(WagtailAdminModelForm):
    """A workshop with its places and photos."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plans = ProposalPage.objects.order_by("title").values_list("pk", "title")
        rounds = RoundPage.objects.order_by("title").values_list("pk", "title")
        groups = Voice.objects.filter(is_group=True).select_related("round").order_by("-given_at")[:200]
        told = [(voice.pk, f"{voice.round.title}, {voice.given_at:%-d %B %Y}") for voice in groups]
        for name, rows in (("proposal", plans), ("round", rounds), ("session", told)):
            self.fields[name].widget = forms.Select()
            self.fields[name].choices = [("", "---------"), *rows]

    def clean(self):
        cleaned = super().clean()
        plan, page = cleaned.get("proposal"), cleaned.get("round")
        if plan and page and not page.is_child_of(plan):
            self.add_error("round", OTHER_PLAN)
        for name in ("notes", "come_in"):
            for error in errors_in_words(cleaned.get(name) or ""):
                self.add_error(name, f"“{error.text}”: {error.message}")
        if self.instance.pk and "notes" in self.changed_data:
            self.instance.notes_read_on = None  # other words are read again before everybody sees them
        return cleaned


class PlaceForm(WagtailAdminModelForm):
    """One kind of place in the room."""

    def clean(self):
        cleaned = super().clean()
        places, filled = cleaned.get("places"), cleaned.get("filled")
        if places is not None and filled is not None and filled > places:
            self.add_error("filled", NOT_ALL)
        return cleaned


class Deeds(Panel):
    """What can be done with what is saved: its notes read, its photos taken away."""

    class BoundPanel(Panel.BoundPanel):
        """The panel for one workshop."""

        template_name = "shaping/workshop_deeds.html"

        def get_context_data(self, parent_context=None):
            photos = self.instance.photos.all() if self.instance.pk else []
            return super().get_context_data(parent_context) | {"photos": photos}


class FormRows(InlinePanel):
    """An InlinePanel whose rows have a form of their own. `row_form`: a form class."""

    def __init__(self, *args, row_form=WagtailAdminModelForm, **kwargs):
        super().__init__(*args, **kwargs)
        self.row_form = row_form

    def clone_kwargs(self):
        return super().clone_kwargs() | {"row_form": self.row_form}

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = self.row_form
        return options


EASY = ("title", "place", "come_in", "notes", "places.role", "places.for_whom", "photos.words")
PLACE = [FieldPanel(name) for name in ("role", "for_whom", "places", "filled", "lived_experience")]
PHOTO = [FieldPanel(name) for name in ("picture", "words", "consent_how", "consent_until")]
workshop_form = TabbedInterface(
    [
        ObjectList(
            [
                Writing(EASY, heading="While you write"),
                MultiFieldPanel([FieldPanel("proposal", heading="Plan"), FieldPanel("round")], "What it is about"),
                *(FieldPanel(name) for name in ("title", "held_on", "place", "come_in", "run_by", "present")),
                FieldPanel("session", heading="What the group said"),
            ],
            heading="The workshop",
        ),
        ObjectList(
            [
                HelpPanel(NAMES),
                FormRows("places", PLACE, heading="Places in the room", label="Place", row_form=PlaceForm),
            ],
            heading="In the room",
        ),
        ObjectList([FieldPanel("notes"), Deeds()], heading="Notes"),
        ObjectList(
            [HelpPanel(CONSENT), InlinePanel("photos", PHOTO, heading="Photos", label="Photo")], heading="Photos"
        ),
    ],
    base_form_class=WorkshopForm,
)
