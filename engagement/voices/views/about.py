"""About you: who is speaking, apart from what they said, and whether their words may be shown."""

from django.core.exceptions import ValidationError

from ..attached import agreed_for
from ..flows import save_about
from ..forms import AboutForm
from .visit import with_draft


@with_draft
def about(visit):
    """The page about the person. Skip stores nothing; everything here is optional."""
    if visit.request.method != "POST":
        return show(visit, form_of(visit, initial=visit.draft.about or None))
    form = form_of(visit, visit.request.POST)
    if visit.request.POST.get("go") == "skip":
        return skip(visit)
    if not form.is_valid():
        return show(visit, form)
    try:
        save_about(draft=visit.draft, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error)
        return show(visit, form)
    if visit.request.POST.get("go") == "back":
        return visit.go("answer_question", len(visit.questions)) if visit.questions else visit.go("answer")
    return visit.go("answer_check")


def form_of(visit, *data, **initial):
    """The form, which asks about a picture and a voice only when the person gave one. Returns AboutForm."""
    return AboutForm(*data, asked_for=agreed_for(visit.draft.attachments.all()), **initial)


def skip(visit):
    """Go on and tell nothing; what was told before on this page goes too. Returns HttpResponse."""
    if visit.draft.about:
        save_about(draft=visit.draft)
    return visit.go("answer_check")


def show(visit, form):
    """The page with its `form` (AboutForm). Returns HttpResponse."""
    return visit.show("about", form=form)
