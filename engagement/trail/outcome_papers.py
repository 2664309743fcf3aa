"""An outcome as a printed paper: the words of its page, in the same order (T2, T10, D2). No quotes stand on it (P2)."""

from easyread.blocks import lines
from easyread.dates import full_date
from easyread.printing import Heading, Idea, Notice, Section
from easyread.reading import pictures_of, ready
from engagement.proposals.reading import contact_of

from .basis import NOT_CONFIRMED, confirmed, fairness_of, for_checking, voices_before
from .felt import felt_of
from .outcomes import HEADINGS, actions_of, later_answers, replies_to, what_is_owed
from .papers import start
from .story import Story

STATES = {"done": "done", "started": "started", "late": "late", "stopped": "ended", "not_started": "not-done"}
ANSWERS = {"yes": "yes", "some": "ok", "no": "no", "not_ours": "cannot-decide", "not_yet": "wait"}
BANK = {
    *("easy-read", "who-decides", "what-happens-next", "our-decision", "our-voice", "equal-voice", "reason"),
    *(*STATES.values(), *ANSWERS.values()),
}


def outcome_paper(decision):
    """The paper of an outcome (Decision from `outcome_for`): who decided, what, why, each reply, what happens next."""
    plan, bank = decision.proposal, pictures_of(*BANK)
    who, what = HEADINGS[decision.kind]
    story = Story(plan, felt=True)
    ready([plan.picture, decision.body.picture])
    met = [f"{decision.body.plain_name} met on {full_date(decision.meeting.held_on)}."]
    is_right = confirmed(decision) if decision.confirmed_at else []
    who_met = Idea(words=[*met, *is_right], picture=decision.body.picture or bank.get("who-decides"))
    paper = start(decision.title, decision.address, bank, label="What happened", is_example=decision.is_example)
    paper.words, paper.picture, paper.contact = [f"This is about: {plan.title}.", *met], plan.picture, contact_of(plan)
    paper.sections = [
        Section(who, [*not_confirmed(decision), *owed_of(decision, story), who_met]),
        Section(what, [Idea(words=lines(decision.plain), picture=bank.get("our-decision"))]),
        Section("Why", [Idea(words=lines(decision.why), picture=bank.get("reason"))]),
        *voices_on_paper(decision, bank),
        *fairness_on_paper(decision, bank),
        *replies_of(decision, bank),
        next_of(decision, bank),
        *felt_on_paper(story),
        *checking_on_paper(decision),
    ]
    return paper


def not_confirmed(decision):
    """That the body has not confirmed its decision yet, as a list of Notice."""
    return [] if decision.confirmed_at else [Notice(title=NOT_CONFIRMED, words=confirmed(decision))]


def voices_on_paper(decision, bank):
    """The summary of voices, as a list of Section: none, or one."""
    voices = voices_before(decision)
    parts = [Idea(words=voices["words"], picture=bank.get("our-voice"))] if voices["words"] else []
    parts += [Idea(title=round["title"], words=round["words"]) for round in voices["rounds"]]
    return [Section("The voices before this decision", parts)] if parts else []


def fairness_on_paper(decision, bank):
    """How they thought about what is fair, as a list of Section: none, or one."""
    words = fairness_of(decision)
    return (
        [Section("How they thought about what is fair", [Idea(words=words, picture=bank.get("equal-voice"))])]
        if words
        else []
    )


def felt_on_paper(story):
    """What people say of each promise, as a list of Section: none, or one. The numbers are those of the page (3.14)."""
    parts = []
    for felt in felt_of(story):
        numbers = [f"{row.label}: {row.count:,}." for row in felt.rows]
        told = [f"{felt.total:,} voices told us.", *numbers] if felt.rows else felt.words
        parts += [Heading(felt.round.title), Idea(strong=felt.said, words=told, picture=None)]
    return [Section("Did this feel true?", parts)] if parts else []


def checking_on_paper(decision):
    """The seal of the decision on the public record (V1), as a list of Section: none, or one."""
    checking = for_checking(decision)
    if checking is None:
        return []
    whole = " ".join(checking["seal"][start : start + 8] for start in range(0, 64, 8))  # so that lines can end in it
    return [
        Section("For checking", [Notice(title=f"Number {checking['number']:,}", words=[*checking["words"], whole])])
    ]


def owed_of(decision, story):
    """What is still owed, and newer answers, as a list of Notice."""
    later = later_answers(decision, story)
    owed = what_is_owed(decision, later)
    notices = [
        Notice(title="There is a newer decision", words=[newer.title, *lines(newer.correction_reason)])
        for newer in later
    ]
    if earlier := decision.corrects:
        words = [earlier.title, *lines(decision.correction_reason)]
        notices.append(Notice(title="This takes the place of an earlier decision", words=words))
    return [*([Notice(title=owed["title"], words=owed["words"])] if owed else []), *notices]


def replies_of(decision, bank):
    """Each theme, and what they answer, as a list of Section: none, or one."""
    parts = []
    for reply in replies_to(decision):
        answer = [*lines(reply.reason), *reply.next]
        parts += [
            Heading(reply.theme.title),
            Heading("What you said", level=4),
            Idea(words=[*lines(reply.theme.plain), *reply.said], picture=reply.theme.picture),
            Heading("What they answer", level=4),
            Idea(strong=f"{reply.words}.", words=answer, picture=bank.get(ANSWERS[reply.answer])),
        ]
    return [Section("What you said, and what they answer", parts)] if parts else []


def next_of(decision, bank):
    """Who must do what by when, and how it stands, as a Section."""
    parts = []
    for action in actions_of(decision):
        told = [words for day, state, text in action.told for words in (f"{state} on {day}.", *lines(text))]
        words, picture = [*action.words, *told], bank.get(STATES[action.state])
        parts.append(Idea(title=action.what, strong=f"{action.tag}.", words=words, picture=picture))
    none = Idea(words=["They did not promise to do anything."], picture=bank.get("what-happens-next"))
    return Section("What happens next", parts or [none])
