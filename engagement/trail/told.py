"""What people told us, as everybody may see it: whether we read in time, each theme, and what began with it."""

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, Subquery
from django.utils import timezone

from easyread.blocks import lines
from easyread.dates import full_date
from easyread.reading import ready
from engagement.decisions.models import Debt, DebtAnswer, Reply
from engagement.heard.in_time import how_reading_stands
from engagement.heard.models import Quote, StartedPlan, Theme
from engagement.proposals.working_days import READ_WITHIN
from engagement.voices.small_numbers import SMALL_NUMBER, is_small, public_parts, rounded

from .cards import Card
from .debts import state_tag, tell_debt
from .meanings import NO_SPLIT
from .quotes import shown_quotes

PROMISE = [
    f"We read everything within {READ_WITHIN} working days.",
    "Working days are Monday to Friday.",
    "Bank holidays do not count.",
]
A_PAGE = 12
NEWEST = 4
FEW = "A few people said this."
NOBODY_YET = ("We look for who can answer", "soon")


def reading_of(page):
    """Whether we read in time what people tell us: a dict with `words` and `late` (lists of sentences). 2 queries.

    Few are told as few, and many as about how many, so that nobody can watch one person's words come in (3.9).
    """
    stands = how_reading_stands(page)
    late = []
    if stands["late"]:
        late = ["We did not read some things in time.", "We are sorry."]
        if not is_small(stands["late"]):
            late.insert(1, f"About {rounded(stands['late']):,} things are late.")
    return {"words": [*PROMISE, still_to_read(stands["waiting"])], "late": late}


def still_to_read(count):
    """How many things wait, in one sentence (str). `count`: int."""
    if is_small(count):
        return f"Fewer than {SMALL_NUMBER} things wait now."
    return f"About {rounded(count):,} things wait now."


def told_parts(page):
    """What the page of an always open round (RoundPage) shows besides its words. Returns a dict."""
    themes = list(listed_themes(page)[:NEWEST])
    ready(theme.picture for theme in themes)
    return {"reading": reading_of(page), "themes": [theme_card(theme, page) for theme in themes]}


def public_themes(page=None):
    """Themes that people told us and everybody can read, newest first, with all that is shown of them. A queryset.

    `page`: their RoundPage, or None for any that is live. Three queries for any number of themes.
    """
    themes = Theme.objects.told().filter(round__live=True)
    themes = themes if page is None else themes.filter(round=page)
    plans = StartedPlan.objects.filter(proposal__live=True).select_related("proposal")
    plans = plans.defer("proposal__easy_read", "proposal__standard")
    streams = (f"round__{name}" for name in ("easy_read", "standard", "questions"))
    return (
        themes.select_related("picture", "counts", "round")
        .defer(*streams)
        .prefetch_related(
            Prefetch("debts", Debt.objects.in_full().order_by("sent_on", "pk")), Prefetch("started", plans)
        )
    )


def listed_themes(page):
    """Themes of `page` (RoundPage) that everybody can read, newest first, with what a card shows of each. One query.

    Each with `due` (date or None: by when the next answer is due), `last` (str or None: the last answer of a body that
    did not hand it on) and `began` (bool: whether a plan began with it).
    """
    waits = Debt.objects.waiting().filter(theme=OuterRef("pk"))
    said = DebtAnswer.objects.filter(debt__theme=OuterRef("pk"), debt__handed_on=None).order_by("-answered_on", "-pk")
    return (
        Theme.objects.told()
        .filter(round=page)
        .select_related("picture", "counts")
        .annotate(
            due=Subquery(waits.values("due_on")[:1]),
            last=Subquery(said.values("answer")[:1]),
            began=Exists(StartedPlan.objects.filter(theme=OuterRef("pk"), proposal__live=True)),
        )
    )


def page_of_themes(page, number):
    """One page of what people told us, newest first: a Django Page of Cards. `number`: what was asked for (str)."""
    found = Paginator(listed_themes(page), A_PAGE).get_page(number)
    ready(theme.picture for theme in found)
    found.object_list = [theme_card(theme, page) for theme in found]
    return found


def theme_card(theme, page):
    """A theme of `listed_themes` of a `page` (RoundPage) as a Card that leads to its own page."""
    theme.round = page
    tag, kind = tag_of(theme)
    began = ["A plan began with this."] if theme.began else []
    return Card(
        title=theme.title,
        href=theme.address,
        picture=theme.picture,
        words=[*lines(theme.plain)[:2], *how_many(theme), *began],
        tag=tag,
        kind=kind,
    )


def tag_of(theme):
    """How a theme of `listed_themes` stands, as its tag: words and kind (two str)."""
    if theme.due is None:
        return state_tag(theme.last) if theme.last else NOBODY_YET
    if theme.due < timezone.localdate():
        return state_tag("late")
    return state_tag(theme.last if theme.last == Reply.Answer.NOT_YET else "waiting")


def how_many(theme):
    """How many voices said what a theme says, as of the day it was counted, as a list of sentences (3.9)."""
    counts = getattr(theme, "counts", None)
    if counts is None or theme.round.small_round:
        return []
    people, words = counts.by_own + counts.by_others, []
    if people:
        words.append(FEW if is_small(people) else f"On {full_date(counts.counted_on)} there were {people:,} voices.")
    if counts.by_groups:
        words.append("1 group said this." if counts.by_groups == 1 else f"{counts.by_groups} groups said this.")
    return words


def whose_words(theme):
    """The theme's voices by whose words they are, rounded, as sentences; [] where few could be found in it (3.2)."""
    counts = getattr(theme, "counts", None)
    shown = counts and public_parts({"own": counts.by_own, "others": counts.by_others})
    if counts is None or theme.round.small_round or is_small(counts.by_own + counts.by_others):
        return []
    if not shown:
        return NO_SPLIT
    return [f"About {shown['own']} used their own words.", f"For about {shown['others']}, others said it."]


def told_theme(page, public_id):
    """One public theme with its quotes and debts, as its own page shows it; None when there is none. A Theme.

    `page`: the RoundPage it was told in; `public_id`: UUID.
    """
    theme = public_themes(page).filter(public_id=public_id).first()
    if theme is None:
        return None
    ready([theme.picture])
    theme.how_many = [*how_many(theme), *whose_words(theme)]
    theme.shown_quotes = shown_quotes(Quote.objects.filter(theme=theme))
    theme.asked = [tell_debt(debt) for debt in theme.debts.all()]
    theme.plans = plans_of(theme)
    theme.put_right = [
        {"title": "We put this right", "words": [*lines(row.reason), f"We did this on {full_date(row.made_at)}."]}
        for row in theme.corrections.all()
        if row.kind == row.Kind.PUT_RIGHT
    ]
    return theme


def plans_of(theme):
    """The plans that began with a theme of `public_themes`, for components/link_list.html."""
    return [{"icon": "paper", "text": row.proposal.title, "href": row.proposal.address} for row in theme.started.all()]


def steps_of(theme):
    """Where a theme of `public_themes` stands, for components/steps.html."""
    debts = theme.debts.all()
    steps = [
        {"title": "People told us", "state": "done"},
        {"title": "We read it and said what we heard", "state": "done"},
    ]
    began = [{"title": "A plan began", "state": "done", "href": row["href"]} for row in plans_of(theme)]
    if began and not debts:  # the body that decides the plan answers
        return steps + began
    steps.append({"title": "We asked who can answer", "state": "done" if debts else "now"})
    if any(debt.state == "late" for debt in debts):
        steps.append({"title": "They answer", "state": "late"})
    elif debts:
        waits = any(debt.state in ("waiting", "not_yet") for debt in debts)
        steps.append({"title": "They answer", "state": "now" if waits else "done"})
    else:
        steps.append({"title": "They answer", "state": "next"})
    return steps + began
