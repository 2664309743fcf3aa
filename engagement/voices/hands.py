"""The hands of a group: what may be counted for a question, and the kind words when not. Pure questions about rows."""

from django.core.exceptions import ValidationError
from django.db.models import Sum

from engagement.polls.models import MOST_PICKS

from .models import AnswerChoice
from .models.groups import KINDS, MOST_PRESENT
from .said import NOT_A_CHOICE

ALL_UP = "All hands are up. There are {present} people. Take one back first."
ALL_UP_HERE = "{present} people are here. There can be no more hands."
ALL_UP_FOR_THING = "All hands are up for this thing. There are {present} people. Take one back first."
ALL_PICKED = "There are {present} people. Together they can pick {most} ideas. Take one back first."
NONE_UP = "No hand is up here."
TOO_FEW_PRESENT = "More hands are up than people. Please look at the number of people."
MORE_AGREED = "More people agreed than are here. Please look at the number."
TOO_MANY_KINDS = "Together these are more people than are here. Count each person 1 time."
PRESENT_WRONG = f"Write how many people are here. It is a number from 2 to {MOST_PRESENT}."
NOT_THEN = "People could not answer on that day. Please look at the date."
IN_FUTURE = "This day is not here yet. Please look at the date."
TOO_LONG_PLACE = "Please make this shorter."
NOT_OPEN_NOW = "You cannot change this now."
NOTHING_YET = "There are no hands and no words yet. Please ask 1 question first."
NO_WHOSE = "Choose whose words they are."
MOST_LETTERS = 80
MOST_STATEMENTS = 60  # to one question: more than any workshop says


def hands_up(session, question, **only):
    """How many hands are up for a `question` (Question) in a `session` (GroupSession), all choices together. int.

    `only`: such as `choice`, the hands for one thing in all its piles.
    """
    return session.hands.filter(choice__question=question, **only).aggregate(n=Sum("count"))["n"] or 0


def one_hand_each(question):
    """Whether each person puts up 1 hand for a `question` (Question): for one choice, or for what they put first."""
    return question.kind in ONE_ANSWER


def refuse_tap(session, question, hands, step):
    """Raise ValidationError when `hands` (Hands) cannot go up or down by `step` (int).

    For a question with one answer all hands together are never more than the people; where people may choose several,
    each choice by itself; where they sort things, all piles of one thing together.
    """
    if hands.count + step < 0:
        raise ValidationError(NONE_UP, code="hands")
    if step < 0:
        return
    if hands.count + step > session.present:
        raise ValidationError(ALL_UP_HERE.format(present=session.present), code="hands")
    most = session.present * MOST_PICKS
    if question.picks_ideas and hands_up(session, question) + step > most:
        raise ValidationError(ALL_PICKED.format(present=session.present, most=most), code="hands")
    if question.sorts and hands_up(session, question, choice=hands.choice_id) + step > session.present:
        raise ValidationError(ALL_UP_FOR_THING.format(present=session.present), code="hands")
    if one_hand_each(question) and hands_up(session, question) + step > session.present:
        raise ValidationError(ALL_UP.format(present=session.present), code="hands")


def refuse_choice(question, choice, pile=""):
    """Raise ValidationError unless `choice` (Choice) is one that people can choose in `question` today.

    `pile`: in which pile they put it (str), where they sort things.
    """
    refuse_pile(question, pile)
    if choice.question_id != question.pk or choice.ended_at or question.ended_at:
        raise ValidationError(NOT_A_CHOICE, code="choice")


def refuse_pile(question, pile):
    """Raise ValidationError unless `pile` (str) is one where people sort things, and "" for any other `question`."""
    if pile not in (AnswerChoice.Pile.values if question.sorts else [""]):
        raise ValidationError(NOT_A_CHOICE, code="choice")


def refuse_details(details, round, today):
    """Raise ValidationError, by field, for what no workshop can be. `details`: dict of GroupSession fields."""
    wrong, present = {}, details["present"]
    if not 2 <= (present or 0) <= MOST_PRESENT:
        wrong["present"] = PRESENT_WRONG
    elif sum(details.get(name) or 0 for name, _ in KINDS) > present:
        wrong[KINDS[0][0]] = TOO_MANY_KINDS
    if details["held_on"] > today:
        wrong["held_on"] = IN_FUTURE
    elif not was_open_on(round, details["held_on"]):
        wrong["held_on"] = NOT_THEN
    for name in ("place", "facilitator"):
        if len(details.get(name, "")) > MOST_LETTERS:
            wrong[name] = TOO_LONG_PLACE
    if wrong:
        raise ValidationError(wrong)


def was_open_on(round, day):
    """Whether a `round` (RoundPage) was open on a `day` (date). Returns bool."""
    return (
        round.opened_on is not None and round.opened_on <= day and (round.closes_on is None or day <= round.closes_on)
    )


def refuse_too_few(session, present):
    """Raise ValidationError when more hands are up, or more people agreed, than would be `present` (int)."""
    up = session.hands.filter(count__gt=0).order_by()
    together = up.filter(choice__question__kind__in=ONE_ANSWER).values("choice__question").annotate(n=Sum("count"))
    sorted_ones = up.exclude(pile="").values("choice").annotate(n=Sum("count"))
    for rows in (together, sorted_ones):
        if any(row["n"] > present for row in rows):
            raise ValidationError({"present": TOO_FEW_PRESENT})
    said = session.voice.answers.filter(is_current=True) if session.is_sent else session.statements
    if session.hands.filter(count__gt=present).exists() or said.filter(agreed__gt=present).exists():
        raise ValidationError({"present": TOO_FEW_PRESENT})


ONE_ANSWER = ("yes_no", "one", "faces", "either", "order")
