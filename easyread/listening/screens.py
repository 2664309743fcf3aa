"""Staff screens for what people read aloud: the list, adding one, and taking one away."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import View

from ..media import waiting
from ..media.limits import MOST_BYTES, MOST_SECONDS, READING
from ..models import SpokenSentence
from ..screens.frame import Allowed, FormScreen, Screen
from . import flows
from .forms import ReadingForm

PER_PAGE = 25
ADDED = "Everybody hears this person now when they press Listen."
WAITS = "We have the recording. We are getting it ready. It takes a few seconds."
ENDED = "Nobody can hear this recording any more. Its file is gone."


class Readings:
    """Screens for those who may change what people read aloud."""

    header_icon = "media"

    def allowed(self, user):
        return user.has_perm(flows.RIGHT)

    def above(self):
        return [(reverse("readings:index"), "Read aloud by people")]


class ReadingList(Readings, Screen):
    """Every recording, the newest first."""

    template_name = "easyread/admin/readings.html"
    page_title = "Read aloud by people"

    def above(self):
        return []

    def get_context_data(self, **kwargs):
        page = Paginator(SpokenSentence.objects.all(), PER_PAGE).get_page(self.request.GET.get("page"))
        ask_again(page)
        return super().get_context_data(page=page, **kwargs)


class Recording(Readings, FormScreen):
    """A screen on which one sentence is recorded, or its sound is brought in."""

    template_name = "easyread/admin/reading.html"

    def sentence(self):
        """What is kept with the recording beside the form's own values, as a dict."""
        return {}

    def run(self, form):
        values = {name: value for name, value in form.cleaned_data.items() if name != "agreed"}
        reading = flows.keep_reading(by=self.request.user, **values, **self.sentence())
        return WAITS if reading.waiting else ADDED

    def get_context_data(self, **kwargs):
        limits = {"most_bytes": MOST_BYTES[READING], "most_seconds": MOST_SECONDS[READING]}
        return super().get_context_data(**limits, **kwargs)


class AddReading(Recording):
    """Add a person's recording of one sentence, which is copied from anywhere."""

    page_title = "Add a recording"
    form_class = ReadingForm

    def get_initial(self):
        return super().get_initial() | {"text": self.request.GET.get("text", "")}

    def get_success_url(self):
        return reverse("readings:index")

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=self.get_success_url(), **kwargs)


class EndReading(Readings, Allowed, View):
    """Take one recording away: the person agrees no longer."""

    http_method_names = ["post"]

    def post(self, request, pk):
        flows.end_reading(reading=get_object_or_404(SpokenSentence, pk=pk), by=request.user)
        messages.success(request, ENDED)
        back = request.POST.get("back", "")
        is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
        return redirect(back if is_ours else "readings:index")


def ask_again(rows):
    """Ask the worker again for each of `rows` (SpokenSentence) that still waits, in case it was killed."""
    for row in rows:
        waiting.ask_for(row)
