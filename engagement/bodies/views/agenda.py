"""The agenda of a meeting and its papers in the admin."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import cached_property

from engagement.people.staff import StaffDeed, StaffForm

from .. import flows
from ..meeting_forms import ItemForm, PaperForm, SendForm
from ..models import AgendaItem, MeetingPaper
from .meetings import OfMeeting

ITEM = ("number", "title", "plain", "standard", "picture")
PAPER = ("title", "item", "plain", "easy_read_file", "checked_by", "standard", "standard_file")


class WriteItem(OfMeeting, StaffForm):
    """Puts a thing on the agenda, or writes one anew."""

    form_class = ItemForm
    page_title = "On the agenda"

    @cached_property
    def item(self):
        if "item" not in self.kwargs:
            return None
        return get_object_or_404(AgendaItem.objects.select_related("meeting__body"), **self.which())

    def which(self):
        """Which item of this meeting it is. Returns a dict."""
        return {"pk": self.kwargs["item"], "meeting": self.meeting}

    def get_initial(self):
        return {name: getattr(self.item, name) for name in ITEM} if self.item else {}

    def run(self, form):
        return flows.write_item(meeting=self.meeting, item=self.item, by=self.request.user, **form.cleaned_data)


class RemoveItem(OfMeeting, StaffDeed):
    """Takes a thing off the agenda."""

    done = "Taken off the agenda."

    def run(self, request):
        flows.remove_item(item=get_object_or_404(self.meeting.agenda, pk=self.kwargs["item"]), by=request.user)


class OfPaper(OfMeeting):
    """What is done with one paper."""

    @cached_property
    def paper(self):
        found = MeetingPaper.objects.select_related("meeting__body")
        return get_object_or_404(found, pk=self.kwargs["paper"], meeting=self.meeting)


class WritePaper(OfPaper, StaffForm):
    """Writes down a paper, or writes one anew."""

    form_class = PaperForm
    page_title = "Paper for the meeting"
    done = "Saved. Nobody else can read it before it is sent."

    @cached_property
    def known(self):
        """The paper that is written anew, or None."""
        return self.paper if "paper" in self.kwargs else None

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"meeting": self.meeting}

    def get_initial(self):
        return {name: getattr(self.known, name) for name in PAPER} if self.known else {}

    def run(self, form):
        return flows.write_paper(meeting=self.meeting, paper=self.known, by=self.request.user, **form.cleaned_data)


class SendPaper(OfPaper, StaffForm):
    """Says when people got a paper, and lets them read it here."""

    form_class = SendForm
    page_title = "People have this paper"
    button = "People have this paper"
    done = "Saved. Everybody can read this paper now."

    def get_initial(self):
        return {"on": timezone.localdate()}

    def run(self, form):
        return flows.send_paper(paper=self.paper, by=self.request.user, **form.cleaned_data)


class RemovePaper(OfPaper, StaffDeed):
    """Takes out a paper that nobody has yet."""

    done = "The paper is taken out."

    def run(self, request):
        flows.remove_paper(paper=self.paper, by=request.user)
