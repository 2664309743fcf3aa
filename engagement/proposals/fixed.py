"""What no version can change once a round is cleared, because people were told it (EASY-READ.md, Votes; 3.13)."""

import json
from copy import copy

from .gates import CONTACT, WHILE_OPEN, reasons_not_to_clear, unmet_of
from .gates_of_plan import OF_THE_PLAN

# What a cleared round keeps, whatever an older version says. With the first day, once it has opened.
KEPT = ("kind", "promise", "promise_words", "closes_on")
SWITCHES = ("sets_trap", "holds_back_fast", "limits_starts")  # switched at once, on a screen of their own
TOLD = {
    "kind": "The kind of round cannot change now. People were told it.",
    "promise": "The promise cannot change now. People were told what they can change.",
    "promise_words": "The words of the promise cannot change now. People were told what they can change.",
    "opens_on": "The first day cannot change now. The round has opened.",
}
CLOSES = "The last day moves only to a later day, with a reason that everybody can read. Use “Close later”."
VOTE = "What was promised about a vote cannot change now. People were told it."
DECIDES = "The body that decides cannot change now. People were told that it decides."
OPEN_NEEDS = "A round of this plan is open, or will open soon: “{title}”. {reason}"


def kept_of(row):
    """The fields that a `row` (RoundPage) keeps from the day it is cleared, as a tuple of str."""
    if not row.cleared_on:
        return ()
    return (*KEPT, *SWITCHES, "opens_on") if row.has_opened else (*KEPT, *SWITCHES)


def changed_wrongly(row, content):
    """What a version's `content` (dict of a Revision) says otherwise than people were told of the round `row`.

    Returns a list of sentences. A last day from before it was moved is no fault: the version then takes today's.
    """
    said = {name: as_said(content[name]) for name in kept_of(row) if name in content}
    faults = [TOLD[name] for name in TOLD if name in said and said[name] != as_said(getattr(row, name))]
    closed = {as_said(row.closes_on), *(as_said(day) for day in row.moves.values_list("moved_from", flat=True))}
    if "closes_on" in said and said["closes_on"] not in closed:
        faults.append(CLOSES)
    return faults + ([VOTE] if row.cleared_on and votes_changed(row, content) else [])


def as_said(value):
    """A value as the content of a version holds it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def votes_changed(row, content):
    """Whether a version promises otherwise about a vote that the round `row` asks. Returns bool."""
    asked = {block["id"]: block["value"].get("poll") or "" for block in row.questions.raw_data}
    written = content.get("questions") or "[]"
    blocks = json.loads(written) if isinstance(written, str) else written
    return any(asked.get(block["id"], poll) != poll for block in blocks for poll in [block["value"].get("poll") or ""])


def reasons_not_to_take(row, revision, *, is_checked):
    """Why a round `row` (RoundPage) does not take a `revision` (Revision), as a list of sentences.

    One that has not opened passes every gate again with each version that was checked; a version that only puts
    something right goes out, and the round waits for the checkers. One that is open keeps all that people need.
    """
    reasons, written = changed_wrongly(row, revision.content), revision.as_object()
    if row.has_opened:
        return reasons + taken_away(row, written, WHILE_OPEN)
    return reasons + (reasons_not_to_clear(written, revision) if is_checked else [])


def reasons_not_to_take_plan(row, revision, rounds):
    """Why a plan `row` (ProposalPage) does not take a `revision`, for its cleared `rounds`, as a list of sentences."""
    if not rounds:
        return []
    if revision.content.get("decided_by") != row.decided_by_id:
        return [DECIDES]
    written, reasons = revision.as_object(), []
    written.live = row.live
    for page in rounds:
        if page.stage != "closed":
            lost = taken_away(below(page, row), below(page, written), OF_THE_PLAN | CONTACT)
            reasons += [OPEN_NEEDS.format(title=page.title, reason=sentence) for sentence in lost]
    return reasons


def taken_away(now, written, gates):
    """The sentences of those `gates` that hold for a round as it is `now` and not as it is `written`, as a list."""
    missing = unmet_of(now, gates)
    return [sentence for sentence in unmet_of(written, gates) if sentence not in missing]


def below(page, plan):
    """A copy of a round `page` that belongs to `plan` (ProposalPage)."""
    page = copy(page)
    page.proposal = plan
    return page
