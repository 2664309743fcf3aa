"""Counting a round from its rows: who spoke, what they chose, what they left out; one query for all of it (F2)."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, F, Q, Value

from .models import Answer, AnswerChoice, Voice, Vote
from .models.voices import PERSONS_OWN, Provenance, Speaking
from .small_numbers import SMALL_NUMBER

OWN, OTHERS = "own", "others"

# Who is speaking, in the three kinds that the public may see.
PUBLIC_SPEAKING = {
    Speaking.LEARNING_DISABILITY: "people",
    Speaking.AUTISTIC: "people",
    Speaking.CARER: "carers",
    Speaking.FAMILY: "carers",
    Speaking.STAFF: "others",
    Speaking.SEVERAL: "others",
    Speaking.NOT_SAID: "others",
}


def whose(provenance):
    """Whether words are the person's own (said, or read back and agreed) or others'. Returns "own" or "others"."""
    return OWN if provenance in PERSONS_OWN else OTHERS


@dataclass
class Split:
    """One exact total and its parts, all from rows. `total`: int; `whose` and `speaking`: Counter of part to int."""

    total: int = 0
    whose: Counter = field(default_factory=Counter)
    speaking: Counter = field(default_factory=Counter)

    def add(self, provenance, speaking, count):
        """Count `count` (int) more voices of this provenance and kind of speaker."""
        self.total += count
        self.whose[whose(provenance)] += count
        self.speaking[PUBLIC_SPEAKING[speaking]] += count


@dataclass
class Counts:
    """All counts of one round. Exact: for staff, and for the public only through small_numbers."""

    voices: Split = field(default_factory=Split)
    choices: dict = field(default_factory=lambda: defaultdict(Split))  # choice id → Split
    states: dict = field(default_factory=lambda: defaultdict(Split))  # (question id, Answer.State) → Split
    apart: bool = False  # whether somebody else's view is left out of the totals
    someone_else: int = 0  # voices that hold somebody else's view, when they are counted apart
    taken_back: int = 0  # voices taken back after closing; the closing totals still hold them
    workshops: int = 0
    workshop_people: int = 0
    small_workshops: int = 0


def count_round(round, *, apart=False):
    """The counts of a `round` (RoundPage) as a Counts.

    `apart`: leave somebody else's view out of every total and count it beside them; so it is in *You decide*.
    Group sessions are never among the voices of persons: their people stand beside them (SEAMS.md, Counting).
    """
    counts = Counts(apart=apart)
    for what, key, state, provenance, speaking, count in all_rows(round):
        if what == "group":
            add_workshop(counts, people=key, count=count)
        elif apart and provenance == Provenance.SOMEONE_ELSE:
            counts.someone_else += count if what == "voice" else 0
        else:
            add(counts, what, key, state, provenance, speaking, count)
    return counts


def add(counts, what, key, state, provenance, speaking, count):
    """Put one grouped row into `counts`."""
    if what == "taken_back":
        counts.taken_back += count
    elif what == "voice":
        counts.voices.add(provenance, speaking, count)
    elif what == "choice":
        counts.choices[key].add(provenance, speaking, count)
    else:
        counts.states[key, state].add(provenance, speaking, count)


def add_workshop(counts, *, people, count):
    """Put `count` group sessions of `people` each into `counts`; a small group is never named with its number."""
    if people < SMALL_NUMBER:
        counts.small_workshops += count
    else:
        counts.workshops += count
        counts.workshop_people += people * count


def all_rows(round):
    """Every grouped count of a round in one query: tuples (what, key, state, provenance, speaking, count)."""
    voices = Voice.objects.filter(round=round).counted()
    persons = voices.of_persons()
    mine = {"voice__round": round, "voice__is_group": False}
    answers = Answer.objects.filter(stands("voice__"), is_current=True, **mine)
    chosen = AnswerChoice.objects.filter(
        stands("answer__voice__"), answer__is_current=True, answer__voice__round=round, answer__voice__is_group=False
    )
    votes = Vote.objects.filter(stands("voice__"), is_current=True, **mine)
    return grouped(persons, "voice", Value(0), by="").union(
        grouped(persons.filter(taken_back_after_closing=True), "taken_back", Value(0), by=""),
        grouped(answers, "state", F("question_id"), state=F("state")),
        grouped(chosen, "choice", F("choice_id"), by="answer__voice__"),
        grouped(votes, "choice", F("choice_id")),
        grouped(voices.filter(is_group=True), "group", F("people_present"), by=""),
        all=True,
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
