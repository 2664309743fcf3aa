"""The ideas of a round: a list in an order that turns, and one page for each idea."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ..ideas import TURNS, idea_at, listed, told, turn_of_today
from ..paths import round_at, serve
from ..results import public_counts

GONE = 410


@require_safe
def ideas(request, path, turn=None, number=1):
    """The list of ideas of the round at `path` (str). `turn`: int, the order; `number`: int, the page."""
    page = with_ideas(request, path)
    if turn is not None and not 1 <= turn <= TURNS:
        raise Http404("There is no such order.")
    return serve(request, page, lambda page, request, args, kwargs: show_list(request, page, turn, number))


def with_ideas(request, path):
    """The live round *What matters?* at `path` (str). Raises Http404 for any other."""
    page = round_at(request, path)
    if page.kind != page.Kind.WHAT_MATTERS:
        raise Http404("This round has no ideas.")
    return page


def show_list(request, page, turn, number):
    """One page of the list. Returns HttpResponse."""
    turn, counts = turn or turn_of_today(), public_counts(page)
    found = listed(page, turn, number, counts)
    if found is None:
        return redirect(f"{page.address}ideas/")
    base = f"{page.address}ideas/{turn}/"
    context = {
        "page": page,
        "back": [{"href": page.address, "text": page.title}],
        "listed": found,
        "counted": counts is not None,
        "before_href": f"{base}{number - 1}/" if number > 1 else "",
        "next_href": f"{base}{number + 1}/" if number < found.pages else "",
        "turned_href": f"{page.address}ideas/{turn % TURNS + 1}/" if counts is None and found.total > 1 else "",
        "answer_href": f"{page.address}answer/" if page.is_open else "",
    }
    return render(request, "trail/ideas.html", context)


@require_safe
def idea(request, path, number):
    """The page of one idea. `number`: int, of the idea in its round."""
    page = with_ideas(request, path)
    found = idea_at(page, number)
    if found is None:
        raise Http404("There is no idea with this number.")
    return serve(request, page, lambda page, request, args, kwargs: show_idea(request, page, found))


def show_idea(request, page, found):
    """What may be said of one idea; of one taken down, only why. Returns HttpResponse."""
    back = [{"href": f"{page.address}ideas/", "text": "all ideas"}]
    context = {
        "page": page,
        "idea": found,
        "back": back,
        "answer_href": f"{page.address}answer/" if page.is_open else "",
    }
    if found.taken_down_at:
        return render(request, "trail/idea_gone.html", context, status=GONE)
    if found.is_told_with_another:
        other = found.choice.together_with.idea
        return render(
            request, "trail/idea_together.html", context | {"other": other, "href": f"../idea-{other.number}/"}
        )
    return render(request, "trail/idea.html", context | {"told": told(page, found, public_counts(page))})
