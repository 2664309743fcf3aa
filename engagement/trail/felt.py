"""*Did this feel true?* as everyone may see it: what was promised, and what people say of it afterwards (3.14)."""

from dataclasses import dataclass, field

from django.db.models import OuterRef, Subquery

from easyread.dates import full_date
from engagement.decisions.felt import ASKING, BEFORE, COUNTED, asked_until, standing
from engagement.decisions.models import FeltTrue
from engagement.voices.small_numbers import is_small, public_split

from .felt_rows import carried, fetched
from .result_rows import Row, Table
from .results import WHOSE

ICONS = {"yes": "thumb-up", "some": "face-ok", "no": "thumb-down", "not_sure": "not-sure"}
FEW = ["Fewer than 8 people told us.", "So we do not show the numbers.", "We do this so that nobody can be known."]
ONCE = ["People who took part can tell us.", "They use their own link.", "Each card counts 1 time."]


@dataclass
class Felt:
    """One round's promise and what people say of it. `state`: ASKING or COUNTED."""

    round: object
    state: str
    until: object
    total: int = 0
    rows: list = field(default_factory=list)
    table: object = None
    quotes: list = field(default_factory=list)

    @property
    def said(self):
        """What was promised, as one Easy Read sentence."""
        return f"We said: {self.round.get_promise_display()}."

    @property
    def words(self):
        """What stands in place of the numbers, as a list of Easy Read sentences; none where they are shown."""
        if self.state == ASKING:
            return [*ONCE, f"They can tell us until {full_date(self.until)}.", "Then we show it here."]
        return [] if self.rows else FEW


def felt_of(story):
    """What people say of the promises of a plan (its Story), as a list of Felt; empty before the plan has ended."""
    return felt_in([(story.decisions, story.rounds)])[0]


def felt_in(plans):
    """The same for many plans at once, in at most two queries. `plans`: list of (decisions, rounds).

    Returns a list of lists of Felt.
    """
    found = [felt_now(decisions, rounds) for decisions, rounds in plans]
    counted = [felt for felts in found for felt in felts if felt.state == COUNTED]
    rows = fetched([felt.round for felt in counted if not hasattr(felt.round, "felt_words")])
    for felt in counted:
        count(felt, *(carried(felt.round) if hasattr(felt.round, "felt_words") else rows[felt.round.pk]))
    return found


def felt_now(decisions, rounds):
    """The promises of one plan that people are asked about, or were. A list of Felt without numbers."""
    state = standing(decisions, rounds)
    closed = [page for page in rounds if page.stage == "closed" and page.promise]
    return [Felt(page, state, asked_until(decisions)) for page in closed] if state != BEFORE else []


def count(felt, counted, quotes):
    """Put the numbers of a round into `felt` (Felt): totals exact from 8 up, the split as a whole table or not."""
    felt.total = counted.total()
    if is_small(felt.total) or felt.round.small_round:
        felt.total = 0
        return
    felt.quotes = quotes
    table = {answer: {key: counted[answer, key] for key in WHOSE} for answer in FeltTrue.Answer.values}
    felt.rows = [Row(label, sum(table[value].values()), ICONS[value]) for value, label in FeltTrue.Answer.choices]
    if shown := public_split(table):
        rows = [(label, list(shown[value].values())) for value, label in FeltTrue.Answer.choices if value in shown]
        felt.table = Table("Whose words they are", list(WHOSE.values()), rows)


def felt_by_card():
    """What a card's person said of the promise, for the query that opens the card. A dict of expressions."""
    rows = FeltTrue.objects.current().filter(voice=OuterRef("voice")).order_by()
    return {f"felt_{name}": Subquery(rows.values(name)[:1]) for name in ("answer", "why")}


def given_of(card):
    """What the person of a `card` (Card with `felt_by_card`) said: a FeltTrue that is not stored again, or None."""
    return FeltTrue(voice=card.voice, answer=card.felt_answer, why=card.felt_why) if card.felt_answer else None


def mine_of(mine, story):
    """What the person of a long link is asked, or said: a dict, or None when there is nothing to ask or to show.

    `mine`: MyVoice; `story`: the Story of its plan.
    """
    if not mine.is_own or mine.voice.is_group:
        return None
    state = standing(story.decisions, story.rounds)
    if state == BEFORE:
        return None
    given = mine.voice.felt_now
    if given is None and state != ASKING:
        return None
    return {
        "said": f"We said: {mine.round.get_promise_display()}.",
        "asking": state == ASKING,
        "until": asked_until(story.decisions),
        "given": given,
    }
