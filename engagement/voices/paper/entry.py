"""What was typed in of one form, for its typist, the lead of the organisation and the Unit; and its picture."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from easyread.media import serve

from ..flows import add_scan, remove_scan
from ..permissions import changed_with_card
from .access import own_entry, paper_page
from .asking import EASE, is_question, question_id
from .boxes import context_of
from .meaning import standing
from .typed import in_words

VOTED = ["The person voted here. We never show the vote."]
SAID = {"added": "We keep the picture with this form.", "removed": "The picture is removed."}


@paper_page
def entry(request, code):
    """What was typed in. POST adds a picture of the form."""
    copy = own_entry(request, code)
    if request.method != "POST":
        return show(request, copy)
    try:
        add_scan(copy=copy, by=request.user, file=request.FILES.get("file"), led=request.led)
    except ValidationError as error:
        return show(request, copy, errors=[{"id": "file", "text": error.messages[0]}], status=400)
    return redirect(reverse("paper_entry", args=[code], query={"said": "added"}))


def show(request, copy, errors=(), status=200):
    """The page. What the person changed with the card is theirs alone. Returns HttpResponse."""
    is_theirs = bool(copy.voice.taken_back_at) or changed_with_card(copy.voice)
    context = context_of(copy) | {
        "rows": [] if is_theirs else rows_of(copy),
        "is_theirs": is_theirs,
        "may_worry": bool(request.organisations) and not is_theirs,
        "scans": list(copy.scans.all()),
        "errors": errors,
        "said": SAID.get(request.GET.get("said"), ""),
    }
    return render(request, "voices/paper/entry.html", context, status=status)


def rows_of(copy):
    """What was typed, for components/summary_list.html. A vote is not shown again (6.9). A list of dict."""
    there = standing(copy.voice, copy.batch.asked)
    voted = set(copy.voice.votes.filter(is_current=True).values_list("poll__question", flat=True))
    return [
        {
            "question": row["text"],
            "answer": VOTED if is_question(row) and question_id(row) in voted else in_words(row, there[row["key"]]),
        }
        for row in copy.batch.asked
        if row["key"] != EASE  # kept with nobody's answers
    ]


@paper_page
def scan(request, code, public_id):
    """One picture of a form, for those who may see what was typed. POST removes it."""
    copy = own_entry(request, code)
    found = get_object_or_404(copy.scans.select_related("copy__voice"), public_id=public_id)
    if request.method == "POST":
        remove_scan(scan=found, by=request.user, led=request.led)
        return redirect(reverse("paper_entry", args=[code], query={"said": "removed"}))
    suffix = found.name.rpartition(".")[2]
    return serve(request, name=found.name, content_type=found.content_type, filename=f"form-{copy.number}.{suffix}")
