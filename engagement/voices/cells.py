"""The counts of a round as plain rows from the database: one query, and cells that can be kept and compared (6.5).

A cell is a tuple (what, key, state, provenance, speaking, count). What is counted: "voice" of persons, "group" (the key
is how many people), "choice" (its id), "state" of answers (the question's id).
"""

from collections import Counter, defaultdict

from django.db.models import Count, F, Q, Value

from .models import Answer, AnswerChoice, Voice, Vote
from .models.voices import Speaking


def cells_of(round, **only):
    """Every grouped count of a `round` (RoundPage) in one query. `only`: which of its voices, such as `pk`.

    Returns a list of cells.
    """
    voices = Voice.objects.filter(round=round, **only).counted()
    persons = {"round": round, "is_group": False} | only
    mine = {f"voice__{name}": value for name, value in persons.items()}
    answers = Answer.objects.filter(stands("voice__"), is_current=True, **mine)
    chosen = AnswerChoice.objects.filter(
        stands("answer__voice__"),
        answer__is_current=True,
        **{f"answer__{name}": value for name, value in mine.items()},
    )
    votes = Vote.objects.filter(stands("voice__"), is_current=True, **mine)
    return list(
        grouped(voices.of_persons(), "voice", Value(0), by="").union(
            grouped(answers, "state", F("question_id"), state=F("state")),
            grouped(chosen, "choice", F("choice_id"), by="answer__voice__"),
            grouped(votes, "choice", F("choice_id")),
            grouped(voices.filter(is_group=True), "group", F("people_present"), by=""),
            all=True,
        )
    )


def stands(voice):
    """The condition that a voice is in the closing totals. `voice`: the way to it, such as "answer__voice__"."""
    return Q(**{f"{voice}taken_back_at": None}) | Q(**{f"{voice}taken_back_after_closing": True})


def grouped(rows, what, key, *, state=None, by="voice__"):
    """`rows` (queryset) counted by key, state, provenance and who is speaking. `by`: the way to the voice."""
    return (
        rows.order_by()
        .annotate(what=Value(what), key=key, kept=state or Value(""), p=F(f"{by}provenance"), s=F(f"{by}speaking"))
        .values("what", "key", "kept", "p", "s")
        .annotate(n=Count("pk"))
        .values_list("what", "key", "kept", "p", "s", "n")
    )


def taken_back_late(rounds):
    """Voices of persons taken back after closing, for `rounds` (a value or expression of rounds). A queryset."""
    return Voice.objects.filter(round=rounds, taken_back_after_closing=True, is_group=False).order_by()


def added(*many):
    """Lists of cells as one sorted list, in which each cell stands once. Lists, as JSON keeps them."""
    sums = Counter()
    for cells in many:
        for *cell, count in cells:
            sums[tuple(cell)] += count
    return [[*cell, count] for cell, count in sorted(sums.items()) if count]


def differences(kept, counted):
    """Where `kept` cells are not what was `counted` from rows now: a list of (cell, int kept, int counted).

    Who was speaking is erased when somebody takes back a voice, or what they told about themselves. What everybody saw
    stands (SEAMS.md), so voices may be "not said" now that were kept under another kind; nothing else may differ.
    """
    kept, counted = by_speaker(kept), by_speaker(counted)
    found = []
    for cell in sorted(kept.keys() | counted.keys()):
        more = counted[cell] - kept[cell]
        if kept[cell].total() != counted[cell].total() or more.keys() - {Speaking.NOT_SAID}:
            found.append((cell, kept[cell].total(), counted[cell].total()))
    return found


def by_speaker(cells):
    """Cells as a dict of (what, key, state, provenance) to a Counter of who is speaking."""
    found = defaultdict(Counter)
    for *cell, speaking, count in cells:
        found[tuple(cell)][speaking] += count
    return found
