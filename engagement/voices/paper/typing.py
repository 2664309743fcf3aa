"""Typing in one form: one fast page, by keyboard alone, in the order of the paper (3.5).

A code leads to what its form needs: typing in, the second person's typing, or a kind word that it is finished.
"""

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.shortcuts import render

from ..flows import keep_typed, number_form, type_in
from ..flows.paper_checking import refuse_check
from ..flows.paper_typing import twice
from ..said import NOT_SAVED
from .access import copy_within_reach, organisation_for, paper_page, public_batch
from .boxes import boxes_of, context_of, day_of, first_id, to_desk, typed_of, wrong_of
from .checking import show_second, to_second


@paper_page
def form(request, code):
    """The page of the form with this `code` (str)."""
    batch = public_batch(code)
    if batch is not None:
        return unnumbered(request, batch)
    copy = copy_within_reach(request, code)
    if copy.voice_id and not is_double_press(request, copy):
        return again(request, copy)
    typed = copy.typed if copy.typed_by_id == request.user.pk else {}  # what another typed is not for this user
    return pressed(request, copy) if request.method == "POST" else show(request, copy, typed)


def is_double_press(request, copy):
    """Whether the first typist may have pressed Save twice: the flow then finds that nothing is new."""
    return request.method == "POST" and copy.typed_by_id == request.user.pk and request.POST.get("step") == "first"


def unnumbered(request, batch):
    """A form that somebody printed themselves: it gets its number with the first press. Returns HttpResponse."""
    if request.method != "POST":
        return show(request, None, {}, batch=batch)
    copy = number_form(batch=batch, by=request.user, organisation=organisation_for(request))
    return pressed(request, copy_within_reach(request, copy.code), said="numbered")


def again(request, copy):
    """A form that is a voice already: a second person types it, or it is finished. Returns HttpResponse."""
    try:
        refuse_check(copy, request.user)
    except ValidationError as error:
        wrong = twice(copy) if error.code in ("not_chosen", "own") else error
        return render(request, "voices/paper/finished.html", context_of(copy) | {"why": wrong.messages}, status=409)
    return to_second(request, copy) if request.method == "POST" else show_second(request, copy, {})


def pressed(request, copy, said="typed"):
    """Keep what was typed, and make the voice unless it is for later. Returns HttpResponse."""
    typed = typed_of(request, copy.batch)
    try:
        keep_typed(copy=copy, by=request.user, typed=typed)
        if request.POST.get("go") == "later":
            return to_desk(copy, "later")
        type_in(copy=copy, by=request.user, typed=typed, came_on=day_of(request))
    except ValidationError as error:
        return not_typed(request, copy, typed, error)
    except OperationalError:  # a full or busy disk: what was typed stays in the page (R3)
        return show(request, copy, typed, errors=[{"id": first_id(copy.batch), "text": NOT_SAVED}], status=503)
    return to_desk(copy, said)


def not_typed(request, copy, typed, error):
    """The page of a form that was refused, with a sentence at each box. Returns HttpResponse."""
    if getattr(error, "code", "") == "twice":
        return render(request, "voices/paper/finished.html", context_of(copy) | {"why": error.messages}, status=409)
    wrong, errors = wrong_of(error, copy.batch)
    return show(request, copy, typed, wrong=wrong, errors=errors, status=400)


def show(request, copy, typed, *, batch=None, wrong=(), errors=(), status=200):
    """The page with a box for all that is asked. `typed`: dict key → str. Returns HttpResponse."""
    batch = batch or copy.batch
    context = context_of(copy, batch) | {
        "boxes": boxes_of(batch, typed, dict(wrong)),
        "errors": errors,
        "came_on": day_of(request),
        "by_another": bool(copy and copy.typed and copy.typed_by_id != request.user.pk),
        "step": "first",
    }
    return render(request, "voices/paper/form.html", context, status=status)
