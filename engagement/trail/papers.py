"""A round and an outcome as printed papers: the words of their pages, in the same order (T2, T10, D2).

Nobody's own words stand on a paper that is kept: a person may take theirs back at any time (P2).
"""

from django.conf import settings

from easyread.blocks import lines
from easyread.dates import full_date
from easyread.printing import Heading, Idea, Notice, Paper, Question, Section, forget, sections_of
from easyread.reading import pictures_of, ready, with_pictures
from engagement.proposals.models import RoundPage
from engagement.proposals.reading import contact_of, dates_of, plan_reading, promise_of

from .outcomes import HEADINGS, actions_of, later_answers, replies_to, what_is_owed
from .rounds import how_long, round_parts
from .story import Story

# Ideas of the picture bank for what has no picture of its own.
WHY = "Why we want this"
REASONS = {
    WHY: "reason",
    "What else we could do": "choose",
    "What may be bad about it": "bad-points",
    "What it costs": "money",
}
MEANINGS = {"yes": "yes", "no": "no", "not_sure": "not-sure", "good": "good", "ok": "ok", "bad": "bad"}
STATES = {"done": "done", "started": "started", "late": "late", "stopped": "ended", "not_started": "not-done"}
ANSWERS = {"yes": "yes", "some": "ok", "no": "no", "not_ours": "cannot-decide", "not_yet": "wait"}
BANK = {
    *("easy-read", "who-decides", "what-happens-next", "plan", "our-decision"),
    *(*REASONS.values(), *MEANINGS.values(), *STATES.values(), *ANSWERS.values()),
}


def round_paper(page):
    """The paper of a round (RoundPage): what it is, what people can change, the text, the questions, who decides."""
    plan, bank = page.proposal, pictures_of(*BANK)
    questions = round_parts(page)["questions"]
    ready([page.picture, plan and plan.picture])
    paper = start(page.title, page.address, bank, label=page.get_kind_display(), is_example=page.is_example)
    paper.words = [*asked_by(plan), *dates_of(page), *how_long(questions, page.minutes)]
    paper.picture = page.picture or (plan and plan.picture)
    paper.contact = contact_of(plan) if plan else None
    why, others = reasons_of(plan, bank)
    paper.sections = [
        what_this_is(page, plan, bank),
        *why,
        *sections_of(with_pictures(page.easy_read), "What you need to know"),
        *others,
        *questions_of(questions, bank),
        *who_decides(plan, bank),
    ]
    return paper


def asked_by(plan):
    """Who asks, as a list of one sentence; an empty one for a round without a plan."""
    return [f"{plan.asked_by.plain_name} asks you."] if plan else []


def key_of_round(page):
    """The name under which the paper of a round (RoundPage) is kept. Returns str."""
    return f"round-{page.public_id}"


def forget_paper(sender, instance, **kwargs):
    """What was taken down is not kept on paper. Answers the signal `page_unpublished`."""
    if isinstance(instance, RoundPage):
        forget(key_of_round(instance))


def start(title, address, bank, **values):
    """A Paper with what every paper has. `bank`: dict idea → Picture."""
    return Paper(title=title, address=address, site_name=settings.SITE_NAME, badge=bank.get("easy-read"), **values)


def what_this_is(page, plan, bank):
    """What the paper is about, who it is from, and what people can change, as a Section (T2)."""
    parts = [Idea(words=[plan.summary], picture=plan.picture or bank.get("plan"))] if plan else []
    parts.append(Notice(title=page.get_promise_display(), words=promise_of(page)))
    if said := page.lines_of("partners_said"):
        parts.append(Notice(title="What others have already said", words=said))
    return Section("What this is about", parts)


def reasons_of(plan, bank):
    """What people need to know of the plan to decide (T8): why, and all the rest, as two lists of Section."""
    reasons = plan_reading(plan)["reasons"] if plan else []
    sections = [
        Section(reason["title"], [Idea(words=reason["words"], picture=bank.get(REASONS.get(reason["title"])))])
        for reason in reasons
    ]
    why = [section for section in sections if section.title == WHY]
    return why, [section for section in sections if section.title != WHY]


def questions_of(questions, bank):
    """The questions with what can be chosen, as a list of Section: none, or one."""
    parts = [question_of(question, number, bank) for number, question in enumerate(questions, start=1)]
    return [Section("The questions", parts)] if parts else []


def question_of(question, number, bank):
    """One question (a row) as a Question of the paper."""
    choices = question.choices.all() if question.has_choices else []
    return Question(
        number=number,
        text=question.text,
        words=lines(question.help),
        picture=question.picture,
        takes_many=question.takes_many,
        choices=[
            Idea(words=[choice.text], picture=choice.picture or bank.get(MEANINGS.get(choice.meaning)))
            for choice in choices
        ],
    )


def who_decides(plan, bank):
    """The body that decides and the day, as a list of one Section; an empty one without a plan."""
    if plan is None:
        return []
    words = [f"{plan.decided_by.plain_name} will decide."]
    words += [f"They want to decide on {full_date(plan.decide_on)}."] if plan.decide_on else []
    ready([plan.decided_by.picture])
    return [Section("Who decides", [Idea(words=words, picture=plan.decided_by.picture or bank.get("who-decides"))])]


def outcome_paper(decision):
    """The paper of an outcome (Decision from `outcome_for`): who decided, what, why, each reply, what happens next."""
    plan, bank = decision.proposal, pictures_of(*BANK)
    who, what = HEADINGS[decision.kind]
    ready([plan.picture, decision.body.picture])
    met = [f"{decision.body.plain_name} met on {full_date(decision.meeting.held_on)}."]
    paper = start(decision.title, decision.address, bank, label="What happened", is_example=decision.is_example)
    paper.words, paper.picture, paper.contact = [f"This is about: {plan.title}.", *met], plan.picture, contact_of(plan)
    paper.sections = [
        Section(who, [*owed_of(decision), Idea(words=met, picture=decision.body.picture or bank.get("who-decides"))]),
        Section(what, [Idea(words=lines(decision.plain), picture=bank.get("our-decision"))]),
        Section("Why", [Idea(words=lines(decision.why), picture=bank.get("reason"))]),
        *replies_of(decision, bank),
        next_of(decision, bank),
    ]
    return paper


def owed_of(decision):
    """What is still owed, and newer answers, as a list of Notice."""
    later = later_answers(decision, Story(decision.proposal))
    owed = what_is_owed(decision, later)
    notices = [Notice(title="There is a newer answer", words=[answer.title]) for answer in later]
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
