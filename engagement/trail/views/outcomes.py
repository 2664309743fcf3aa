"""What happened: every outcome, and one outcome with its replies and actions."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from easyread.dates import full_date
from easyread.reading import ready
from engagement.decisions.models import Decision

from ..basis import NOT_CONFIRMED, confirmed, fairness_of, for_checking, voices_before
from ..cards import decision_card, shown_decisions
from ..felt import felt_of
from ..glance import glance_of_outcome
from ..outcomes import HEADINGS, actions_of, later_answers, outcome_for, replies_to, what_is_owed
from ..steps import steps_for
from ..story import Story

PER_PAGE = 20
HOME = {"href": "/", "text": "the home page"}


@require_safe
def outcomes(request):
    """Every published decision, newest first, 20 on a page."""
    page = Paginator(shown_decisions(), PER_PAGE).get_page(request.GET.get("page"))
    decisions = list(page.object_list)
    ready(decision.proposal.picture for decision in decisions)
    context = {"cards": [decision_card(decision) for decision in decisions], "page_of_cards": page, "back": [HOME]}
    return render(request, "trail/outcomes.html", context)


@require_safe
def outcome(request, slug):
    """One decision: who, what, why, when; the reply to each theme; what happens next. 404 unless published."""
    try:
        decision = outcome_for(slug)
    except Decision.DoesNotExist:
        raise Http404("There is no outcome at this address.") from None
    body = decision.meeting.body
    ready([body.picture, decision.proposal.picture])
    story = Story(decision.proposal, felt=True)
    later = later_answers(decision, story)
    actions, voices = actions_of(decision), voices_before(decision)
    context = {
        "decision": decision,
        "body": body,
        "headings": HEADINGS[decision.kind],
        "when": [f"They met on {full_date(decision.meeting.held_on)}."],
        "not_confirmed": NOT_CONFIRMED,
        "confirmed": confirmed(decision),
        "fairness": fairness_of(decision),
        "voices": voices,
        "checking": for_checking(decision),
        "replies": replies_to(decision),
        "actions": actions,
        "glance": glance_of_outcome(decision, actions, voices, HEADINGS[decision.kind]),
        "owed": what_is_owed(decision, later),
        "later": later,
        "felt": felt_of(story),
        "steps": steps_for(decision.proposal, story),
        "print_href": f"{decision.address}easy-read.pdf",
        "back": [{"href": "/what-happened/", "text": "what happened"}],
    }
    return render(request, "trail/outcome.html", context)
