"""What one request of answering knows: the round, the person's unsent answers, and the version they read."""

from functools import wraps

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from easyread.kept import kept
from engagement.polls.models import Question
from engagement.proposals.models import RoundPage
from engagement.proposals.reading import contact_of

from ..attached import answers_of, by_question
from ..flows.sending import LONG_TEXTS
from ..keys import key_of, link_token_of
from ..models import HandOver, Voice, VoiceDraft
from ..permissions import may_answer
from ..shown_card import card_address, opens
from .helping import NOT_SAFE, SAFE, help_items

COOKIE = "answering"
OVER_COOKIE = "tablet_handed_over"
DAY = 24 * 3600
STANDARD = "standard"
OF_HELP = ("here", "one_page", "words_href")


class Visit:
    """One request to a page of answering. `address`: str such as have-your-say/plan/round."""

    def __init__(self, request, address):
        self.request, self.address = request, address
        self.secret = request.COOKIES.get(COOKIE, "")[:200]
        self.standard = request.GET.get("words") == STANDARD

    @cached_property
    def over(self):
        """The HandOver when a worker gave this tablet to the person, or None."""
        secret = self.request.COOKIES.get(OVER_COOKIE, "")[:200]
        if not secret:
            return None
        rows = HandOver.objects.out().select_related("support__draft", "support__organisation")
        return rows.filter(key=key_of(secret), support__draft__isnull=False).first()

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

    @cached_property
    def token(self):
        """The token of the long link that belongs to this device's secret (str)."""
        return link_token_of(self.secret)

    @property
    def card_link(self):
        """The whole long link of this device's card (str)."""
        return self.request.build_absolute_uri(card_address(self.token))

    @property
    def has_card(self):
        """Whether this device holds a card that works: sent, not taken back, and no newer card was given since."""
        voice = self.voice
        return voice is not None and voice.taken_back_at is None and opens(voice.card, self.token)

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

    def remember(self, response, secret, seconds=None):
        """Keep `secret` (str) on this device, for this round's pages of answering alone. Returns the response."""
        response.set_cookie(
            COOKIE,
            secret,
            max_age=seconds or settings.DAYS_TO_COME_BACK * DAY,
            path=reverse("answer", args=[self.address]),
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
        return response

    def forget(self, **query):
        """Clear this device, so that the next person starts clean (Q10). Returns HttpResponse."""
        response = self.go("answer", **query or {"cleared": "yes"})
        response.delete_cookie(COOKIE, path=reverse("answer", args=[self.address]), samesite="Lax")
        response["Clear-Site-Data"] = '"cache"'  # pages in memory; not "cookies", which would also clear the look
        return response

    def lost(self, words=""):
        """What a person sees whose answers are not on this device. What they typed stands there to be copied."""
        if self.voice:
            return self.go("answer_done")
        return self.go("answer") if self.request.method == "GET" else self.show("lost", status=409, words=words)


def answering(view):
    """A page of answering: never kept by a cache, and called with a Visit in place of request and address."""

    @sensitive_post_parameters()  # what people typed is in no report of a fault either (S8)
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def page(request, address, **kwargs):
        return view(Visit(request, address), **kwargs)

    return page


def is_on_the_tablet(visit):
    """Whether a page of answering is one of a person with a worker's tablet: a question, and how it is answered."""
    return visit.request.resolver_match.url_name in ("answer_question", "answer_attach", "answer_file")


def gate(visit):
    """Where somebody goes who cannot go on here: no unsent answers, or closed. Returns HttpResponse or None."""
    words = visit.request.POST.get("words", "")
    if visit.request.POST.get("go") == SAFE and not (visit.draft and visit.is_open):
        return redirect(NOT_SAFE)  # whoever is not safe gets there, whatever became of the answers
    if visit.draft is None:
        visit.check_address()
        return visit.lost(words)
    if visit.over and (visit.over.finished_at or not is_on_the_tablet(visit)):
        return visit.go("answer_give_back")
    return None if visit.is_open else visit.show("closed", words=words)


def with_draft(view):
    """A page that needs the person's unsent answers; without them they are sent to where they can go on."""

    @answering
    @wraps(view)
    def page(visit, **kwargs):
        return gate(visit) or view(visit, **kwargs)

    return page
