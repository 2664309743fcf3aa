"""One question of each new kind, for the tests of how they are asked."""

from tests import factories

THINGS = ["Going swimming", "Seeing friends", "A job", "Quiet time"]


def blocks(**values):
    """A or B, put in order, sort, and a number, as raw blocks of a round. `values`: of all of them."""
    return [
        factories.question_block("either", "Which is better for you?", choices=["1 worker", "2 workers"], **values),
        factories.question_block("order", "What matters most to you?", choices=THINGS, **values),
        factories.question_block("sort", "What do you like?", choices=THINGS[:3], **values),
        factories.question_block("number", "How many hours?", unit="hours", least="1", most="168", **values),
    ]


def make_round(**values):
    """An open round with these 4 questions, and each of them by its kind: (RoundPage, dict of str to Question)."""
    page = factories.make_round(questions=blocks(**values))
    return page, {row.kind: row for row in page.question_rows.asked().ready_to_show()}


WITH_PICTURES = {
    "1 worker": "support-worker",
    "2 workers": "together",
    "Going swimming": "swimming",
    "Seeing friends": "friends",
    "A job": "job",
    "Quiet time": "quiet",
    "A bus pass": "bus",
    "A quiet room": "quiet",
    "A friend": "friends",
}


def every_kind():
    """One question of each kind that people can be asked, as raw blocks of a round."""
    a_b, order, sort, number = blocks()
    return [
        factories.question_block("yes_no", "Do you have a support worker?"),
        factories.question_block("one", "What helps you most?", choices=["A bus pass", "A quiet room", "A friend"]),
        factories.question_block("several", "What do you do each week?", choices=THINGS),
        factories.question_block("faces", "How is your support?"),
        a_b,
        order,
        sort,
        number,
        factories.question_block("words", "What should change?", sensitive=True),
    ]


def with_pictures(questions, pictures):
    """The same raw blocks, whose choices have pictures. `pictures`: dict of idea (str) to Picture."""
    for block in questions:
        for item in block["value"]["choices"]:
            picture = pictures.get(WITH_PICTURES.get(item["value"]["text"]))
            item["value"]["picture"] = picture and picture.pk
    return questions
