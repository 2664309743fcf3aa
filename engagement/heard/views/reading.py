"""Reading what people said: every answer with words, oldest first."""

from django.db.models import Exists, F, OuterRef
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from engagement.people.staff import StaffDeed, StaffForm, StaffScreen
from engagement.proposals.models import RoundPage
from engagement.voices.flows import add_worry_word, raise_concern, remove_worry_word
from engagement.voices.models import Answer, Voice, WorryWord
from engagement.voices.models.groups import KINDS
from engagement.voices.words_that_worry import words_of_the_file

from .. import flows, in_time, reports
from ..forms import ReadingForm, WorriedForm, WorryWordForm
from ..paging import LongPaginator, WorriesFirst
from ..permissions import may_read

ABOUT = (
    "worrying",
    "provenance",
    "words",
    "summary",
    "attached",
    "given_at",
    "number",
    "question__text",
    "question__kind",
    "question__unit",
    "voice__provenance",
    "voice__channel",
    "voice__speaking",
    "voice__is_group",
    "voice__people_present",
    "voice__is_example",
    "voice__taken_back_at",
    "voice__round__title",
    "voice__round__kind",
    *(f"voice__support__{name}" for name in ("told", "explained", "showed", "agreed", "seen_by", "how_sure", "stands")),
    "voice__support__organisation__plain_name",
    "provenance",
    "agreed",
    *(
        f"voice__group_session__{name}"
        for name in ("held_on", "place", "facilitator", "present", "stands", *dict(KINDS))
    ),
    "voice__group_session__organisation__plain_name",
)
JOINED = (
    "question",
    "voice__round",
    "voice__support__organisation",
    "voice__group_session__organisation",
)


def listed(answers):
    """`answers` (queryset of Answer) with all a list shows of them, and no more (F2)."""
    return answers.select_related(*JOINED).only(*ABOUT).prefetch_related("attachments", "chosen__choice")


def with_voices(rounds):
    """Those of `rounds` (queryset of RoundPage) in which somebody said something."""
    return rounds.filter(Exists(Voice.objects.filter(round=OuterRef("pk")).order_by()))


class Reads:
    """Screens for those who may read what people said."""

    header_icon = "view"

    def allowed(self, user):
        return may_read(user)

    def above(self):
        return [(reverse("reading:queue"), "Read what people said")]


class Queue(Reads, StaffScreen):
    """Every answer that nobody has read, oldest first, with its age; or those that were read, newest first."""

    template_name = "heard/queue.html"
    page_title = "Read what people said"

    def above(self):
        return []

    @cached_property
    def shows_read(self):
        return self.request.GET.get("show") == "read"

    @cached_property
    def shows_late(self):
        return self.request.GET.get("show") == "late"

    @cached_property
    def round_pk(self):
        given = self.request.GET.get("round", "")
        return int(given) if given.isascii() and given.isdigit() and len(given) < 18 else None

    def answers(self):
        if self.shows_read:
            return listed(reports.read(self.round_pk).order_by("-given_at", "-pk"))
        if self.shows_late:
            return listed(in_time.late())
        return WorriesFirst(listed(reports.unread(self.round_pk)))

    def get_context_data(self, **kwargs):
        page = LongPaginator(self.answers()).get_page(self.request.GET.get("page"))
        today = timezone.localdate()
        for answer in page:
            answer.days = (today - timezone.localdate(answer.given_at)).days
        in_time.due_days(page)
        counts = reports.waiting_by_round()
        rounds = with_voices(RoundPage.objects.order_by("title")).values("pk", "title")
        rounds = [{**row, "waiting": reports.in_words(counts.get(row["pk"], 0))} for row in rounds]
        show = "read" if self.shows_read else "late" if self.shows_late else ""
        late = reports.how_many(in_time.late())
        kwargs |= {"shows_late": self.shows_late, "late": reports.in_words(late) if late else ""}
        base = f"?round={self.round_pk or ''}&show={show}&page="
        return super().get_context_data(
            page=page, rounds=rounds, round_pk=self.round_pk, shows_read=self.shows_read, base=base, **kwargs
        )


class OneAnswer(Reads):
    """What is done with one answer."""

    @cached_property
    def answer(self):
        answers = reports.with_consent(Answer.objects.with_words()).select_related(*JOINED)
        return get_object_or_404(answers, pk=self.kwargs["pk"])


class Worried(OneAnswer, StaffForm):
    """Raises a concern about one answer: it leaves this queue, and the safeguarding leads are told at once (3.6)."""

    form_class = WorriedForm
    template_name = "heard/worried.html"
    page_title = "I am worried"
    button = "Tell the safeguarding lead"
    done = "The safeguarding lead is told. These words are out of every list and report now."

    def run(self, form):
        answer = self.answer
        statement = answer.statement or None
        return raise_concern(
            by=self.request.user,
            thing=answer.voice,
            question=answer.question,
            statement=statement,
            worry=form.cleaned_data["worry"],
        )

    def get_success_url(self):
        return queue_of(self.request)

    def get_context_data(self, **kwargs):
        return super().get_context_data(answer=self.answer, back=queue_of(self.request), **kwargs)


class WorryWords(Reads, StaffForm):
    """The words by which answers are read first, with a form that adds one."""

    form_class = WorryWordForm
    template_name = "heard/worry_words.html"
    page_title = "Words that worry"
    button = "Add this word"
    done = "Added. Answers with it are read first."

    def run(self, form):
        return add_worry_word(word=form.cleaned_data["word"], by=self.request.user)

    def get_success_url(self):
        return reverse("reading:worry_words")

    def get_context_data(self, **kwargs):
        added = WorryWord.objects.select_related("added_by")
        return super().get_context_data(of_the_file=words_of_the_file(), added=added, **kwargs)


class RemoveWorryWord(Reads, StaffDeed):
    """Takes a word that staff added out of the list."""

    done = "This word is out of the list."

    def run(self, request):
        remove_worry_word(row=get_object_or_404(WorryWord, pk=self.kwargs["pk"]), by=request.user)

    def back(self):
        return reverse("reading:worry_words")


def queue_of(request):
    """The address of the queue as the person left it, from the hidden field or parameter "back" of a request."""
    back = request.POST.get("back") or request.GET.get("back") or ""
    return reverse("reading:queue") + (back if back.startswith("?") else "")


class MayShow(OneAnswer, StaffDeed):
    """Reads one answer with one press: all its words may be shown."""

    done = "Read. These words may be shown."

    def run(self, request):
        flows.read_answer(answer=self.answer, by=request.user, may_show=True)

    def back(self):
        return queue_of(self.request)


class ReadOne(OneAnswer, StaffForm):
    """Reads one answer, takes words out, or says that it is not shown. Reading again adds a row."""

    form_class = ReadingForm
    template_name = "heard/read.html"
    page_title = "Read these words"
    done = "Read. We kept the words as they were said."

    def get_initial(self):
        last = self.answer.readings.order_by("-pk").first()
        if last is None:
            return {"shown_words": self.answer.words}
        decision = ReadingForm.HIDE if not last.may_show else ReadingForm.PART if last.shown_words else ReadingForm.SHOW
        return {"decision": decision, "shown_words": last.shown_words or self.answer.words, "reason": last.reason}

    def run(self, form):
        return flows.read_answer(answer=self.answer, by=self.request.user, **form.reading())

    def get_success_url(self):
        return queue_of(self.request)

    def get_context_data(self, **kwargs):
        readings = self.answer.readings.select_related("read_by").order_by(F("pk").desc())
        return super().get_context_data(
            answer=self.answer,
            readings=readings,
            back=queue_of(self.request),
            back_query=self.request.GET.get("back", ""),
            **kwargs,
        )
