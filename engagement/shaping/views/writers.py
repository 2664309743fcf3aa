"""Who wrote a draft with us: names by consent."""

from django.shortcuts import get_object_or_404
from django.urls import reverse

from engagement.people.staff import StaffDeed, StaffForm

from .. import flows
from ..forms import WriterForm
from .drafts import OfDraft


class Writers(OfDraft, StaffForm):
    """The people named as writers of a draft; one more can be named."""

    form_class = WriterForm
    template_name = "shaping/writers.html"
    page_title = "Writers"
    button = "Name this person"
    done = "The draft names and thanks this person."

    def run(self, form):
        return flows.add_writer(draft=self.draft, by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return reverse("drafts:writers", args=[self.draft.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(writers=self.draft.writers.select_related("recorded_by"), **kwargs)


class WriterGone(OfDraft, StaffDeed):
    """Takes a name away, on every page and paper."""

    done = "The name is gone."

    def run(self, request):
        writer = get_object_or_404(self.draft.writers, pk=self.kwargs["writer"])
        flows.take_back_writer(writer=writer, by=request.user)

    def back(self):
        return reverse("drafts:writers", args=[self.draft.pk])
