"""One request to a page of one visit: what the page shows, where it leads, and what may still be done."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from engagement.polls.models import Question
from engagement.proposals.reading import contact_of

from ..attached import answers_of, by_question
from ..flows.correcting import was_read
from ..models import Answer
from ..permissions import changed_with_card, may_answer, may_change

STANDARD = "standard"


class Visit:
    """One request to a page of one visit. `support`: Support."""

    def __init__(self, request, support):
        self.request, self.support = request, support
        self.standard = request.GET.get("words") == STANDARD

    @property
    def round(self):
        """The RoundPage that the person is asked about."""
        return self.support.round

    @property
    def is_open(self):
        """Whether answers are taken now: the round is open, or closed in the middle of this visit's day."""
        return may_answer(self.round, timezone.now(), self.support.draft)

    @cached_property
    def may_correct(self):
        """Whether the worker may still put it right: nobody has read or changed it, and the round is open."""
        voice = self.support.voice
        return may_change(voice, timezone.now()) and not self.is_read and not self.is_the_persons

    @cached_property
    def is_the_persons(self):
        """Whether the person changed it with the card: what they wrote alone is not for the worker to read."""
        return changed_with_card(self.support.voice)

    @cached_property
    def is_read(self):
        """Whether somebody has read an answer of it."""
        return was_read(self.support.voice)

    @cached_property
    def over(self):
        """The HandOver while the person has the tablet, or None."""
        return None if self.support.is_sent else self.support.hand_overs.out().first()

    @cached_property
    def alone(self):
        """The keys of the questions that the person answered alone, which the worker does not see. A set of int."""
        sent = self.support.is_sent
        rows = self.support.voice.answers.filter(is_current=True) if sent else self.support.draft.answers.all()
        return set(rows.filter(alone=True).values_list("question", flat=True))

    @cached_property
    def questions(self):
        """The questions in the order in which the public is asked them. A list that never changes midway (Q11)."""
        if self.support.is_sent:
            answered = Answer.objects.filter(voice=self.support.voice, is_current=True).values("question")
            rows = Question.objects.filter(round_id=self.round.pk).ready_to_show()
            both = rows.filter(ended_at=None) | rows.filter(pk__in=answered)
            return list(both.order_by("sort_order", "pk"))
        rows = {row.pk: row for row in Question.objects.filter(pk__in=self.support.draft.question_ids).ready_to_show()}
        return [rows[pk] for pk in self.support.draft.question_ids if pk in rows]

    @cached_property
    def answers(self):
        """What was written down so far: a dict of question id to DraftAnswer, each with `attached`."""
        return answers_of(self.support.draft)

    @cached_property
    def attached(self):
        """The pictures and sounds of the visit before sending: a dict of question id to list of Attachment."""
        return by_question(self.support.draft, self.answers)

    def words_of(self, row):
        """The words of a Question or Choice in the version that is read. Returns str."""
        return (self.standard and row.standard_text) or row.text

    def link(self, name, *args, standard=None, **query):
        """The address of a page of this visit, keeping the version that is read. Returns str."""
        query["words"] = STANDARD if (self.standard if standard is None else standard) else None
        return reverse(name, args=[self.support.public_id, *args], query={k: v for k, v in query.items() if v})

    def go(self, name, *args, **query):
        """A redirect to a page of this visit, so that a reload sends nothing twice. Returns HttpResponse."""
        return redirect(self.link(name, *args, **query))

    def show(self, template, status=200, **context):
        """A page of this visit. `template`: str. Returns HttpResponse."""
        plan = self.round.proposal
        shared = {
            "visit": self,
            "support": self.support,
            "page": self.round,
            "is_example": bool(plan and plan.is_example),
            "contact": contact_of(plan) if plan else None,
            "standard": self.standard,
            "visit_href": self.link("support_one"),
        }
        return render(self.request, f"voices/support/{template}.html", shared | context, status=status)
