"""What a group said, as rows for a page: hands for each choice, and each statement with who agreed."""

from collections import defaultdict

from ..models import Answer, AnswerChoice
from ..models.voices import Provenance

WHOSE = {
    Provenance.OWN_WORDS: "The exact words of 1 person.",
    Provenance.READ_BACK: "The words of the group. People agreed with them.",
    Provenance.SUMMARY: "A worker made them shorter.",
    Provenance.OBSERVED: "A worker saw this.",
    Provenance.SOMEONE_ELSE: "The view of someone else.",
}
NOTHING = "There is no answer yet."


def statements_of(session, question=None, labels=WHOSE):
    """The statements of a `session` (GroupSession), before sending or after it, as a list of dict.

    `question`: Question, or None for those of all questions. `labels`: dict of Provenance to how whose words it is
    said.
    """
    if session.is_sent:
        rows = Answer.objects.filter(voice=session.voice, statement__gte=1, is_current=True)
    else:
        rows = session.statements.all()
    rows = rows.filter(question=question) if question else rows
    return [
        {
            "key": row.public_id,
            "question": row.question_id,
            "words": row.words or row.summary,
            "whose": labels[row.provenance or session.voice.provenance],
            "agreed": agreed_in_words(row.agreed, session.present),
        }
        for row in rows.order_by("pk")
    ]


def agreed_in_words(agreed, present):
    """How many agreed, as one sentence; "" when nobody counted. `agreed`: int or None. `present`: int."""
    if agreed is None:
        return ""
    return "1 person agreed." if agreed == 1 else f"{agreed} of {present} people agreed."


def said_rows(session, questions, href=None):
    """Each of `questions` (list of Question) with what the group said, for components/summary_list.html.

    `href`: gives the address of a change by the question's number, or None. Returns a list of dict, in two queries.
    """
    hands = defaultdict(list)
    up = session.hands.filter(count__gt=0).select_related("choice").order_by("choice__sort_order", "choice", "pk")
    for row in up:
        hands[row.choice.question_id].append(f"{named(row.choice, row.pile)}: {hands_in_words(row.count)}")
    said = defaultdict(list)
    for row in statements_of(session):
        said[row["question"]] += [row["words"], " ".join(part for part in (row["whose"], row["agreed"]) if part)]
    return [
        {
            "question": question.text,
            "answer": [*hands[question.pk], *said[question.pk]] or [NOTHING],
            "href": href(number) if href and not question.ended_at else "",
            "change": "Put right" if session.is_sent else "Change",
        }
        for number, question in enumerate(questions, start=1)
    ]


def named(choice, pile=""):
    """What hands were up for: a `choice` (Choice), or a thing and the `pile` (str) into which it went. Returns str."""
    return f"{choice.text}: {AnswerChoice.Pile(pile).label}" if pile else choice.text


def hands_in_words(count):
    """A number of hands: "1 hand", "7 hands". Returns str."""
    return "1 hand" if count == 1 else f"{count} hands"
