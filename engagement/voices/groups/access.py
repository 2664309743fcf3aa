"""Whose session it is: a worker opens their own, a lead reads those of the organisation; others meet a 404."""

from functools import wraps

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from engagement.bodies.permissions import organisations_led_by
from engagement.polls.models import Question
from engagement.proposals.reading import contact_of

from ..flows.grouping import check_may_correct
from ..flows.sending import LONG_TEXTS
from ..models import Answer, GroupSession
from ..permissions import may_answer
from ..support.access import worker_only


def group_page(view):
    """A page of one session, called with a Group in place of request and id. Whose it is not: 404."""

    @worker_only
    @wraps(view)
    def page(request, public_id, **kwargs):
        return view(Group(request, find_session(request.user, public_id)), **kwargs)

    return page


def own_group(view):
    """A page on which something is written: the worker's own session, where it may still be changed."""

    @group_page
    @wraps(view)
    def page(group, **kwargs):
        if not group.is_own:
            return group.go("group_one")
        if not group.may_write:
            return too_late(group)
        return view(group, **kwargs)

    return page


def too_late(group):
    """Where somebody goes whose session is closed or was read. What they typed stands there. Returns HttpResponse."""
    words = group.request.POST.get("words", "")
    if words.strip():
        return group.show("closed", status=409, words=words, reason=getattr(group, "why_not", ""))
    return group.go("group_one") if group.session.is_sent else group.show("closed")


def find_session(user, public_id):
    """The GroupSession with this id (UUID), with all that its pages show. Raises Http404 when it is not theirs."""
    rows = GroupSession.objects.of(user, organisations_led_by(user))
    rows = rows.select_related("voice__round", "voice__card", "draft__round", "organisation")
    rows = rows.defer(*(f"{way}__round__{name}" for way in ("voice", "draft") for name in LONG_TEXTS))
    session = rows.filter(public_id=public_id).first()
    if session is None:
        raise Http404("You have no such workshop.")
    return session


class Group:
    """One request to a page of one session. `session`: GroupSession."""

    def __init__(self, request, session):
        self.request, self.session = request, session

    @property
    def round(self):
        """The RoundPage that the group is asked about."""
        return self.session.round

    @property
    def is_own(self):
        """Whether the worker made it; a lead only reads."""
        return self.session.by_id == self.request.user.pk

    @cached_property
    def may_write(self):
        """Whether hands and words may be written now: before sending while it is open, after it until it was read."""
        if not self.session.is_sent:
            return may_answer(self.round, timezone.now(), self.session.draft)
        try:
            check_may_correct(self.session.voice, timezone.now())
        except ValidationError as error:
            self.why_not = error.messages[0]
            return False
        return True

    @cached_property
    def questions(self):
        """The questions in the order of the public's. A list that never changes midway (Q11)."""
        rows = Question.objects.filter(round_id=self.round.pk).ready_to_show()
        if self.session.is_sent:
            asked = Answer.objects.filter(voice=self.session.voice, is_current=True).values("question")
            return list((rows.filter(ended_at=None) | rows.filter(pk__in=asked)).order_by("sort_order", "pk"))
        found = {row.pk: row for row in rows.filter(pk__in=self.session.draft.question_ids)}
        return [found[pk] for pk in self.session.draft.question_ids if pk in found]

    @property
    def key(self):
        """What turns the choices round for this group, always in the same way (Q3). Returns str."""
        return self.session.voice.draft_key if self.session.is_sent else self.session.draft.key

    def question_at(self, number):
        """Question `number` (int) of the session. Raises Http404."""
        if not 1 <= number <= len(self.questions):
            raise Http404("There is no question with this number.")
        return self.questions[number - 1]

    def link(self, name, *args, **query):
        """The address of a page of this session. Returns str."""
        return reverse(name, args=[self.session.public_id, *args], query={k: v for k, v in query.items() if v})

    def go(self, name, *args, **query):
        """A redirect to a page of this session, so that a reload sends nothing twice. Returns HttpResponse."""
        return redirect(self.link(name, *args, **query))

    def show(self, template, status=200, **context):
        """A page of this session. `template`: str. Returns HttpResponse."""
        plan = self.round.proposal
        shared = {
            "group": self,
            "session": self.session,
            "page": self.round,
            "is_example": self.round.is_example,
            "contact": contact_of(plan) if plan else None,
            "one_href": self.link("group_one"),
        }
        return render(self.request, f"voices/group/{template}.html", shared | context, status=status)
