"""Reading what people said: every answer with words, oldest first."""

from django.db.models import F
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from engagement.people.staff import StaffDeed, StaffForm, StaffScreen
from engagement.proposals.models import RoundPage
from engagement.voices.models import Answer

from .. import flows, in_time, reports
from ..forms import ReadingForm
from ..paging import LongPaginator, WorriesFirst
from ..permissions import may_read
from .listed import JOINED, listed, with_voices


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
            waiting = (row.is_waiting and not row.trouble for row in answer.attachments.all())
            answer.look_first = answer.attached and any(waiting)
        in_time.due_days(page)
        with_places(list(page), self.request.GET.urlencode())
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


def queue_of(request):
    """The address of the queue as the person left it, from the hidden field or parameter "back" of a request.

    It may end with the place of the answer that comes next, so that nobody has to look for it (`with_places`).
    """
    back = request.POST.get("back") or request.GET.get("back") or ""
    return reverse("reading:queue") + (back if back.startswith("?") else "")


def with_places(answers, query):
    """`answers` (list of Answer, those of a page), each with `here` and `then`, its place and that of the next one.

    `query`: the list's own (str). Both are for "back". The next one of the last is the one before it.
    """
    following = [*answers[1:], *answers[-2:-1]]
    for number, answer in enumerate(answers):
        then = following[number] if number < len(following) else answer
        answer.here, answer.then = f"?{query}#answer-{answer.pk}", f"?{query}#answer-{then.pk}"
    return answers


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
