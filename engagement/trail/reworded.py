"""Which words of answered questions were changed: everybody sees the old and the new ones, and why.

Two members of staff agreed each time that both mean the same (engagement/polls/flows/correcting.py).
"""

from datetime import date

from easyread.dates import full_date


def tell_corrections(questions):
    """Give each of `questions` (list of Question) its `reworded`: a list of notices, the oldest first. No query."""
    for question in questions:
        question.reworded = [notice_of(change) for change in question.put_right]
    return questions


def notice_of(put_right):
    """What is told of one correction (dict of Question.put_right), as components/notice.html takes it: a dict."""
    words = []
    for change in put_right["changes"]:
        words += [f"Before: {change['before']}", f"Now: {change['now']}"]
    why, *others = put_right["why"].splitlines()
    day = full_date(date.fromisoformat(put_right["day"]))
    return {"title": f"We changed the words on {day}.", "words": [*words, f"Why: {why}", *others]}
