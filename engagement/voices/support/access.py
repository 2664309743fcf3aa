"""Who comes in, and whose visit it is: nobody sees what another worker wrote down."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from engagement.bodies.permissions import organisations_of
from engagement.polls.models import Question
from engagement.proposals.reading import contact_of

from ..attached import answers_of, by_question
from ..flows.correcting import was_read
from ..flows.sending import LONG_TEXTS
from ..models import Answer, Support
from ..permissions import changed_with_card, may_answer, may_change

STANDARD = "standard"


def worker_only(view):
    """A page for advocacy workers: never kept by a cache. Others are told kindly whom to ask."""

    @sensitive_post_parameters()  # what was typed is in no report of a fault either (S8)
    @never_cache
    @keep_typed_words
    @login_required
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def page(request, *args, **kwargs):
        request.organisations = organisations_of(request.user)
        if not request.organisations:
            return render(request, "voices/support/no_organisation.html", status=403)
        return view(request, *args, **kwargs)

    return page


def keep_typed_words(view):
    """Somebody who was signed out while typing sees the words again, before going to sign in (6.1)."""

    @wraps(view)
    def page(request, *args, **kwargs):
        if request.user.is_authenticated or not any(typed(request).values()):
            return view(request, *args, **kwargs)
        return render(request, "voices/support/signed_out.html", typed(request), status=401)

    return page


def typed(request):
    """What was typed into the two boxes of a question: dict with `words` and `summary` (str)."""
    return {name: request.POST.get(name, "") for name in ("words", "summary")}


def own_visit(view):
    """A page of one visit, called with a Visit in place of request and id. Another worker's is a 404."""

    @worker_only
    @wraps(view)
    def page(request, public_id, **kwargs):
        return view(Visit(request, find_own(request.user, public_id)), **kwargs)

    return page


def unsent_visit(view):
    """A page of a visit that is not sent yet; a sent one leads to its own page, a closed one says so."""

    @own_visit
    @wraps(view)
    def page(visit, **kwargs):
        if visit.support.is_sent or not visit.is_open:
            return too_late(visit)
        if visit.over:
            return visit.go("support_hand_over")  # which says that the person has the tablet
        return view(visit, **kwargs)

    return page


def too_late(visit):
    """Where somebody goes whose visit is sent, or has closed. What they typed stands there. Returns HttpResponse."""
    words = typed(visit.request)
    if visit.support.is_sent and not any(words.values()):
        return visit.go("support_one")
    return visit.show("closed", status=409 if any(words.values()) else 200, **words)


def sent_visit(view):
    """A page of a visit that is sent; before that it leads to where the worker goes on."""

    @own_visit
    @wraps(view)
    def page(visit, **kwargs):
        return view(visit, **kwargs) if visit.support.is_sent else visit.go("support_one")

    return page


def find_own(user, public_id):
    """The user's own Support with this id (UUID), with all that its pages show. Raises Http404."""
    rows = Support.objects.of(user).select_related("voice__round", "voice__card", "draft__round", "organisation")
    rows = rows.defer(*(f"{way}__round__{name}" for way in ("voice", "draft") for name in LONG_TEXTS))
    support = rows.filter(public_id=public_id).first()
    if support is None:
        raise Http404("You have no such visit.")
    return support


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
