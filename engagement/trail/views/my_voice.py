"""My voice: what the card opens. Nothing here is kept by a cache, and no token is written to a log (S8)."""

import re
from functools import wraps

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from engagement.polls.models import Question
from engagement.voices import flows
from engagement.voices.fields import fields_of, pressed_fields, sent_fields
from engagement.voices.keys import read_code
from engagement.voices.models import Answer, Consent
from engagement.voices.picking import TURNING
from engagement.voices.pressed import PUT, Pressed, places_turned

from ..my_files import ASKED as MAY_AGREE
from ..my_files import may_agree, own_files
from ..my_voice import opened_by, trail_of
from ..own_words import about_rows, own_rows, vote_before, whose_words

NO_CODE = "Type the 8 numbers on your card."
LONG_LINK = "/my-voice/"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def my_voice(request):
    """Type the code of a card, or paste its long link. The trail opens, or the page of a wrong card."""
    if request.method != "POST":
        return render(request, "trail/my_voice.html")
    typed = request.POST.get("code", "").strip()
    token = typed_token(typed)
    if token:
        return redirect("my_voice_card", token) if opened_by(token) else lost(request)
    context = {"typed": typed, "error": NO_CODE, "errors": [{"id": "code", "text": NO_CODE}]}
    return render(request, "trail/my_voice.html", context, status=400)


def typed_token(typed):
    """The code or the long link's token in what was `typed` (str), with or without the site's address. Returns str."""
    if LONG_LINK in typed:
        typed = typed.split(LONG_LINK)[-1].split("/")[0]
    return read_code(typed) or (typed if re.fullmatch(r"[\w-]{43}", typed, re.ASCII) else "")


def with_card(view):
    """A page that a card opens, called with a MyVoice. An unknown card and a voice taken back have their own pages."""

    @sensitive_post_parameters()  # what people typed is in no report of a fault either (S8)
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def page(request, token, **kwargs):
        mine = opened_by(token)
        if mine is None:
            return lost(request)
        mine.token = token
        if mine.voice.taken_back_at:
            return render(request, "trail/my_voice_taken_back.html", shared(mine))
        response = view(request, mine, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    return page


def with_own_card(view):
    """A page for the long link alone; the short code goes back to the trail."""

    @with_card
    @wraps(view)
    def page(request, mine, **kwargs):
        return view(request, mine, **kwargs) if mine.is_own else redirect("my_voice_card", mine.token)

    return page


def lost(request):
    """The plain page of a wrong or lost card."""
    return render(request, "trail/my_voice_lost.html", status=404)


def shared(mine):
    """What every page of a card prints. Returns a dict."""
    address = mine.round.address
    hrefs = {name: reverse(f"my_voice_{name}", args=[mine.token]) for name in ("card", "take_back", "felt")}
    return {
        "mine": mine,
        "page": mine.round,
        "is_example": mine.round.is_example,
        "round_href": address,
        "card_href": hrefs["card"],
        "take_back_href": hrefs["take_back"],
        "felt_href": hrefs["felt"],
    }


@with_card
def card(request, mine):
    """The trail of a voice; with the long link also one's own words.

    POST says whether they may be shown, or takes away what the person told about themselves.
    """
    if request.method == "POST" and mine.is_own:
        return forget_about(mine) if request.POST.get("about") == "remove" else agree(request, mine)
    rows = own_rows(mine, lambda q: reverse("my_voice_change", args=[mine.token, q.public_id])) if mine.is_own else []
    context = shared(mine) | trail_of(mine) | {"rows": rows, "changed": "changed" in request.GET}
    if mine.is_own:
        context |= {"about_rows": about_rows(mine.voice), "whose_words": whose_words(mine.voice)}
        files = own_files(mine)
        context |= {"files": files, "may_agree": may_agree(mine, files)}
        context["print_href"] = reverse("my_voice_print", args=[mine.token])
    return render(request, "trail/my_voice_card.html", context)


def agree(request, mine):
    """Give or take back the agreement that one's words may be shown, or take back another. Returns HttpResponse."""
    if kind := request.POST.get("no_longer"):
        flows.withdraw_consent(voice=mine.voice, kind=kind)
        return done(mine)
    if (kind := request.POST.get("agree_to")) in MAY_AGREE:
        flows.give_consent(voice=mine.voice, kind=kind)
        return done(mine)
    change = flows.give_consent if request.POST.get("show") == "yes" else flows.withdraw_consent
    change(voice=mine.voice, kind=Consent.Kind.PUBLISH)
    return done(mine)


def forget_about(mine):
    """Take away what the person told about themselves. Returns HttpResponse."""
    flows.forget_about_you(voice=mine.voice)
    return done(mine)


def done(mine):
    """Back to the card's page, which says that it was saved."""
    return redirect(f"{reverse('my_voice_card', args=[mine.token])}?changed=yes")


@with_own_card
def change(request, mine, question):
    """Change one answer or add to it, until the round closes. `question`: the question's public id (UUID)."""
    asked = Question.objects.filter(round_id=mine.round.pk, public_id=question, ended_at=None).ready_to_show().first()
    if asked is None:
        raise Http404("There is no such question.")
    if not mine.may_change:
        return render(request, "trail/my_voice_too_late.html", shared(mine))
    if request.method == "POST":
        return save(request, mine, asked)
    answer = mine.voice.answers.filter(question=asked, is_current=True).prefetch_related("chosen__choice").first()
    return show(request, mine, asked, sent_fields(asked, answer))


def save(request, mine, asked):
    """Store a changed answer. Returns HttpResponse."""
    pressed = Pressed(asked, request.POST)
    if pressed.go in (PUT, *TURNING):  # another idea to pick from, or a thing to put in order; nothing is stored yet
        return show(request, mine, asked, pressed_fields(pressed))
    try:
        state = Answer.State.SKIPPED if pressed.go == "skip" else pressed.state()
        answer = pressed.answer()
        answer["choices"] = pressed.choices or ([] if pressed.values else vote_before(mine.voice, asked))
        turned = places_turned(asked, mine.voice.draft_key)
        flows.change_answer(voice=mine.voice, question=asked, state=state, turned=turned, **answer)
    except ValidationError as error:
        if error.code in ("not_open", "taken_back"):
            return redirect("my_voice_card", mine.token)
        return show(request, mine, asked, pressed_fields(pressed), error=error)
    return done(mine)


def show(request, mine, asked, filled, *, error=None):
    """The page on which one answer is changed. `filled`: Filled. Returns HttpResponse."""
    key = mine.voice.draft_key
    fields = fields_of(asked, key=key, filled=filled, words_of=lambda row: row.text, request=request, error=error)
    context = shared(mine) | fields | {"is_vote": hasattr(asked, "poll")}
    return render(request, "trail/my_voice_change.html", context)


@with_own_card
def take_back(request, mine):
    """Ask first, then take back everything this voice said."""
    if request.method == "POST":
        flows.take_back(voice=mine.voice)
        return redirect("my_voice_card", mine.token)
    return render(request, "trail/my_voice_take_back.html", shared(mine) | {"is_closed": mine.round.stage == "closed"})
