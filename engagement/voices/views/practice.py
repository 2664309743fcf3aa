"""A practice question before the first one (Q2): it shows what a press does, and nothing of it is kept anywhere."""

from easyread.kept import kept
from easyread.reading import pictures_of

from .gates import with_draft
from .helping import elsewhere

CHOICES = [("yes", "Yes", "thumb-up"), ("no", "No", "thumb-down"), ("not_sure", "I am not sure", "not-sure")]
PICTURE = "cup-of-tea"
NO_CHOICE = "Choose 1 answer. Or press Skip."


@with_draft
def practice(visit):
    """The practice page. A press tells what it did; nothing is stored, and it is not counted as a question."""
    if visit.over or not visit.round.practises:
        return visit.go("answer_question", 1)
    if visit.request.method != "POST":
        return show(visit)
    go, chosen = visit.request.POST.get("go"), visit.request.POST.get("choice", "")
    if go == "back":
        return visit.go("answer")
    if go in ("skip", "start"):
        return visit.go("answer_question", 1)
    return elsewhere(visit, go, here="practice", words_href=words_href(visit)) or tried(visit, chosen)


def tried(visit, chosen):
    """What the press of Next did. `chosen`: the value that was chosen (str), or "". Returns HttpResponse."""
    label = {value: label for value, label, _ in CHOICES}.get(chosen)
    return show(visit, chosen=chosen, told=label or "", error="" if label else NO_CHOICE)


def words_href(visit):
    """The same page in the other version (str)."""
    return visit.link("answer_practice", standard=not visit.standard)


def show(visit, chosen="", told="", error=""):
    """The page. `told`: the answer that was pressed (str), or "". Returns HttpResponse."""
    options = [{"value": v, "label": label, "icon": icon, "checked": v == chosen} for v, label, icon in CHOICES]
    pictures = kept(visit.request, ("picture of practice",), lambda: pictures_of(PICTURE))
    return visit.show(
        "practice",
        options=options,
        picture=pictures.get(PICTURE),
        told=told,
        error=error,
        errors=[{"id": "choice-1", "text": error}] if error else [],
        first_href=visit.link("answer_question", 1),
        here="practice",
        words_href=words_href(visit),
    )
