"""After the questions: whose words, how it was done, who the person is, what they agree to. One thing on each page."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404

from .. import flows, supporting
from ..attached import agreed_for
from ..said import NOT_SAVED
from .access import unsent_visit
from .forms import AgreeForm, HowForm, MoreForm, PersonForm, WhoseForm

STEPS = ("whose", "more", "how", "person", "agree")
FORMS = {"whose": WhoseForm, "person": PersonForm}
TITLES = {
    "whose": "Whose words are they?",
    "more": "More about this",
    "how": "How did you do it?",
    "person": "About the person",
    "agree": "What does the person agree to?",
}
INTROS = {
    "whose": ["Think of most of the answers.", "Be honest. Every kind of answer helps us."],
    "more": [],
    "how": ["We ask how you did it.", "We never ask what a person is able to do."],
    "person": ["The person can leave this out.", "We keep it apart from the answers.", "Do not write a name."],
    "agree": [
        "Ask about each thing by itself.",
        "The person can say yes to 1 thing and no to another.",
        "The person can change their mind at any time.",
    ],
}


@unsent_visit
def step(visit, name):
    """One step after the questions. `name`: str."""
    if name not in STEPS:
        raise Http404("There is no such page.")
    make = form_of(visit, name)
    if make is None:  # only a summary, or what was seen, has more to tell
        return visit.go("support_step", "how")
    if visit.request.method != "POST":
        return show(visit, name, make(initial=stored(visit.support, name)))
    return pressed(visit, name, make(visit.request.POST))


def form_of(visit, name):
    """The form of a step, or None for one that this visit does not need."""
    if name == "agree":
        return partial(AgreeForm, asked_for=agreed_for(visit.support.draft.attachments.all()))
    if name == "how":
        return partial(HowForm, by_phone=visit.support.by_phone)
    if name != "more":
        return FORMS[name]
    kinds = supporting.kinds_of(visit.support)
    return partial(MoreForm, kinds=kinds) if kinds & set(MoreForm.OF) else None


def stored(support, name):
    """What the worker gave before, for a step's form. Returns a dict."""
    about = support.draft.about
    return {
        "whose": {"whose": about.get("whose")},
        "more": {"agreed": support.agreed, "seen_by": support.seen_by, "how_sure": support.how_sure},
        "how": {"explained": support.explained, "showed": support.showed},
        "person": {"who": about.get("who", []), "place": about.get("place", "")},
        "agree": support.agrees_to,
    }[name]


def pressed(visit, name, form):
    """Store what was given, whatever was pressed, and go on. Returns HttpResponse."""
    go = visit.request.POST.get("go", "next")
    if not form.is_valid():
        return show(visit, name, form)
    try:
        save(visit, name, form.cleaned_data)
    except ValidationError as error:
        if error.code in ("gone", "not_open") if hasattr(error, "code") else False:
            return visit.show("closed", status=409)
        form.add_error(None, error)
        return show(visit, name, form)
    except OperationalError:  # a full or busy disk: what was given stays in the page (R3)
        form.add_error(None, NOT_SAVED)
        return show(visit, name, form, status=503)
    return go_on(visit, name, go, form)


def save(visit, name, given):
    """Call the step's flow with what was `given` (dict), and keep it in the visit at hand."""
    who = {"support": visit.support, "by": visit.request.user}
    if name == "agree":
        flows.save_agreements(**who, agrees_to=given)
    else:
        flow = {"whose": flows.save_whose, "more": flows.save_more, "how": flows.save_how, "person": flows.save_person}
        flow[name](**who, **given)
    visit.support.draft.refresh_from_db(fields=["about"])


def go_on(visit, name, go, form):
    """Where a press leads: on only when this step is complete. Returns HttpResponse."""
    if go == "stop":
        return visit.go("support_one", stop="yes")
    if go == "back":
        return visit.go(*back_from(visit, name))
    wrong = [(field, told) for at, field, told in supporting.missing(visit.support) if at == name]
    for field, told in wrong:
        form.add_error(field, told)
    if wrong:
        return show(visit, name, form)
    return visit.go(*next_of(visit, name))


def next_of(visit, name):
    """The page after a step, as the arguments of `visit.go`."""
    has_more = name == "whose" and form_of(visit, "more")
    if has_more:
        return ("support_step", "more")
    if visit.request.GET.get("to") == "check" or name == "agree":
        return ("support_check",)
    return ("support_step", STEPS[STEPS.index(name) + (2 if name == "whose" else 1)])


def back_from(visit, name):
    """The page before a step, as the arguments of `visit.go`."""
    if visit.request.GET.get("to") == "check":
        return ("support_check",)
    if name == "whose":
        return ("support_question", len(visit.questions))
    if name == "how" and form_of(visit, "more") is None:
        return ("support_step", "whose")
    return ("support_step", STEPS[STEPS.index(name) - 1])


def show(visit, name, form, status=200):
    """The page of a step. Returns HttpResponse."""
    return visit.show("step", status=status, form=form, title=TITLES[name], intro=INTROS[name])
