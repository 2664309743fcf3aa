"""What makes a question hard to answer: warnings for authors, on a preview before anybody else sees it (Q2, Q3, S8)."""

import json

import pytest
from django.urls import reverse

from easyread.writing.fields import Field
from easyread.writing.finding import find
from engagement.people.roles import PMU
from engagement.polls.permissions import LONELY, refuse_lonely_opposites
from engagement.polls.question_rules import grids, notes_on, problems_of_question
from engagement.polls.standing import standing_of_questions
from engagement.proposals.models import RoundPage
from engagement.voices.flows import Said, give_voice, take_back
from engagement.voices.opposites import notes_on_opposites
from tests import factories


def found(text, choices=()):
    return [
        (name, problem.id, problem.level) for name, problem in problems_of_question({"text": text, "choices": choices})
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "choices", "what"),
    [
        ("Do you agree that buses are late?", (), ("text", "Q3", "error")),
        ("Do you like the bus and the train?", (), ("text", "S8", "warning")),
        ("Do you like the bus or the train?", (), ("text", "S8", "hint")),
        ("Please rate each of these?", (), ("text", "Q2", "warning")),
        ("Which is best?", ("A", "B", "C", "D", "E"), ("choices-4", "Q2", "warning")),
    ],
)
def test_a_rule_is_broken(text, choices, what):
    """Q2: four choices at most and no grid. Q3: never "do you agree". S8: one thing in each question."""
    assert what in found(text, choices)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "choices"),
    [("Do you like the bus?", ("A", "B", "C", "D")), ("Which is better, the bus or the train?", ())],
)
def test_a_good_question_has_no_warning(text, choices):
    assert found(text, choices) == []


@pytest.mark.django_db
def test_the_warnings_are_shown_while_the_question_is_written():
    """Q2, Q3, S8: beside its field in the editor, before anything is saved."""
    field = Field("questions-0-value-text", "Do you agree? Please rate each of these.", kind="question")
    assert {"Q2", "Q3"} <= {one.problem.id for one in find([field]) if one.name == field.name}


def blocks_of(*raw):
    return RoundPage._meta.get_field("questions").stream_block.to_python(list(raw))


@pytest.mark.django_db
def test_three_questions_in_a_row_with_the_same_choices_are_a_grid():
    """Q2: a grid fails screen readers, and autistic and dyslexic readers."""
    rows = [factories.question_block("one", f"How is {n}?", choices=["Good", "Bad"]) for n in range(4)]
    other = factories.question_block("words", "What else?")
    assert grids(blocks_of(*rows)) == [(0, 4)] and grids(blocks_of(*rows[:2], other, *rows[2:])) == []
    assert grids(blocks_of(other, other, other)) == []
    assert "4 questions in a row" in notes_on(blocks_of(*rows))[0][0]


# --- Opposites


def pair():
    return [
        factories.question_block("yes_no", "Do you like the bus?"),
        factories.question_block("yes_no", "Is the bus bad for you?", opposite=True),
    ]


@pytest.mark.parametrize(
    ("first", "second", "fine"),
    [("yes_no", "yes_no", True), ("words", "yes_no", False), ("yes_no", "faces", False), (None, "yes_no", False)],
)
def test_the_opposite_stands_behind_a_yes_or_no_question(first, second, fine):
    """Q3: both are yes or no."""
    raw = [factories.question_block(second, "B?", opposite=True)]
    raw = ([factories.question_block(first, "A?")] if first else []) + raw
    errors = {}
    form = type("Form", (), {"cleaned_data": {"questions": blocks_of(*raw)}})()
    form.add_error = lambda name, error: errors.update({name: error})
    refuse_lonely_opposites(form)
    assert fine is (not errors)
    assert fine or LONELY in str(errors["questions"].block_errors[len(raw) - 1])


@pytest.mark.django_db
def test_yes_to_both_is_a_note_for_staff_and_no_answer_is_thrown_away(home_page):
    """Q3: shown as a note on the questions' quality, never used to throw answers away, never public."""
    page = factories.make_round(questions=pair())
    first, second = page.question_rows.order_by("sort_order")
    assert second.opposite and not first.opposite

    def say(*meanings):
        said = [Said(q, choices=(q.choices.get(meaning=m),)) for q, m in zip((first, second), meanings, strict=True)]
        return give_voice(round=page, said=said)

    say("yes", "yes"), say("yes", "no"), say("no", "not_sure")
    assert list(notes_on_opposites(page)) == [
        (second.pk, "1 of 2 people said yes to “Do you like the bus?” and to its opposite, “Is the bus bad for you?”.")
    ]
    take_back(voice=say("yes", "yes"))
    assert next(notes_on_opposites(page))[1].startswith("1 of 2")
    assert first.answers.filter(is_current=True).count() >= 3


@pytest.mark.django_db
def test_the_note_is_in_the_editor_and_on_no_public_page(home_page, client, roles):
    page = factories.make_round(questions=pair())
    for _ in range(9):
        said = [Said(q, choices=(q.choices.get(meaning="yes"),)) for q in page.question_rows.all()]
        give_voice(round=page, said=said)
    admin = factories.make_user(is_superuser=True)
    shown = standing_of_questions(RoundPage.objects.get(pk=page.pk), admin)
    assert shown[1]["quality"] and not shown[0]["quality"]
    client.force_login(factories.make_user(PMU))
    report = client.get(reverse("heard:round", args=[page.pk])).content.decode()
    assert "9 of 9 people said yes to “Do you like the bus?”" in report
    client.logout()
    for address in (page.url, f"{page.url}results/", f"{page.url}standard/"):
        assert "its opposite" not in client.get(address).content.decode()


# --- Preview


@pytest.mark.django_db
def test_each_question_is_shown_as_people_will_answer_it(open_round, settings):
    """Before anybody else sees them, from the words that are being written."""
    page = RoundPage.objects.get(pk=open_round.pk)
    raw = list(page.questions.raw_data)
    raw[0]["value"] = raw[0]["value"] | {"text": "Do you like the new bus?"}
    page.questions = json.dumps(raw)
    assert ("questions", "The questions") in page.preview_modes
    text = page.make_preview_request(preview_mode="questions").content.decode()
    for words in ("Do you like the new bus?", "Question 5 of 5", "Which is better?", "Some of it is good", "Skip"):
        assert words in text
    assert "csrfmiddlewaretoken" not in text and 'type="submit" name="go" value="skip"' not in text


@pytest.mark.django_db
def test_a_round_without_questions_has_a_preview(home_page):
    page = factories.make_round(questions=[], publish=False)
    assert "There are no questions yet." in page.make_preview_request(preview_mode="questions").content.decode()
