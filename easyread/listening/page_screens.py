"""Staff screens that go through a page sentence by sentence, for a person who reads it aloud."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages

from ..models import SpokenSentence
from ..screens.frame import Screen
from . import pages
from .forms import SentenceForm
from .screens import PER_PAGE, Readings, Recording, ask_again

PER_LIST = 50  # sentences
GONE = "This sentence is not on the page any more. Choose another one."
ALL_READ = "Every sentence of this page has a recording now."
LAST_VALUES = ("agreed_on", "ends_on", "speaker")


class OfPages(Readings):
    """What these screens share: the pages, and the way to them."""

    def above(self):
        return [*super().above(), (reverse("readings:pages"), "Pages to record")]


class PageList(Readings, Screen):
    """The pages with sentences that a person can read."""

    template_name = "easyread/admin/reading_pages.html"
    page_title = "Pages to record"

    def get_context_data(self, **kwargs):
        wanted = " ".join(self.request.GET.get("q", "").split())[:100]
        found = pages.pages_for(self.request.user).filter(title__icontains=wanted)
        page = Paginator(found, PER_PAGE).get_page(self.request.GET.get("page"))
        pages.count_readings(page.object_list)
        base = f"?{urlencode({'q': wanted})}&page="
        return super().get_context_data(page=page, wanted=wanted, base=base, **kwargs)


class OfPage(OfPages):
    """One page in its newest version, and what is read on it."""

    @cached_property
    def page(self):
        row = get_object_or_404(pages.pages_for(self.request.user), pk=self.kwargs["pk"])
        return row.get_latest_revision_as_object()

    @cached_property
    def reading(self):
        return pages.reading_of(self.page)

    def list_address(self):
        return reverse("readings:page", args=[self.page.pk])

    def sentence_address(self, sentence):
        """Where a `sentence` (PageSentence or None) is recorded (str); the list when there is none."""
        return reverse("readings:sentence", args=[self.page.pk, sentence.key]) if sentence else self.list_address()


class PageSentences(OfPage, Screen):
    """Every sentence of a page that Listen reads, in order, and who reads it."""

    template_name = "easyread/admin/reading_page.html"

    def get_page_title(self):
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs):
        shown = Paginator(self.reading.sentences, PER_LIST).get_page(self.request.GET.get("page"))
        ask_again([one.coming for one in shown if one.coming])
        return super().get_context_data(
            page=self.page, reading=self.reading, shown=shown, next=self.reading.next_missing(), **kwargs
        )


class RecordSentence(OfPage, Recording):
    """Record one sentence of a page, then the next one that nobody reads yet."""

    template_name = "easyread/admin/reading_sentence.html"
    page_title = "Record a sentence"
    form_class = SentenceForm

    def dispatch(self, request, *args, **kwargs):
        if self.allowed(request.user) and self.wanted is None:
            messages.warning(request, GONE)
            return redirect(self.list_address())
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def wanted(self):
        return self.reading.find(self.kwargs["key"])

    def above(self):
        return [*super().above(), (self.list_address(), self.page.get_admin_display_title())]

    def get_initial(self):
        """What the last person on this page agreed to; the tick itself is asked anew each time (P7)."""
        mine = SpokenSentence.objects.filter(page_id=self.page.pk, added_by=self.request.user)
        return super().get_initial() | (mine.values(*LAST_VALUES).first() or {})

    def sentence(self):
        return {"text": self.wanted.text, "page": self.page.page_ptr, "part": self.wanted.part}

    def told(self):
        read = pages.reading_of(self.page)
        done = f"{read.read()} of {len(read.sentences)} sentences have a recording."
        return f"{self.made} {done}" if read.next_missing() else f"{self.made} {ALL_READ}"

    def get_success_url(self):
        return self.sentence_address(self.reading.next_missing(self.wanted.number))

    def get_context_data(self, **kwargs):
        skip = self.sentence_address(self.reading.next_missing(self.wanted.number))
        words = {"sentence": self.wanted, "reading": self.reading, "page": self.page}
        return super().get_context_data(**words, skip=skip, back=self.list_address(), **kwargs)
