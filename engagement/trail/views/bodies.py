"""Who decides: the register, one body, and who answers to whom."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from easyread.reading import ready
from engagement.bodies.models import Body

from ..asked import newest_questions, questions_in_words, with_questions
from ..body_facts import sections_of
from ..debts import answered_by
from ..owed import asked_of, decided_by, owed_by
from ..register import STATUS_TAGS, register_groups, tree_of_bodies

HOME = {"href": "/", "text": "the home page"}
NOT_KNOWN = [
    "We found these groups in 2 papers.",
    "The papers do not tell us everything.",
    "When we do not know something, we say so.",
]
REGISTER = {"href": "/who-decides/", "text": "who decides"}


@require_safe
def register(request):
    """Every body, in groups by what it can do and how it stands."""
    groups = register_groups()
    links = [{"text": group["title"], "href": f"#{group['key']}"} for group in groups]
    context = {"groups": groups, "on_this_page": links, "not_known": NOT_KNOWN, "back": [HOME]}
    return render(request, "trail/register.html", context)


@require_safe
def body_map(request):
    """Who answers to whom, as lists in lists."""
    trees, others = tree_of_bodies()
    links = [{"text": body.plain_name, "href": body.address} for body in others]
    return render(request, "trail/body_map.html", {"trees": trees, "others": links, "back": [REGISTER]})


def on_this_page(sections):
    """Links to the sections of a body's page, as a list of dicts."""
    links = [{"text": section["title"], "href": f"#{section['key']}"} for section in sections]
    return [
        *links,
        {"text": "What it was asked", "href": "#asked"},
        {"text": "What it answered", "href": "#answered"},
        {"text": "What it decided", "href": "#decided"},
        {"text": "What it still owes", "href": "#owed"},
    ]


@require_safe
def body(request, slug):
    """One body: what it can decide, who has a place, who it answers to, what it was asked, decided and still owes."""
    found = with_questions(Body.objects.select_related("picture")).filter(slug=slug).first()
    if found is None:
        raise Http404("There is no body at this address.")
    ready([found.picture])
    asks, decides = asked_of(found)
    sections = sections_of(found)
    context = {
        "body": found,
        "tag": STATUS_TAGS[found.status],
        "sections": sections,
        "on_this_page": on_this_page(sections),
        "asks": asks,
        "decides": decides,
        "decided": decided_by(found),
        "answered": answered_by(found),
        "questions": questions_in_words(found),
        "newest_questions": newest_questions(found),
        "owed": [owed.as_card() for owed in owed_by(found)],
        "back": [REGISTER],
    }
    return render(request, "trail/body.html", context)
