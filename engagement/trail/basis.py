"""What a decision rests on, for its page and its paper: who confirmed it, what it was told, and its seal (3.11)."""

from django.utils import timezone

from easyread.blocks import lines
from easyread.dates import full_date
from engagement.record.flows import entries_of

from .results import tables_of, workshops_in_words

NOT_CONFIRMED = "Not yet confirmed by the body"
ROUND = ("round__closing_counts",)
STREAMS = ("round__easy_read", "round__standard", "round__questions")
PUBLISHED = "decision.published"
HIDDEN = ["Few people took part.", "We do not show the numbers.", "We do this so that nobody can be known."]


def confirmed(decision):
    """Whether the body says that the record of its decision is right, and since when: a list of Easy Read sentences."""
    body = decision.meeting.body.plain_name
    if decision.confirmed_at is None:
        return ["We wrote this from the notes of the meeting.", f"{body} has not said yet that it is right."]
    return [f"{body} said on {full_date(timezone.localdate(decision.confirmed_at))} that this is right."]


def fairness_of(decision):
    """How the body thought about what is fair, and when it opened the note: a list of Easy Read sentences."""
    words = lines(decision.equality_note)
    if words and decision.note_opened_on:
        words.append(f"They opened this note on {full_date(decision.note_opened_on)}.")
    return words


def voices_before(decision):
    """The summary of voices as it stood when the outcome was published: a dict with words and rounds. One query.

    Each round is a dict with title, href, words (list of str) and tables (list of results.Table).
    """
    rows = decision.summaries.select_related(*ROUND).defer(*STREAMS)
    rounds = [round_before(row, decision.proposal) for row in rows]
    words = []
    if rounds:
        words.append("We asked people 1 time." if len(rounds) == 1 else f"We asked people {len(rounds)} times.")
    if decision.voices_opened_on:
        words.append(f"They opened the summary of voices on {full_date(decision.voices_opened_on)}.")
    return {"words": words, "rounds": rounds}


def round_before(row, plan):
    """What one round came to. `row`: RoundSummary; `plan`: its ProposalPage, with an address. Returns a dict."""
    return {
        "title": row.round.title,
        "href": f"{plan.address}{row.round.slug}/results/#heard" if row.round.live else "",
        "words": [*how_many(row), *workshops_in_words(row)],
        "tables": tables_of(split_values(row)),
    }


def split_values(row):
    """The splits of a RoundSummary that may be public today, as `tables_of` takes them: a dict of dict or None."""
    if row.is_hidden or not row.is_as_counted_now:
        return {"whose": None, "speaking": None}
    return {"whose": row.whose, "speaking": row.speaking}


def how_many(row):
    """How many spoke in a round (RoundSummary), as a list of Easy Read sentences."""
    if row.is_hidden:
        return HIDDEN
    words = [f"{row.voices:,} voices took part."]
    return [*words, "Views of someone else are not in this number."] if row.someone_else else words


def seals_of(decisions):
    """Where on the public record each of `decisions` (Decisions) stands: a dict pk → record Entry. One query."""
    by_subject = {decision.public_id: decision.pk for decision in decisions}
    found = entries_of(fact=PUBLISHED, subjects=by_subject)
    return {by_subject[subject]: entry for subject, entry in found.items()}


def for_checking(decision):
    """How anyone can check that a decision was not changed: a dict with number, seal and words, or None without one."""
    entry = seals_of([decision]).get(decision.pk)
    if entry is None:
        return None
    return {
        "number": entry.number,
        "seal": entry.seal,
        "words": [
            f"This decision is number {entry.number:,} in our public list.",
            "The number below is its seal.",
            "Keep the seal.",
            "Then anyone can check that nobody changed the list.",
        ],
    }
