"""One session: before sending it leads to where the worker goes on; after that it shows what was sent."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse

from easyread.dates import full_date

from ..flows import clear_group, save_group_details
from ..models.groups import KINDS
from ..permissions import may_give_new_card
from .access import group_page, own_group
from .forms import DetailsForm
from .said import said_rows

SAID = {"changed": "We saved your change."}


@group_page
def one(group):
    """What was sent; or on to the next thing to do."""
    if group.session.is_sent:
        return show_sent(group)
    if group.request.GET.get("stop"):
        return redirect(f"{reverse('group')}?said=later")
    if not group.is_own or not group.may_write:
        return group.show("closed", rows=said_rows(group.session, group.questions))
    return go_on(group)


def go_on(group):
    """The first question without hands or words, or the page to check. Returns HttpResponse."""
    done = set(group.session.hands.filter(count__gt=0).values_list("choice__question", flat=True))
    done |= set(group.session.statements.values_list("question", flat=True))
    for number, asked in enumerate(group.questions, start=1):
        if asked.pk not in done and not asked.ended_at:
            return group.go("group_question", number)
    return group.go("group_check")


def show_sent(group):
    """What was sent, and how it stands. Returns HttpResponse."""
    voice = group.session.voice
    if voice.taken_back_at:
        return group.show("taken_back")
    can = group.is_own and group.may_write
    return group.show(
        "sent",
        rows=said_rows(group.session, group.questions, (lambda n: group.link("group_question", n)) if can else None),
        details=detail_rows(group.session, group.link("group_details") if can else ""),
        can=can,
        why_not="" if can else getattr(group, "why_not", ""),
        may_make_card=group.is_own and may_give_new_card(group.request.user, voice),
        said=SAID.get(group.request.GET.get("said"), ""),
    )


def detail_rows(session, href=""):
    """When, where and who was there, for components/summary_list.html. Returns a list of dict."""
    there = [f"{label}: {getattr(session, name)}" for name, label in KINDS if getattr(session, name)]
    rows = [
        ("When was the workshop?", [full_date(session.held_on)]),
        ("Where was it?", [session.place or "You did not say."]),
        ("Who led it?", [session.facilitator or "You did not say."]),
        ("How many people are here?", [f"{session.present} people", *there]),
    ]
    return [{"question": question, "answer": answer, "href": href} for question, answer in rows]


@own_group
def details(group):
    """When, where and who was there, to put right."""
    session = group.session
    if group.request.method != "POST":
        names = ("held_on", "place", "facilitator", "present", *(name for name, _ in KINDS))
        return group.show("details", form=DetailsForm(initial={name: getattr(session, name) for name in names}))
    form = DetailsForm(group.request.POST)
    if form.is_valid():
        try:
            save_group_details(session=session, by=group.request.user, **form.details())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return group.go("group_one", said="changed") if session.is_sent else group.go("group_check")
    return group.show("details", status=400, form=form)


@own_group
def clear(group):
    """Ask first, then remove an unsent session."""
    if group.session.is_sent:
        return group.go("group_one")
    if group.request.method != "POST":
        return group.show("clear")
    try:
        clear_group(session=group.session, by=group.request.user)
    except ValidationError:
        return redirect("group")  # sent or cleared meanwhile, in another tab
    return redirect(f"{reverse('group')}?said=cleared")
