"""What is known of ideas: who stands behind them, how many said alike, and what is not an idea yet. Flat in queries."""

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from engagement.polls.models import Question
from engagement.voices.models.whose import is_own

from .models import Idea, IdeaAnswer
from .reports import COUNTED, NOBODY, read

STANDS = Q(answer__is_current=True, answer__held_out=False, answer__voice__taken_back_at=None)
# An idea that was put together with another is counted there.
SHOWN_AS = Coalesce("idea__choice__together_with__idea", "idea")


def behind(idea):
    """The answers that stand behind an `idea` (Idea), and behind those told with it. A queryset of IdeaAnswer."""
    mine = Q(idea=idea)
    if idea.choice_id:
        mine |= Q(idea__choice__together_with=idea.choice_id)
    return IdeaAnswer.objects.filter(STANDS, mine)


def counts_of_ideas(ideas, and_also=NOBODY):
    """How many said each of `ideas` (of Idea) alike, from rows. A dict: pk → dict of COUNTED to int. One query.

    `and_also`: Q of voices (from an IdeaAnswer) that count although they were taken back.
    """
    ids = [idea.pk for idea in ideas]
    stands = Q(answer__is_current=True) & (Q(answer__voice__taken_back_at=None) | and_also)
    person, group = Q(answer__voice__is_group=False), Q(answer__voice__is_group=True)

    def voices(condition):
        return Count("answer__voice", filter=condition, distinct=True)

    rows = (
        IdeaAnswer.objects.filter(stands)
        .filter(Q(idea__in=ids) | Q(idea__choice__together_with__idea__in=ids))
        .order_by()
        .annotate(shown_as=SHOWN_AS)
        .values("shown_as")
        .annotate(
            by_own=voices(person & is_own("answer__")),
            by_others=voices(person) - F("by_own"),
            by_groups=voices(group),
            answers_in=Count("answer", distinct=True),
        )
    )
    nothing = {pk: dict.fromkeys(COUNTED, 0) for pk in ids}
    return nothing | {row["shown_as"]: {name: row[name] for name in COUNTED} for row in rows}


def to_sort(round):
    """The read words of a `round` (RoundPage) that are behind no idea yet, oldest first. A queryset of Answer."""
    ideas = IdeaAnswer.objects.filter(answer=OuterRef("pk"))
    return read(round).filter(~Exists(ideas))


def ideas_of(round, show="", search=""):
    """The ideas of a `round` (RoundPage) for staff, the newest first. A queryset of Idea.

    `show`: "waiting", "shown", "down", "alike" or "" for all. `search`: plain words (str) of the title.
    """
    ideas = Idea.objects.filter(round=round).select_related("choice__together_with__idea", "theme").order_by("-number")
    wanted = {
        "waiting": Q(shown_at=None),
        "shown": Q(shown_at__isnull=False, taken_down_at=None, choice__together_with=None),
        "down": Q(taken_down_at__isnull=False),
        "alike": Q(choice__together_with__isnull=False),
    }
    ideas = ideas.filter(wanted.get(show, Q()))
    for word in search.split()[:5]:
        ideas = ideas.filter(title__icontains=word)
    return ideas


def has_pick_question(round):
    """Whether people can pick ideas in a `round` (RoundPage). Returns bool."""
    return Question.objects.filter(round=round, kind=Question.Kind.PICK, ended_at=None).exists()
