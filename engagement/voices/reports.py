"""The counts of a round: who spoke, what they chose, what they left out; one query for all of it (F2)."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db import OperationalError
from django.db.models import Count, OuterRef, Subquery

from engagement.polls.models import Poll

from .cells import HANDS, SMALL, cells_of, taken_back_late
from .flows.closing import is_kept, keep_counts, kept_bands
from .models import ClosingCounts
from .models.voices import PERSONS_OWN, Provenance, Speaking
from .permissions import has_closed
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
    moved: dict = field(default_factory=lambda: defaultdict(Counter))  # question id → whose → int, below 0 for out
    things: dict = field(default_factory=lambda: defaultdict(Split))  # (choice id, place or pile as str) → Split
    amounts: dict = field(default_factory=lambda: defaultdict(Split))  # (question id, step of bands.STEPS) → Split
    bands: dict = field(default_factory=dict)  # question id as str → the edges between which its amounts are shown
    apart: bool = False  # whether somebody else's view is left out of the totals
    someone_else: int = 0  # voices that hold somebody else's view, when they are counted apart
    taken_back: int = 0  # voices taken back after closing; the closing totals still hold them
    workshops: int = 0
    workshop_people: int = 0
    small_workshops: int = 0
    # choice id, or (choice id, pile) → hands, of workshops with 8 or more
    hands: Counter = field(default_factory=Counter)
    small_hands: Counter = field(default_factory=Counter)  # of small groups: for staff alone

    def totals_of(self, question, part, columns):
        """Everybody counted, as the columns of one question's split: a dict of column to int.

        `question`: Question. `part`: "whose" or "speaking". `columns`: of str. An answer in words of another kind than
        its voice's stands in the other column, so that the columns of each question hold everybody once.
        """
        moved = self.moved[question.pk] if part == "whose" else Counter()
        return {key: getattr(self.voices, part)[key] + moved[key] for key in columns}


def count_round(round, *, apart=False):
    """The counts of a `round` (RoundPage) as a Counts: of a closed one those that are kept, else from its rows.

    `apart`: leave somebody else's view out of every total and count it beside them; so it is in *You decide*.
    Group sessions are never among the voices of persons: their people stand beside them (SEAMS.md, Counting).
    """
    if has_closed(round):
        cells, bands, taken_back = closed_cells(round)
    else:
        cells, taken_back = cells_of(round), 0
        bands = kept_bands({}, cells)
    counts = Counts(apart=apart, taken_back=taken_back, bands=bands)
    for what, key, state, provenance, speaking, count in cells:
        if what == "group":
            add_workshop(counts, people=key, count=count)
        elif what.startswith(HANDS):
            _, _, pile = what.partition(":")
            (counts.small_hands if state == SMALL else counts.hands)[(key, pile) if pile else key] += count
        elif apart and provenance == Provenance.SOMEONE_ELSE:
            counts.someone_else += count if what == "voice" else 0
        else:
            add(counts, what, key, state, provenance, speaking, count)
    return counts


def count_apart(round, questions):
    """Whether somebody else's view is counted apart: in *You decide*, whole `round` or one vote. Returns bool.

    `questions`: of Question, those of the round with their polls.
    """
    polls = [getattr(question, "poll", None) for question in questions]
    return round.promise == round.Promise.DECIDE or any(p and p.promise == Poll.Promise.FOLLOW for p in polls)


def closed_cells(round):
    """What a closed round came to, its bands, and how many voices were taken back since: (cells, dict, int). One query.

    The first to ask has them counted and kept, unless `record_voices` has done so already.
    """
    late = taken_back_late(OuterRef("round")).values("round").annotate(n=Count("pk")).values("n")
    kept = ClosingCounts.objects.filter(round=round).annotate(taken_back=Subquery(late)).first()
    if is_kept(kept, round):
        return kept.cells, kept.bands, kept.taken_back or 0
    try:
        cells = keep_counts(round=round)
    except OperationalError:  # a full or busy disk: people can read all the same
        cells = cells_of(round)
    return cells, kept_bands(kept.bands if kept else {}, cells), taken_back_late(round).count()


def add(counts, what, key, state, provenance, speaking, count):
    """Put one cell into `counts`."""
    if what == "voice":
        counts.voices.add(provenance, speaking, count)
    elif what == "moved":
        counts.moved[key][whose(state)] -= count
        counts.moved[key][whose(provenance)] += count
    elif what == "choice":
        counts.choices[key].add(provenance, speaking, count)
    elif what in ("place", "pile"):
        counts.things[key, state].add(provenance, speaking, count)
    elif what == "amount":
        counts.amounts[key, state].add(provenance, speaking, count)
    else:
        counts.states[key, state].add(provenance, speaking, count)


def add_workshop(counts, *, people, count):
    """Put `count` group sessions of `people` each into `counts`; a small group is never named with its number."""
    if people < SMALL_NUMBER:
        counts.small_workshops += count
    else:
        counts.workshops += count
        counts.workshop_people += people * count
