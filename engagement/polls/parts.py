"""A question as one part of a page, for the checkers: as people will see it, with every choice (T9).

And whether people do see it so: an answered question keeps its words, whatever a version of the page says.
"""

from django.db.models import FilteredRelation, Q

from easyread.page_parts import PagePart
from easyread.reading import pictures_of, ready
from engagement.proposals.blocks import says_not_sure
from engagement.proposals.models import RoundPage

from .blocks_read import IDEAS, READY_MADE, WITHOUT_CHOICES, as_uuid, choice_values, question_values
from .models import Choice, Question

STREAM = "questions"
# The pictures of the bank that a kind of question may show; "not sure" in all others. A face has its own drawing.
GIVEN_BY = dict.fromkeys([*WITHOUT_CHOICES, Question.Kind.FACES], ()) | {
    Question.Kind.YES_NO: ("yes", "no", "not-sure"),
    Question.Kind.EITHER: ("same", "not-sure"),
}
MADE = (*READY_MADE, *WITHOUT_CHOICES)  # what an author wrote as choices of such a question, nobody sees


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


def ideas_shown(kind, words):
    """The ideas of the pictures that a page may give its choices by itself, as a list of str.

    `kind`: its class; `words`: what it holds (dict).
    """
    asked = words.get(STREAM, ()) if issubclass(kind, RoundPage) else ()
    return sorted({idea for block in asked for idea in GIVEN_BY.get(block["value"]["kind"], ["not-sure"])})


def pictures_known(pages):
    """What choices of live `pages` (list) show by themselves: a dict of page key to dict of idea to Picture or None.

    They come with the questions, which the page of a round needs anyway (F2). One query for several pages.
    """
    rounds = [page for page in pages if isinstance(page, RoundPage)]
    found = {page.pk: {} for page in rounds}
    for key, choice in choices_of(rounds):
        idea = IDEAS.get(choice.meaning)
        if idea and (choice.picture is None or choice.picture.idea == idea):
            found[key][idea] = choice.picture
    return found


def choices_of(rounds):
    """The choices that people see on `rounds` (list of RoundPage), each with its round's key. A list of tuples."""
    if len(rounds) == 1:
        return [(rounds[0].pk, choice) for row in asked_rows(rounds[0]) for choice in row.choices.all()]
    rows = Choice.objects.filter(question__in=Question.objects.asked().filter(round__in=rounds), ended_at=None)
    rows = rows.filter(meaning__in=IDEAS).select_related("question", "picture") if rounds else ()
    return [(choice.question.round_id, choice) for choice in rows]


def asked_otherwise(pages):
    """The keys of those live `pages` (list) that ask a question in other words than the page says, as a set of int.

    One query, or those that the page of a round needs anyway. Ideas to pick are no words of the page.
    """
    rounds = {page.pk: page for page in pages if isinstance(page, RoundPage)}
    asked = words_of_rows(asked_rows(*rounds.values())) if len(rounds) == 1 else words_of_all(rounds)
    written = {pk: written_words(page) for pk, page in rounds.items()}
    return {pk for (pk, key), words in asked.items() if not is_as_written(words, written[pk].get(key))}


def asked_rows(page):
    """The questions that people are asked on a `page` (RoundPage), ready to show, fetched once. Returns a list."""
    if "asked_rows" not in vars(page):
        page.asked_rows = list(page.question_rows.asked().ready_to_show())
    return page.asked_rows


def words_of_rows(rows):
    """What people see of questions, a dict of round and id to words as `words_of_block` has them. `rows`: Questions."""
    return {
        (row.round_id, row.public_id): {
            "words": [row.text, row.help, row.picture_id],
            "choices": {
                one.public_id: words_of_choice(one.text, one.picture_id, one.meaning) for one in row.choices.all()
            },
        }
        for row in rows
        if not row.picks_ideas
    }


def words_of_all(keys):
    """The same of all rounds with these `keys`, in one query; none for none."""
    names = ("round", "public_id", "text", "help", "picture")
    choices = ("choice__public_id", "choice__text", "choice__picture", "choice__meaning")
    rows = Question.objects.asked().filter(round__in=keys).exclude(kind=Question.Kind.PICK)
    rows = rows.annotate(choice=FilteredRelation("choices", condition=Q(choices__ended_at=None)))
    found = {}
    for pk, key, *words, choice, text, picture, meaning in rows.values_list(*names, *choices) if keys else ():
        one = found.setdefault((pk, key), {"words": words, "choices": {}})
        one["choices"][choice] = words_of_choice(text, picture, meaning)
    return found


def words_of_choice(text, picture, meaning):
    """What an author gave a choice: its `text` and its `picture` (int or None), as a tuple. The product gives a picture
    to one with a `meaning`."""
    return text, None if meaning else picture


def is_as_written(asked, written):
    """Whether a question is `asked` in the words that the page says (both dicts). Returns bool."""
    if written is None or asked["words"] != written["words"]:
        return False
    return all(asked["choices"].get(key) == choice for key, choice in written["choices"].items())


def written_words(page):
    """What a `page` (RoundPage) itself says of each question: a dict of UUID to its words and its choices'."""
    return {as_uuid(block["id"]): words_of_block(block["value"]) for block in page.questions.raw_data}


def words_of_block(value):
    """What a question's raw `value` (dict) says, as a dict of its words and its choices'."""
    items = [] if value["kind"] in MADE else value.get("choices") or []
    return {
        "words": [value.get("text") or "", value.get("help") or "", value.get("picture")],
        "choices": {as_uuid(item["id"]): of_choice(item["value"]) for item in items},
    }


def of_choice(value):
    """The words and the picture's key of a choice's raw `value`, as a tuple; none of "I am not sure", as of its row."""
    text = value.get("text") or ""
    return words_of_choice(text, value.get("picture"), says_not_sure(text))
