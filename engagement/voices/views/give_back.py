"""The end of a person's own screens on a worker's tablet: finish, and give it back (docs/support.md)."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse

from engagement.people.returning import sign_in_again

from ..flows import finish_alone, take_back_by_number
from .check import attached_to, row_of
from .device import OVER_COOKIE
from .gates import answering


@answering
def give_back(visit):
    """The person's own answers, until they say that they are finished. The worker's number brings the tablet back."""
    visit.check_address()
    if visit.over is None:
        return visit.go("answer")
    if visit.request.method != "POST":
        return show(visit)
    if visit.request.POST.get("go") == "finish":
        finish_alone(over=visit.over)
        return visit.go("answer_give_back")
    return take_back(visit)


def take_back(visit):
    """Sign the worker in again and forget the person's screens. Returns HttpResponse."""
    try:
        worker = take_back_by_number(over=visit.over, number=visit.request.POST.get("number", ""))
    except ValidationError as error:
        visit.over.refresh_from_db(fields=["tries"])
        return show(visit, error=error.messages[0], status=400)
    sign_in_again(request=visit.request, user=worker)
    response = redirect(worker_address(visit))
    response.delete_cookie(OVER_COOKIE, path=reverse("answer", args=[visit.address]), samesite="Lax")
    response["Clear-Site-Data"] = '"cache"'  # pages of the person that the browser keeps for Back
    return response


def worker_address(visit):
    """The worker's own page of this visit (str)."""
    return reverse("support_one", args=[visit.over.support.public_id])


def show(visit, error="", status=200):
    """The page with the person's answers, or without them once they are finished. Returns HttpResponse."""
    over = visit.over
    back = reverse("support_hand_over", args=[over.support.public_id])
    return visit.show(
        "give_back",
        status=status,
        over=over,
        rows=[] if over.finished_at else rows_of(visit),
        go_on_href=visit.link("answer_question", 1),
        sign_in_href=reverse(settings.LOGIN_URL, query={"next": back}),
        helper=over.support.organisation.plain_name,
        error=error,
        errors=[{"id": "number", "text": error}] if error else [],
    )


def rows_of(visit):
    """What the person answered on this tablet, for components/summary_list.html. A list of dict."""
    given = {answer.question_id: answer for answer in visit.draft.answers.filter(question__in=visit.over.question_ids)}
    rows = [row_of(visit, number, asked, given.get(asked.pk)) for number, asked in enumerate(visit.questions, start=1)]
    for asked, row in zip(visit.questions, rows, strict=True):
        row["attached"] = attached_to(visit, asked, given.get(asked.pk))
    return rows
