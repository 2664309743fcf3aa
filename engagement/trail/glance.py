"""A decision in one glance: what became of your words, who decided, what, why, and whether it happened (Q16)."""

from dataclasses import dataclass, field

from easyread.blocks import lines
from easyread.dates import full_date

MOST_REASONS = 2  # sentences of why; all of them stand below
MOST_ANSWERS = 2  # replies to the person's own words
NOTHING_PROMISED = "They did not promise to do anything."


@dataclass
class Fact:
    """One line of the glance. `title`: what it answers. `picture` or `icon` stands left of the words (P1)."""

    title: str
    words: list
    icon: str
    picture: object = None
    href: str = ""
    link: str = ""  # the words of the link; the fact leads there
    tags: list = field(default_factory=list)  # (text, kind of components/tag.html)
    is_named: bool = False  # the link is the answer itself, and stands before the words


def glance_of_card(decision, actions, replies, headings):
    """What the card shows first: the answer to the person's own words, who, what, why, and whether it happened.

    `actions`: of `outcomes.actions_in_short`. `replies`: of `outcomes.replies_to`. `headings`: two str, by what the
    body did. Returns a list of Fact.
    """
    mine = [answer_to_you(reply) for reply in replies if reply.is_mine][:MOST_ANSWERS]
    return [*mine, who(decision, headings[0]), what(decision, headings[1]), why(decision), happened(actions)]


def glance_of_outcome(decision, actions, voices, headings):
    """What a decision's page shows first, under its title: who, why, whether it happened, and what people had said.

    `voices`: of `basis.voices_before`; the rest as above. Returns a list of Fact.
    """
    said = [what_people_said(voices["rounds"][-1])] if voices["rounds"] else []
    return [*said, who(decision, headings[0]), why(decision), happened(actions)]


def answer_to_you(reply):
    """What they answer to something that the person said. Returns a Fact."""
    link = f"You said: {reply.theme.title}"
    tags = [(reply.words, reply.answer)]
    return Fact("What they answer you", [], "say", reply.theme.picture, f"#reply-{reply.pk}", link, tags, True)


def what_people_said(round):
    """How many spoke before the decision, and the way back to what they said. `round`: a dict. Returns a Fact."""
    link = "See what people said" if round["href"] else ""
    return Fact("What people said", round["words"][:1], "voice", None, round["href"], link)


def who(decision, title):
    """Which body, and when. Returns a Fact."""
    body, day = decision.meeting.body, full_date(decision.meeting.held_on)
    return Fact(title, [f"They met on {day}."], "decides", body.picture, body.address, body.plain_name, [], True)


def what(decision, title):
    """The decision itself. Returns a Fact."""
    return Fact(title, [], "check", decision.proposal.picture, "#what", decision.title, [], True)


def why(decision):
    """The first reasons, and the way to all of them. Returns a Fact."""
    reasons = lines(decision.why)
    more = ("#why", "See all reasons") if len(reasons) > MOST_REASONS else ("", "")
    return Fact("Why", reasons[:MOST_REASONS], "info", None, *more)


def happened(actions):
    """Whether what was promised happened: how many of all, and what is late. Returns a Fact."""
    states = [action.stands for action in actions]
    if not states:
        return Fact("Did it happen?", [NOTHING_PROMISED], "happened")
    return Fact("Did it happen?", in_words(states), "happened", None, "#next", "See each thing", [tag_of(states)])


def tag_of(states):
    """One tag for all actions together. `states`: list of str, as Action.state. Returns (text, kind)."""
    there = set(states)
    if "late" in there:
        return ("Something is late", "late")
    if there == {"done"}:
        return ("Done", "done")
    if there <= {"done", "stopped"}:
        return ("Some of it", "some") if "done" in there else ("Stopped", "no")
    return ("Not started yet", "soon") if there <= {"not_started", "stopped"} else ("Started", "now")


def in_words(states):
    """How many of the promised things are done, late and stopped, as Easy Read sentences."""
    total, done, late, stopped = len(states), *(states.count(state) for state in ("done", "late", "stopped"))
    if done == total:
        return ["They did what they promised."]
    told = [f"They did {done} of {total} things." if done else "Nothing is done yet."]
    if late:
        told.append("1 thing is late." if late == 1 else f"{late} things are late.")
    if stopped:
        told.append("They stopped 1 thing." if stopped == 1 else f"They stopped {stopped} things.")
    return told
