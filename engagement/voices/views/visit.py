"""What one request of answering knows: the round, the person's unsent answers, and the version they read."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Site

from easyread.kept import kept
from engagement.polls.models import Question
from engagement.proposals.models import RoundPage
from engagement.proposals.reading import contact_of

from ..attached import answers_of, by_question
from ..flows.sending import LONG_TEXTS
from ..keys import key_of
from ..models import Voice, VoiceDraft
from ..permissions import may_answer
from .device import COOKIE, Device
from .helping import help_items

STANDARD = "standard"
OF_HELP = ("here", "one_page", "words_href")


class Visit(Device):
    """One request to a page of answering. `address`: str such as have-your-say/plan/round."""

    def __init__(self, request, address):
        self.request, self.address = request, address
        self.secret = request.COOKIES.get(COOKIE, "")[:200]
        self.standard = request.GET.get("words") == STANDARD

    def with_round(self, row):
        """A `row` (VoiceDraft or Voice) with its round. Returns the row."""
        rounds = RoundPage.objects.defer(*LONG_TEXTS)
        row.round = kept(self.request, ("round", row.round_id), lambda: rounds.get(pk=row.round_id))
        return row

    @cached_property
    def draft(self):
        """The person's unsent answers in this round, a VoiceDraft, or None."""
        if self.over:
            return self.with_round(self.over.support.draft)
        draft = self.of_this_device(VoiceDraft.objects.filter(key=key_of(self.secret)))
        return draft if draft and draft.round.url_path.endswith(f"/{self.address}/") else None

    @cached_property
    def voice(self):
        """What was sent from this device in this round, a Voice with its card, or None."""
        voice = self.of_this_device(Voice.objects.select_related("card").filter(draft_key=key_of(self.secret)))
        return voice if voice and voice.round.url_path.endswith(f"/{self.address}/") else None

    def of_this_device(self, rows):
        """The one of `rows` (queryset) with its round, or None when this device holds no secret."""
        row = rows.first() if self.secret else None
        return self.with_round(row) if row else None

    @cached_property
    def round(self):
        """The RoundPage. Raises Http404 when there is none at this address, or it was never shown to the public."""
        known = self.draft or self.voice
        page = known.round if known else self.round_at_address()
        page.address = f"/{self.address}/"
        return page

    def check_address(self):
        """Raises Http404 when there is no round at this address: that comes before anything else."""
        return self.round

    def round_at_address(self):
        """The live round at the address. Raises Http404."""

        def find():
            site = Site.find_for_request(self.request)
            rounds = RoundPage.objects.live().defer(*LONG_TEXTS)
            page = site and rounds.filter(url_path=f"{site.root_page.url_path}{self.address}/").first()
            if not page:
                raise Http404("There is no round at this address.")
            return page

        return kept(self.request, ("round at", self.request.get_host(), self.address), find)

    @property
    def is_open(self):
        """Whether this person may answer now: the round is open, or they were in the middle when it closed."""
        return may_answer(self.round, timezone.now(), self.draft)

    @cached_property
    def questions(self):
        """The questions of the person's draft in their order, ready to show. A list that never changes midway (Q11)."""
        rows = Question.objects.filter(round=self.draft.round_id).ready_to_show()
        key = ("questions", self.draft.round_id)
        by_id = kept(self.request, key, lambda: {row.pk: row for row in rows})
        asked = self.over.question_ids if self.over else self.draft.question_ids
        return [by_id[pk] for pk in asked if pk in by_id]

    @cached_property
    def attached(self):
        """The pictures and sounds of the person's draft: a dict of question id to list of Attachment."""
        return by_question(self.draft, self.answers)

    @cached_property
    def answers(self):
        """What was given so far: a dict of question id to DraftAnswer, each with `attached`."""
        return answers_of(self.draft)

    def link(self, name, *args, standard=None, **query):
        """The address of a page of answering, keeping the version that is read. Returns str."""
        query["words"] = STANDARD if (self.standard if standard is None else standard) else None
        return reverse(name, args=[self.address, *args], query={k: v for k, v in query.items() if v})

    def go(self, name, *args, **query):
        """A redirect to a page of answering, so that a reload sends nothing twice. Returns HttpResponse."""
        return redirect(self.link(name, *args, **query))

    def words_of(self, row):
        """The words of a Question or Choice in the version that is read. Returns str."""
        return (self.standard and row.standard_text) or row.text

    def show(self, template, status=200, **context):
        """A page of answering. `template`: its name here, or its whole name in another room. Returns HttpResponse."""
        plan = self.round.proposal
        shared = {
            "visit": self,
            "page": self.round,
            "is_example": self.round.is_example,
            "contact": contact_of(plan) if plan else None,
            "standard": self.standard,
            "start_href": self.link("answer"),
            "card_href": self.link("answer_done"),
            "help_items": help_items(self, **{name: context[name] for name in OF_HELP if name in context}),
        }
        template = template if template.endswith(".html") else f"voices/{template}.html"
        return render(self.request, template, shared | context, status=status)

    def lost(self, words=""):
        """What a person sees whose answers are not on this device. What they typed stands there to be copied."""
        if self.voice:
            return self.go("answer_done")
        return self.go("answer") if self.request.method == "GET" else self.show("lost", status=409, words=words)
