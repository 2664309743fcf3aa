"""The counts of a round as plain rows from the database: one query, and cells that can be kept and compared (6.5).

A cell is a tuple (what, key, state, provenance, speaking, count). What is counted: "voice" of persons, "group" (the key
is how many people), "hands" of groups (the choice's id), "choice" (its id), "state" of answers (the question's id), and
"moved": answers of a question whose words are of another kind than their voice's, which stands in place of the state.
"place": a thing that was put in order (its choice's id; the state is its place). "pile": a thing that was sorted (the
state is its pile). "amount": a number that people gave (its question's id; the state is its step of bands.LADDER).
Hands for a thing in a pile are "hands:" and the pile.
"""

from collections import Counter, defaultdict

from django.db.models import Case, CharField, Count, F, Q, Sum, Value, When
from django.db.models.functions import Cast, Coalesce, Concat

from .bands import ABOVE, LADDER
from .models import Answer, AnswerChoice, Hands, Voice, Vote
from .models.voices import Provenance, Speaking
from .models.whose import provenance_of
from .small_numbers import SMALL_NUMBER

# Ideas that people put together are one: who picked two of them counts once.
IDEA = Coalesce("choice__together_with", "choice_id")
EACH_ROW = Count("pk")
PLACE = Cast("place", CharField())
STEP = Case(*(When(number__lte=step, then=Value(str(step))) for step in LADDER), default=Value(ABOVE))
HANDS = "hands"
HANDS_IN = Case(When(pile="", then=Value(HANDS)), default=Concat(Value("hands:"), "pile"))
SMALL = "small"  # the state of hands of groups of fewer than SMALL_NUMBER


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
    plain, picked = chosen.filter(place=None, pile=""), chosen.filter(place__isnull=False, ranked=False)
    moved = answers.exclude(provenance="").exclude(provenance=F("voice__provenance"))
    return list(
        grouped(voices.of_persons(), "voice", Value(0)).union(
            grouped(answers, "state", F("question_id"), state=F("state"), row=""),
            grouped(moved, "moved", F("question_id"), state=F("voice__provenance"), row=""),
            grouped(plain, "choice", F("choice_id"), row="answer__"),
            grouped(picked, "choice", IDEA, row="answer__", each=Count("answer", distinct=True)),
            grouped(chosen.filter(ranked=True), "place", F("choice_id"), state=PLACE, row="answer__"),
            grouped(chosen.exclude(pile=""), "pile", F("choice_id"), state=F("pile"), row="answer__"),
            grouped(answers.exclude(number=None), "amount", F("question_id"), state=STEP, row=""),
            grouped(votes, "choice", F("choice_id"), row=""),
            grouped(voices.filter(is_group=True), "group", F("people_present")),
            hands_up(round, **only),
            all=True,
        )
    )


def stands(voice):
    """The condition that a voice is in the closing totals. `voice`: the way to it, such as "answer__voice__"."""
    return Q(**{f"{voice}taken_back_at": None}) | Q(**{f"{voice}taken_back_after_closing": True})


def grouped(rows, what, key, *, state=None, row=None, each=EACH_ROW):
    """`rows` (queryset) counted by key, state, provenance and who is speaking.

    `row`: the way to the answer or vote whose words they are; None for rows that are voices. `each`: what is counted.
    """
    whose = F("provenance") if row is None else provenance_of(row)
    speaking = F("speaking" if row is None else f"{row}voice__speaking")
    return (
        rows.order_by()
        .annotate(what=Value(what), key=key, kept=state or Value(""), p=whose, s=speaking)
        .values("what", "key", "kept", "p", "s")
        .annotate(n=each)
        .values_list("what", "key", "kept", "p", "s", "n")
    )


def hands_up(round, **only):
    """The hands of the groups of a `round` (RoundPage) by choice; the state says "small" for those of small groups."""
    mine = {f"session__voice__{name}": value for name, value in ({"round": round} | only).items()}
    rows = Hands.objects.filter(stands("session__voice__"), count__gt=0, **mine).order_by()
    size = Case(When(session__present__lt=SMALL_NUMBER, then=Value(SMALL)), default=Value(""))
    counted = rows.annotate(what=HANDS_IN, key=IDEA, kept=size, p=Value(""), s=Value(""))
    counted = counted.values("what", "key", "kept", "p", "s").annotate(n=Sum("count"))
    return counted.values_list("what", "key", "kept", "p", "s", "n")


def amounts_of(cells):
    """The amounts in `cells` by question: a dict of its id to a Counter of step to int.

    Somebody else's view is left out, so that bands are big enough where it does not count, and then everywhere.
    """
    found = defaultdict(Counter)
    for what, key, step, provenance, _, count in cells:
        if what == "amount" and provenance != Provenance.SOMEONE_ELSE:
            found[key][step] += count
    return found


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
