"""A round as a printed paper, and what all papers share: the words of the page, in the same order (T2, T10, D2).

Nobody's own words stand on a paper that is kept: a person may take theirs back at any time (P2).
"""

from django.conf import settings

from easyread.blocks import lines
from easyread.dates import full_date
from easyread.label import standing_of
from easyread.printing import Idea, Notice, Paper, Question, Section, forget, sections_of
from easyread.reading import pictures_of, ready, with_pictures
from engagement.polls.models import Question as Asked
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.proposals.reading import MOVED, SHARE, SHORT, contact_of, dates_of, moves_of, plan_reading, promise_of

from .rounds import how_long, round_parts

# Ideas of the picture bank for what has no picture of its own.
WHY = "Why we want this"
REASONS = {
    WHY: "reason",
    "What else we could do": "choose",
    "What may be bad about it": "bad-points",
    "What it costs": "money",
}
Kind = Asked.Kind
MEANINGS = {"yes": "yes", "no": "no", "same": "same", "not_sure": "not-sure", "good": "good", "ok": "ok", "bad": "bad"}
# How people answer where it is not by choosing from a list.
PICKING = ["You can pick 3 ideas on our website.", "You can also tick ideas on the paper form."]
HOW = {
    Kind.ORDER: ("You can put these in order.", "The best is first."),
    Kind.SORT: ("You can say what you think of each one.", "You like it, you are not sure, or you do not like it."),
    Kind.NUMBER: ("You can write a number.",),
}
BANK = {
    *("easy-read", "who-decides", "plan"),
    *(*REASONS.values(), *MEANINGS.values()),
}


def round_paper(page):
    """The paper of a round (RoundPage): what it is, what people can change, the text, the questions, who decides."""
    plan, bank = page.proposal, pictures_of(*BANK)
    questions = round_parts(page)["questions"]
    ready([page.picture, plan and plan.picture])
    paper = start(page.title, page.address, bank, label=page.get_kind_display(), is_example=page.is_example)
    stands = standing_of(page)
    paper.unchecked = stands.label is None
    paper.words = [*asked_by(plan), *dates_of(page), *how_long(questions, page.minutes), *stands.all_words()]
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
    elif isinstance(instance, ProposalPage):
        for draft in instance.drafts.all():
            forget(key_of_draft(draft))


def forget_names(sender, instance, created=False, **kwargs):
    """A writer of a draft took their name back (Writer, `instance`): no paper that has it is kept (P2)."""
    if not created:
        forget(key_of_draft(instance.draft))


def forget_checkers_name(sender, page, **kwargs):
    """A checker's name is not said as before: no paper that has it is kept (P2). Answers `name_changed`."""
    if isinstance(page, RoundPage):
        forget(key_of_round(page))


def key_of_draft(draft):
    """The name under which the paper of a draft (Draft) is kept. Returns str."""
    return f"draft-{draft.public_id}"


def start(title, address, bank, **values):
    """A Paper with what every paper has. `bank`: dict idea → Picture."""
    return Paper(title=title, address=address, site_name=settings.SITE_NAME, badge=bank.get("easy-read"), **values)


def what_this_is(page, plan, bank):
    """What the paper is about, who it is from, and what people can change, as a Section (T2)."""
    parts = [Idea(words=[plan.summary], picture=plan.picture or bank.get("plan"))] if plan else []
    parts.append(Notice(title=page.get_promise_display(), words=promise_of(page)))
    if shared := page.lines_of("may_share"):
        parts.append(Notice(title=SHARE, words=shared))
    if short := page.lines_of("short_reason"):
        parts.append(Notice(title=SHORT, words=short))
    parts += [Notice(title=MOVED, words=words) for words in moves_of(page)]
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
        words=lines(question.help) + (PICKING if question.picks_ideas else []),
        picture=question.picture,
        takes_many=question.takes_many,
        how=HOW.get(question.kind, ()),
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
