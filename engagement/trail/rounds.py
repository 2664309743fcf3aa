"""What a round's page shows of its questions and of what comes after it."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from easyread.reading import pictures_of, ready
from engagement.polls.blocks_read import IDEAS, choice_values, question_values
from engagement.polls.models import Choice, Question
from engagement.polls.parts import asked_rows
from engagement.proposals.models import RoundPage
from engagement.shaping.gates import newest_of

from .ideas import FIRST, ideas_href
from .meanings import ICONS
from .reworded import tell_corrections


def round_parts(page, is_preview=False):
    """The values that the templates of a round (RoundPage) print. Returns a dict.

    `is_preview`: show the questions as they are being written, which are no rows yet.
    """
    questions = written_questions(page) if is_preview else asked_questions(page)
    ready(picture for question in questions for picture in pictures_of_question(question))
    for question in questions:
        for choice in question.shown_choices:
            choice.icon = ICONS.get(choice.meaning, "")
    return {
        "questions": questions,
        "how_long": how_long(questions, page.minutes),
        "answer_href": f"{page.address}answer/" if page.is_open and questions else "",
        "results_href": f"{page.address}results/",
        "ideas_href": ideas_href(page),
        "draft_link": draft_link(page),
    }


def draft_link(page):
    """The draft that a round (RoundPage) is about: a dict with words (list of str), text and href; None without one.

    A *Have your say* is about the draft that was the last one when it opened, and stays so.
    """
    plan = page.proposal
    if page.kind == RoundPage.Kind.HAVE_YOUR_SAY and page.about_draft:
        words, number = [f"This is about draft {page.about_draft}."], page.about_draft
    elif page.kind == RoundPage.Kind.MAKE_TOGETHER and page.stage == "open" and (last := newest_of(plan and plan.pk)):
        number, words = last.number, [f"You can say something about each sentence of draft {last.number}."]
    else:
        return None
    return {"words": words, "text": f"Read draft {number}", "href": f"{plan.address}draft-{number}/"}


def asked_questions(page):
    """The questions that people are asked, as a list of Question; each with `shown_choices` and `reworded`.

    Two queries.
    """
    questions = tell_corrections(asked_rows(page))
    for question in questions:
        question.shown_choices = list(question.choices.all())
    return questions


def written_questions(page):
    """The questions as the blocks of the page say them now, as a list of unsaved Question."""
    bank = pictures_of(*IDEAS.values())
    questions = []
    for place, block in enumerate(page.questions):
        question = Question(**question_values(block, place))
        question.shown_choices = [Choice(**values) for _, values in choice_values(block, bank)]
        questions.append(question)
    return questions


def pictures_of_question(question):
    """The pictures of a question and of its choices, as a list of Picture or None."""
    return [
        question.picture,
        *(choice.picture for choice in question.shown_choices[: FIRST if question.picks_ideas else None]),
    ]


def answered_lately():
    """The rounds that a card on somebody's phone may belong to, newest first, as a list of RoundPage. One query.

    Open ones, and those that closed no longer ago than a phone keeps a card.
    """
    oldest = timezone.localdate() - timedelta(days=settings.DAYS_TO_KEEP_A_CARD)
    rounds = RoundPage.objects.live().filter(opens_on__lte=timezone.localdate()).exclude(closes_on__lt=oldest)
    return list(rounds.defer("easy_read", "standard", "questions").order_by("-opens_on", "-pk"))


def how_long(questions, minutes):
    """How many questions there are and how long they take (Q11), as a list of Easy Read sentences."""
    if not questions:
        return []
    count = "There is 1 question." if len(questions) == 1 else f"There are {len(questions)} questions."
    return [count, f"It takes about {minutes} minutes."]
