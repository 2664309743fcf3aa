"""Which words of answered questions were changed: everybody sees the old and the new ones, and why.

Two members of staff agreed each time that both mean the same (engagement/polls/flows/correcting.py).
"""

from collections import defaultdict

from django.utils import timezone

from easyread.dates import full_date
from engagement.polls.models import QuestionCorrection
from engagement.polls.wordings import changes


def tell_corrections(questions):
    """Give each of `questions` (list of Question) its `reworded`: a list of notices, the oldest first. One query."""
    rows = QuestionCorrection.objects.made().filter(question__in=[question.pk for question in questions])
    found = defaultdict(list)
    for row in rows:
        found[row.question_id].append(notice_of(row))
    for question in questions:
        question.reworded = found[question.pk]
    return questions


def notice_of(correction):
    """What is told of one correction, as components/notice.html takes it. Returns a dict."""
    words = []
    for change in changes(correction.earlier, correction.later):
        words += [f"Before: {change['before']}", f"Now: {change['now']}"]
    why, *others = correction.why.splitlines()
    day = full_date(timezone.localdate(correction.settled_at))
    return {"title": f"We changed the words on {day}.", "words": [*words, f"Why: {why}", *others]}
