"""The second person: types the same form without seeing the first, then settles what differs (3.5)."""

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from ..flows import check_form, settle_check
from ..flows.paper_checking import FIRST, SECOND
from ..said import NOT_SAVED
from .access import copy_within_reach, paper_page
from .boxes import as_id, boxes_of, context_of, first_id, to_desk, typed_of, wrong_of
from .typed import in_words, read

MARKED = ((FIRST, "The first person typed"), (SECOND, "The second person typed"))


def show_second(request, copy, typed, *, wrong=(), errors=(), status=200):
    """The page to type a form the second time. Returns HttpResponse."""
    context = context_of(copy) | {
        "boxes": boxes_of(copy.batch, typed, dict(wrong), is_second=True),
        "errors": errors,
        "came_on": copy.came_on,
        "step": "second",
    }
    return render(request, "voices/paper/form.html", context, status=status)


def to_second(request, copy):
    """Compare what the second person typed with what the first did. Returns HttpResponse."""
    typed = typed_of(request, copy.batch)
    try:
        check = check_form(copy=copy, by=request.user, typed=typed)
    except ValidationError as error:
        wrong, errors = wrong_of(error, copy.batch)
        return show_second(request, copy, typed, wrong=wrong, errors=errors, status=400)
    except OperationalError:  # a full or busy disk: what was typed stays in the page (R3)
        errors = [{"id": first_id(copy.batch), "text": NOT_SAVED}]
        return show_second(request, copy, typed, errors=errors, status=503)
    return to_desk(copy, "same") if check.settled_at else redirect("paper_settle", copy.code)


@paper_page
def settle(request, code):
    """What two people typed differently, side by side, with a choice for each."""
    copy = copy_within_reach(request, code)
    check = getattr(copy, "check_of", None)
    if check is None or check.settled_at or not may_settle(request, check):
        raise Http404("There is nothing to settle.")
    return settled(request, copy, check) if request.method == "POST" else show(request, copy, check)


def may_settle(request, check):
    """Whether the user settles this check (PaperCheck): who typed last, a lead of the organisation, or the Unit."""
    return request.unit or check.by_id == request.user.pk or check.copy.organisation in request.led


def settled(request, copy, check):
    """Settle each difference. Returns HttpResponse."""
    chosen = {each["key"]: request.POST.get(each["key"], "") for each in check.differences}
    try:
        settle_check(check=check, by=request.user, chosen=chosen)
    except ValidationError as error:
        wrong = error.message_dict if hasattr(error, "error_dict") else {}
        return show(request, copy, check, chosen=chosen, wrong=wrong, sentence=error.messages[0], status=400)
    return redirect(reverse("support_paper", query={"said": "settled", "number": copy.number}))


def show(request, copy, check, *, chosen=(), wrong=(), sentence="", status=200):
    """The page with each difference. Returns HttpResponse."""
    asked, chosen, wrong = {row["key"]: row for row in copy.batch.asked}, dict(chosen), dict(wrong)
    rows = [
        {
            "name": each["key"],
            "id": as_id(each["key"]),
            "legend": asked[each["key"]]["text"],
            "error": wrong.get(each["key"], [""])[0],
            "options": options_of(asked[each["key"]], each, chosen.get(each["key"], "")),
        }
        for each in check.differences
    ]
    errors = [{"id": f"{row['id']}-1", "text": row["error"]} for row in rows if row["error"]]
    if sentence and not errors:
        errors = [{"id": f"{rows[0]['id']}-1", "text": sentence}]
    return render(
        request, "voices/paper/settle.html", context_of(copy) | {"rows": rows, "errors": errors}, status=status
    )


def options_of(row, difference, chosen):
    """What both typed, as two choices. `row`: what was asked (dict). Returns a list of dict."""
    return [
        {
            "value": who,
            "label": f"{label}: {'. '.join(in_words(row, read(row, difference[who])))}",
            "checked": chosen == who,
        }
        for who, label in MARKED
    ]
