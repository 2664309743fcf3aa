"""Where a plan stands on the four lines of *Our voice! Our decision!*, each a step with its state."""

from dataclasses import dataclass

from easyread.dates import full_date
from engagement.proposals.reading import coming_words

from .story import Story

DONE, NOW, NEXT, LATE = "done", "now", "next", "late"


@dataclass(frozen=True)
class Step:
    """One of the four steps. `state` is "done", "now", "next" or "late"; `url` may be ""."""

    name: str
    state: str
    sentence: str
    url: str = ""

    # The names that components/steps.html asks for.
    title = property(lambda self: self.name)
    words = property(lambda self: self.sentence)
    href = property(lambda self: self.url)


def steps_for(proposal, story=None):
    """The four steps of `proposal` (ProposalPage). `story`: its Story when the page has one. Returns a list of Step."""
    story = story or Story(proposal)
    return [all_voices_heard(story), supporting_our_voice(story), making_it_happen(story), deciding_and_acting(story)]


def all_voices_heard(story):
    """Whether people can have their say, had it, or will have it. Returns a Step."""
    name = "All voices heard"
    if is_open := story.rounds_at("open"):
        page = is_open[0]
        until = (
            f"You can have your say until {full_date(page.closes_on)}." if page.closes_on else "You can have your say."
        )
        return Step(name, NOW, until, page.address)
    if coming := story.rounds_at("before"):
        return Step(name, NEXT, coming_words(coming[0]), coming[0].address)
    if closed := story.rounds_at("closed"):
        return Step(name, DONE, "People had their say.", f"{closed[-1].address}results/")
    return Step(name, NEXT, "We will ask you what you think.")


def supporting_our_voice(story):
    """Whether what people said was read and published. Returns a Step."""
    name = "Supporting our voice"
    closed = story.rounds_at("closed")
    if story.heard and (not closed or closed[-1] in story.heard):
        return Step(name, DONE, "We read every word. We say what we heard.", f"{story.heard[-1].address}results/#heard")
    if closed:
        return Step(name, NOW, "We are reading every word.")
    return Step(name, NEXT, "We will read every word. Then we say what we heard.")


def making_it_happen(story):
    """Whether the plan changed because of people. Returns a Step."""
    name = "Making it happen"
    if any(page.kind == page.Kind.MAKE_TOGETHER for page in story.rounds_at("open")):
        return Step(name, NOW, "You can help to change the plan.", f"{story.proposal.address}#drafts")
    if story.drafts:
        last = story.drafts[-1]
        told = f"Draft {last.number} shows what changed." if last.changes_made else f"You can read draft {last.number}."
        return Step(name, DONE, told, f"{story.proposal.address}#drafts")
    if story.decisions:
        return Step(name, DONE, "There was no new draft of this plan.")
    return Step(name, NEXT, "The plan can change because of you.")


def deciding_and_acting(story):
    """Whether a body decided and did what it promised, and whether something is late. Returns a Step."""
    name = "Hearing, deciding and acting"
    if not story.decisions:
        return Step(name, *not_decided(story))
    latest = story.decisions[0]
    if any(decision.has_late for decision in story.decisions):
        return Step(name, LATE, "They decided. Something they promised is late.", latest.address)
    if latest.kind != latest.Kind.DECIDED:
        return Step(name, *still_owed(latest, story.today), latest.address)
    if any(decision.has_open for decision in story.decisions):
        return Step(name, NOW, "They decided. Now they do what they promised.", latest.address)
    return Step(name, DONE, "They decided. They did what they promised.", latest.address)


def not_decided(story):
    """State and sentence of a plan nobody decided yet. Returns a tuple of two str."""
    day = story.proposal.decide_on
    if day is None:
        return NEXT, "We do not know yet when they decide."
    if day < story.today:
        return LATE, f"They wanted to decide by {full_date(day)}."
    return NEXT, f"They want to decide on {full_date(day)}."


def still_owed(decision, today):
    """State and sentence of a decision that did not end the matter. Returns a tuple of two str."""
    if decision.next_by is None:
        return NOW, "They did not decide yet. Somebody must still answer."
    if decision.next_by < today:
        return LATE, f"An answer was promised by {full_date(decision.next_by)}."
    return NOW, f"The answer comes by {full_date(decision.next_by)}."
