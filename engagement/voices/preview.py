"""The questions of a round as people will see them, while their author still writes them.

They are no rows yet, so they are made from the blocks of the page. Nothing can be sent from here.
"""

from django.template.loader import render_to_string
from django.template.response import TemplateResponse

from easyread.reading import pictures_of
from engagement.polls.blocks_read import IDEAS, choice_values, question_values
from engagement.polls.models import Choice, Question

from .attached import ways_of
from .fields import Filled, fields_of

KEY = "preview"  # turns the choices as for one person


def questions_preview(page, request):
    """The questions of a `page` (RoundPage as it is written), one below the other. Returns TemplateResponse."""
    questions = [shown(question, number, request) for number, question in enumerate(written(page), start=1)]
    context = {"page": page, "questions": questions, "total": len(questions), "is_example": page.is_example}
    return TemplateResponse(request, "voices/preview.html", context)


def shown(question, number, request):
    """What the template prints of one question. Returns a dict."""
    fields = fields_of(question, key=KEY, filled=Filled(), words_of=str, request=request, prefix=f"q{number}-")
    ways = ways_of(question, []) if question.kind == Question.Kind.WORDS else []
    context = fields | {"ways": ways, "given": []}
    html = render_to_string("voices/fields.html", context, request=request)
    return {"question": question, "number": number, "html": html}


def written(page):
    """The questions as the blocks of a `page` say them now, as a list of unsaved Question with their choices."""
    bank, questions = pictures_of(*IDEAS.values()), []
    for place, block in enumerate(page.questions, start=1):
        question = Question(pk=-place, public_id=block.id, round=page, **question_values(block, place))
        choices = [
            Choice(pk=-number, public_id=key, question=question, **values)
            for number, (key, values) in enumerate(choice_values(block, bank), start=1)
        ]
        question._prefetched_objects_cache = {"choices": choices}
        questions.append(question)
    return questions
