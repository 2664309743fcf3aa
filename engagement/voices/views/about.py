"""About you: who is speaking, apart from what they said, and whether their words may be shown."""

from django.core.exceptions import ValidationError

from ..attached import agreed_for
from ..flows import save_about
from ..forms import AboutForm
from .gates import with_draft
from .helping import SAFE, STOP, elsewhere
from .stopping import stop_now


@with_draft
def about(visit):
    """The page about the person. Skip stores nothing; everything here is optional."""
    if visit.request.method != "POST":
        return show(visit, form_of(visit, initial=visit.draft.about or None))
    form, go = form_of(visit, visit.request.POST), visit.request.POST.get("go")
    if go == "skip":
        return skip(visit)
    stored = store(visit, form)
    return after(visit, go) if stored or go == SAFE else show(visit, form)


def store(visit, form):
    """Store what was told in the `form` (AboutForm). Returns bool; what was wrong stands in the form then."""
    if form.is_valid():
        try:
            save_about(draft=visit.draft, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
    return not form.errors


def after(visit, go):
    """Where a press leads. Returns HttpResponse."""
    if go == STOP:
        return stop_now(visit, "about")
    if away := elsewhere(visit, go, here="about", words_href=words_href(visit)):
        return away
    if go == "back":
        return visit.go("answer_question", len(visit.questions)) if visit.questions else visit.go("answer")
    return visit.go("answer_check")


def words_href(visit):
    """The same page in the other version (str)."""
    return visit.link("answer_about", standard=not visit.standard)


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
    return visit.show("about", form=form, stores="next", here="about", words_href=words_href(visit))
