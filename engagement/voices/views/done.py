"""The card: what a person takes away, and a clear end for the next person on the same device."""

from django.conf import settings
from django.shortcuts import redirect
from django.utils import timezone

from easyread.dates import full_date
from engagement.proposals.working_days import READ_WITHIN

from ..reaching import ways
from ..shown_card import card_address, card_parts
from .device import DAY
from .gates import answering


@answering
def done(visit):
    """The card of what was sent from this device. POST keeps it on the device, or clears the device."""
    if visit.request.method == "POST":
        return keep(visit) if visit.request.POST.get("go") == "keep" else visit.forget()
    if visit.voice is None:
        visit.check_address()
        return visit.go("answer_check") if visit.draft else visit.go("answer")
    if visit.voice.taken_back_at:
        return redirect(card_address(visit.token))  # where it says so
    if not visit.has_card:
        return visit.show("renewed")
    return show(visit)


def show(visit):
    """The page of the card. Returns HttpResponse."""
    asked = visit.request.GET
    return visit.show(
        "done",
        card=card_parts(visit.voice.card, visit.card_link),
        big_href=f"{card_address(visit.token)}card/",
        send_href=visit.link("answer_send_card") if ways() else "",
        next_steps=next_steps(visit.round),
        easy_href="" if hasattr(visit.voice, "ease_given") else visit.link("answer_easy"),
        told="told" in asked,
        here="done",
        sent="sent" in asked,
        kept="kept" in asked,
    )


def keep(visit):
    """Keep the card on the person's own phone or computer, because they pressed that. Returns HttpResponse."""
    if not visit.has_card:
        return visit.go("answer")
    return visit.remember(visit.go("answer_done", kept="yes"), visit.secret, settings.DAYS_TO_KEEP_A_CARD * DAY)


@answering
def found(visit):
    """Whether a card is on this device: where somebody looks who has lost theirs. Nothing of it is shown here."""
    visit.check_address()
    return visit.show("found" if visit.has_card else "not_found")


def next_steps_of_told():
    """The same for *Tell us something*, which has no last day."""
    return [
        {"title": "You told us something", "state": "done"},
        {"title": "We read it", "state": "now", "words": f"We read everything within {READ_WITHIN} working days."},
        {"title": "We say what we heard", "state": "next"},
        {"title": "We ask who can answer", "state": "next"},
        {"title": "They answer", "state": "next"},
    ]


def next_steps(round):
    """What happens next, and by when. Returns a list of dict for components/steps.html."""
    if round.is_always_open:
        return next_steps_of_told()
    closes = (
        f"People can answer until {full_date(round.closes_on)}." if round.closes_on else "People can always answer."
    )
    steps = [
        {"title": "You told us what you think", "state": "done"},
        {"title": "We read every word", "state": "now", "words": closes},
        {"title": "We say what we heard", "state": "next"},
    ]
    proposal = round.proposal
    if proposal is None:
        return steps
    late = bool(proposal.decide_on) and proposal.decide_on < timezone.localdate()
    verb = "wanted" if late else "want"
    when = f"They {verb} to decide by {full_date(proposal.decide_on)}." if proposal.decide_on else ""
    state = "late" if late else "next"
    return [*steps, {"title": f"{proposal.decided_by.plain_name} decides", "state": state, "words": when}]
