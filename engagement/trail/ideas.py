"""The ideas of a round *What matters?* as everybody may see them: turned, so that none is last by coming late.

A page here is the same for all who read it, so it cannot have each person's own order. There are TURNS orders, each as
if shuffled; the address says which, and the list begins with another one each day (docs/what-matters.md).
"""

from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects
from django.utils import timezone

from easyread.dates import full_date
from easyread.reading import ready
from engagement.decisions.models import Reply
from engagement.heard.ideas import STANDS, behind
from engagement.heard.models import Idea, IdeaAnswer
from engagement.polls.models import Choice
from engagement.voices.keys import place_of
from engagement.voices.models.whose import is_own
from engagement.voices.small_numbers import in_words

from . import files
from .quotes import shown_quotes
from .story import what_was_heard

A_PAGE = 12
TURNS = 12
MOST_FILES = 6  # pictures and recordings on the page of one idea
FIRST = 10  # of the ideas that most people picked, on the page of results
AS_MANY = "picks"  # the order of ideas that as many people picked: it has nothing to do with when they came
TOO_LATE = ["We showed this idea after the round had closed.", "So nobody could pick it."]


@dataclass
class Listed:
    """One page of ideas. `ideas`: list of Idea, each with `href` and `picks` (int or None)."""

    ideas: list
    number: int
    pages: int
    total: int


@dataclass
class Told:
    """One idea with all that may be said of it."""

    idea: Idea
    picks: int | None = None
    how_many: list = field(default_factory=list)
    quotes: list = field(default_factory=list)
    files: list = field(default_factory=list)  # pictures and recordings of people, as components/attachment.html takes
    when: list = field(default_factory=list)
    became: list = field(default_factory=list)  # of (sentence, address): where its way went on


def turn_of_today():
    """The order with which the list begins today, 1 to TURNS (int)."""
    return timezone.localdate().toordinal() % TURNS + 1


def ideas_href(page):
    """Where the ideas of a round (RoundPage) are, or "" while there are none. One query, for such rounds alone."""
    if page.kind != page.Kind.WHAT_MATTERS or page.pk is None:
        return ""
    return f"{page.address}ideas/" if Idea.objects.filter(round=page).ever_shown().exists() else ""


def listed(page, turn, number, counts=None):
    """Page `number` (int) of the ideas of a round (RoundPage) in the order of `turn` (int), as Listed, or None.

    `counts`: Counts of a closed round whose numbers are public; then the idea that most people picked is first.
    Three queries for any number of ideas.
    """
    rows = Idea.objects.filter(round=page).shown().values_list("pk", "public_id", "choice")
    shuffle = turn if counts is None else AS_MANY
    order = [
        pk for _, _, pk in sorted((-picked(counts, choice), place_of(shuffle, idea), pk) for pk, idea, choice in rows)
    ]
    pages = max((len(order) + A_PAGE - 1) // A_PAGE, 1)
    if not 1 <= number <= pages:
        return None
    wanted = order[(number - 1) * A_PAGE : number * A_PAGE]
    found = Idea.objects.select_related("picture").in_bulk(wanted)
    ideas = [found[pk] for pk in wanted]
    ready(idea.picture for idea in ideas)
    for idea in ideas:
        idea.href = f"{page.address}ideas/idea-{idea.number}/"
        idea.picks = None if counts is None else picked(counts, idea.choice_id)
    return Listed(ideas, number, pages, len(order))


def picked(counts, choice):
    """How many picked the idea whose `choice` (its id) is known. `counts`: Counts or None. Returns int."""
    return counts.choices[choice].total if counts and choice in counts.choices else 0


def by_picks(question, counts):
    """What people picked in a `question` (Question): its ideas as a list of Choice, the one with most picks first.

    Ideas with as many stand in an order that has nothing to do with when they came. One that was taken down stands
    there while somebody's pick counts for it. Only the FIRST have their picture.
    """
    rows = Choice.objects.filter(question=question.pk, together_with=None)
    choices = [choice for choice in rows if choice.ended_at is None or picked(counts, choice.pk)]
    choices.sort(key=lambda choice: (-picked(counts, choice.pk), place_of(AS_MANY, choice.public_id)))
    prefetch_related_objects(choices[:FIRST], "picture")
    for choice in choices[FIRST:]:
        choice.picture = None
    return choices


def idea_at(page, number):
    """The idea with this `number` (int) of a round (RoundPage), which everybody could see once, or None."""
    joined = ("choice__together_with__idea", "picture", "theme", "counts")
    return Idea.objects.filter(round=page, number=number).ever_shown().select_related(*joined).first()


def told(page, idea, counts=None):
    """All that may be said of a shown `idea` (Idea) of a round (RoundPage), as Told. `counts`: as for `listed`."""
    ready([idea.picture])
    shown_on = timezone.localdate(idea.shown_at)
    late = page.stage == "closed" and shown_on > page.closes_on
    account = what_was_heard(page)
    return Told(
        idea=idea,
        picks=None if counts is None or late else picked(counts, idea.choice_id),
        how_many=how_many(page, idea) if account else [],
        quotes=shown_quotes(behind(idea).filter(is_own("answer__")).exclude(words="")),
        files=files_of(idea),
        when=TOO_LATE if late else [f"We showed this idea on {full_date(shown_on)}."],
        became=what_became(page, idea) if account and idea.theme_id else [],
    )


def files_of(idea):
    """The pictures and recordings behind an `idea` (Idea) that everybody may see and hear, as a list. One query."""
    rows = files.public_files().filter(answer__in=behind(idea).values("answer")).order_by("pk")
    return [files.told(row) for row in rows[:MOST_FILES]]


def how_many(page, idea):
    """How many people said an idea alike, once what we heard is published, as a list of Easy Read sentences."""
    counts = getattr(idea, "counts", None)
    if counts is None:
        return []
    sentences = [] if page.small_round else [f"{in_words(counts.by_own + counts.by_others)} said this."]
    if counts.by_groups:
        sentences.append("1 group said this." if counts.by_groups == 1 else f"{counts.by_groups} groups said this.")
    return sentences


def my_ideas(mine, story):
    """The ideas behind which the words of one person stand, for their card: a list of Idea, each with `href`.

    `mine`: MyVoice; none without the long link. `story`: Story. One query, for rounds with ideas alone.
    """
    page = next((page for page in story.rounds if page.pk == mine.round.pk), None)
    if not mine.is_own or page is None or page.kind != page.Kind.WHAT_MATTERS:
        return []
    rows = IdeaAnswer.objects.filter(STANDS, answer__voice=mine.voice, idea__shown_at__isnull=False)
    found = {}
    for row in rows.select_related("idea__choice__together_with__idea"):
        idea = row.idea.choice.together_with.idea if row.idea.is_told_with_another else row.idea
        idea.href = f"{page.address}ideas/idea-{idea.number}/"
        found[idea.pk] = idea
    return list(found.values())


def what_became(page, idea):
    """Where the way of an idea went on: what we heard, and what a body answered. A list of (sentence, address)."""
    theme = idea.theme
    steps = [(f"It is a part of what we heard: {theme.title}.", f"{page.address}results/#theme-{theme.public_id}")]
    replies = Reply.objects.filter(theme=theme, decision__published_at__isnull=False).select_related(
        "decision__meeting"
    )
    return steps + [
        (f"A body answered on {full_date(reply.decision.meeting.held_on)}.", reply.decision.address)
        for reply in replies.order_by("pk")
    ]
