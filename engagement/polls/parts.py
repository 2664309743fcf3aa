"""A question as one part of a page, for the checkers: as people will see it, with every choice (T9)."""

from easyread.page_parts import PagePart
from easyread.reading import pictures_of, ready

from .blocks_read import IDEAS, choice_values, question_values
from .models import Question

STREAM = "questions"


def question_part(page, name, block):
    """The part that a question's `block` (StreamChild) makes. None for the blocks of other streams. (PagePart)"""
    if name != STREAM or block.block_type != "question":
        return None
    question = question_values(block, 0)
    choices = [values for _, values in choice_values(block, pictures_of(*IDEAS.values()))]
    ready([question["picture"], *(choice["picture"] for choice in choices)])
    words = [question["text"], question["help"], *(choice["text"] for choice in choices)]
    return PagePart(
        key=str(block.id),
        name="Question",
        words=[line for line in words if line],
        template="polls/question_part.html",
        context={"question": question, "choices": choices, "faces": question["kind"] == Question.Kind.FACES},
    )
