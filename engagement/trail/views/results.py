"""What people said in a round: counts after it closed, and what we heard."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from easyread.dates import full_date
from easyread.reading import ready

from ..hands import people_in_workshops
from ..heard import corrections_of, heard_in
from ..paths import round_at, serve
from ..results import about_the_count, is_hidden, results_of, who_spoke, workshops_in_words
from ..rounds import pictures_of_question
from ..told import page_of_themes, reading_of

WHY_HIDDEN = ["We do not show the numbers.", "We do this so that nobody can be known."]
NOT_YET = ["We are reading every word.", "Then we write here what we heard."]


@require_safe
def results(request, path):
    """The results of the round at `path` (str). While it is open the page says when they come."""
    return serve(request, round_at(request, path), show)


def show(page, request, args, kwargs):
    """The results page of a round (RoundPage), as a response."""
    context = {"page": page, "back": back_from(page), "plan": page.proposal}
    if page.is_always_open:
        told = {"themes": page_of_themes(page, request.GET.get("page")), "reading": reading_of(page)}
        return render(request, "trail/told_list.html", context | told)
    if page.stage != "closed":
        return render(request, "trail/results_later.html", context | {"when": when_they_come(page)})
    questions, counts = results_of(page)
    heard = heard_in(page, counts)
    ready([page.picture, *pictures_in(questions, heard)])
    context |= {
        "hidden": is_hidden(page, counts),
        "why_hidden": WHY_HIDDEN,
        "not_yet": NOT_YET,
        "questions": questions,
        "counts": counts,
        "tables": who_spoke(counts),
        "about": about_the_count(counts),
        "workshops": workshops_in_words(counts),
        "hands_title": people_in_workshops(counts),
        "heard": heard,
        "corrections": corrections_of(page, heard),
    }
    return render(request, "trail/results.html", context)


def pictures_in(results, heard):
    """Every picture of the questions and themes shown, so that they are made ready together. A list."""
    pictures = [picture for result in results for picture in pictures_of_question(result.question)]
    return pictures + [theme.picture for theme in (heard["themes"] if heard else [])]


def back_from(page):
    """Where the way back leads: to the round itself."""
    return [{"href": page.address, "text": page.title}]


def when_they_come(page):
    """When the results can be seen, as a list of Easy Read sentences."""
    if page.closes_on is None:
        return ["This is always open.", "So we do not count it here."]
    return [f"You can answer until {full_date(page.closes_on)}.", "After that you can see what people said here."]
