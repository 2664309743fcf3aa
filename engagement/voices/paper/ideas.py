"""Ideas to pick, on paper: some of them, in an order that differs from printing to printing (Q3).

Ideas come while a form lies on a table, and there may be 5,000. A form shows 12 at most, as many as fit on two calm
pages; each printing, and the form that anybody may print on each day, shuffles them anew, so that none is always first
or always left out.
"""

from engagement.polls.models import MOST_PICKS

from ..keys import place_of
from ..picking import choices_of, offered

PICK = "pick"
ON_A_FORM = 12
TICK = f"Put a tick next to {MOST_PICKS} ideas or fewer."


def ideas_on(question, *, shuffled_by):
    """The ideas that a form shows of a pick `question` (Question): (list of Choice, how many there are in all).

    `shuffled_by`: what makes their order (str), the same for the same form. Two queries.
    """
    there = offered(question)
    order = sorted(there, key=lambda idea: (place_of(shuffled_by, idea[1]), idea[0]))
    return choices_of(pk for pk, _ in order[:ON_A_FORM]), len(there)


def words_about(shown, there):
    """What is said of ideas that did not fit. `shown`, `there`: int. Returns a list of sentences."""
    if there <= shown:
        return []
    return [f"Here are {shown} of {there} ideas.", "Other forms have other ideas.", "Our website has all ideas."]
