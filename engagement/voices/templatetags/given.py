"""What was chosen, put in order, sorted or counted in one answer, for staff who read its words."""

from django import template

from ..in_words import answer_in_words

register = template.Library()


@register.filter
def given_lines(answer):
    """What an `answer` (Answer) says besides words, as a list of lines (str). A vote is never among them (6.9)."""
    return answer_in_words(answer.question, answer)
