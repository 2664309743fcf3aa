"""What the trail shows on pages of the rooms to its right: each hook returns ready-made values for a template."""

from django.urls import reverse
from wagtail import hooks

from easyread.reading import pictures_of
from engagement.bodies.models import PlaceHolder

from .cards import changes_because_of_you, plan_cards
from .open_data import open_data_parts
from .plans import plan_parts
from .rounds import round_parts
from .told import told_parts

# The four lines of *Our voice! Our decision!* as the four things this site shows: name, idea, sentences, place.
FOUR_LINES = [
    ("All voices heard", "our-voice", ["Read the plans.", "Say what you think in your own way."], "/have-your-say/"),
    ("Supporting our voice", "support-worker", ["Get help to say it.", "We read every word."], "/help/"),
    ("Making it happen", "done", ["See what people did.", "See what is late."], "/what-happened/"),
    ("Hearing, deciding and acting", "our-decision", ["See who decides.", "See what they may do."], "/who-decides/"),
]


@hooks.register("where_to")
def where_to(user):
    """Where somebody with a place on a body, or their supporter, goes after signing in: str, or "" for others."""
    return "/my-meetings/" if PlaceHolder.objects.seen_by(user).exists() else ""


@hooks.register("home_context")
def home_context(page, request):
    """The home page: what is open now, what changed because of people, and the four lines."""
    outcomes, done = changes_because_of_you()
    pictures = pictures_of(*(idea for _, idea, _, _ in FOUR_LINES))
    lines = [
        {"title": title, "picture": pictures.get(idea), "words": words, "href": href}
        for title, idea, words, href in FOUR_LINES
    ]
    return {
        "open_plans": [card for card in plan_cards() if card.group == "open"],
        "outcomes": outcomes,
        "done": done,
        "four_lines": lines,
    }


@hooks.register("proposals_context")
def proposals_context(page, request):
    """The list of plans by whether they are open, coming or past."""
    groups = {"open": [], "coming": [], "past": []}
    for card in plan_cards():
        groups[card.group].append(card)
    return {"plans": groups}


@hooks.register("info_context")
def info_context(page, request):
    """The page about open data: what can be taken."""
    return open_data_parts(page)


@hooks.register("plan_context")
def plan_context(page, request):
    """A plan: where it stands, the one next thing to do, its rounds, drafts and decision."""
    return plan_parts(page)


@hooks.register("round_context")
def round_context(page, request):
    """A round: its questions with their choices, and where results and answering are."""
    is_preview = getattr(request, "is_preview", False)
    parts = round_parts(page, is_preview=is_preview)
    return parts if is_preview or not page.is_always_open else parts | {"told": told_parts(page)}


@hooks.register("support_links")
def news_to_take_back(user):
    """On the first page of a worker: the news to take back, which that room may not know."""
    words = ["See what happened to what people said.", "Print posters and letters."]
    return [{"title": "News to take back", "words": words, "href": reverse("news"), "icon": "message"}]
