"""Who gets to a page of answering, and where those go who cannot: to the start, to the card, to a kind page."""

from functools import wraps

from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from .helping import NOT_SAFE, SAFE
from .visit import Visit


def answering(view):
    """A page of answering: never kept by a cache, and called with a Visit in place of request and address."""

    @sensitive_post_parameters()  # what people typed is in no report of a fault either (S8)
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def page(request, address, **kwargs):
        return view(Visit(request, address), **kwargs)

    return page


def is_on_the_tablet(visit):
    """Whether a page of answering is one of a person with a worker's tablet: a question, and how it is answered."""
    return visit.request.resolver_match.url_name in ("answer_question", "answer_attach", "answer_file")


def gate(visit):
    """Where somebody goes who cannot go on here: no unsent answers, or closed. Returns HttpResponse or None."""
    words = visit.request.POST.get("words", "")
    if visit.request.POST.get("go") == SAFE and not (visit.draft and visit.is_open):
        return redirect(NOT_SAFE)  # whoever is not safe gets there, whatever became of the answers
    if visit.draft is None:
        visit.check_address()
        return visit.lost(words)
    if visit.over and (visit.over.finished_at or not is_on_the_tablet(visit)):
        return visit.go("answer_give_back")
    return None if visit.is_open else visit.show("closed", words=words)


def with_draft(view):
    """A page that needs the person's unsent answers; without them they are sent to where they can go on."""

    @answering
    @wraps(view)
    def page(visit, **kwargs):
        return gate(visit) or view(visit, **kwargs)

    return page
