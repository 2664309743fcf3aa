"""The address that the editor asks while somebody writes: problems with their place, lengths, and what to do next."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from easyread.writing.advice import EMPTY, READ_BY_PEOPLE
from easyread.writing.answer import answer_about
from easyread.writing.fields import Field, fields_of
from engagement.people.roles import CHECKER
from tests import factories

pytestmark = pytest.mark.django_db


def words(text, number=0, kind="picture_and_words", key="words", picture=True):
    """One field of a block, as the script sends it."""
    return {"name": f"easy_read-{number}-value-{key}", "text": text, "kind": kind, "picture": picture}


def about(*fields):
    return answer_about(fields_of({"fields": list(fields)}))


def rules(told, number=0, key="words"):
    return [one["rule"] for one in told["problems"][f"easy_read-{number}-value-{key}"]]


@pytest.fixture
def ask(client, pmu):
    client.force_login(pmu)
    address = reverse("easyread_while_writing")
    return lambda body: client.post(address, body, content_type="application/json")


def test_a_problem_has_its_place_its_reason_and_what_to_write(ask):
    told = ask(json.dumps({"fields": [words("You don't pay.")]})).json()
    problem = told["problems"]["easy_read-0-value-words"][0]
    assert (problem["start"], problem["end"], problem["level"]) == (4, 9, "error")
    assert problem["suggestions"] == ["do not"] and problem["message"]


def test_places_are_counted_as_a_browser_counts(ask):
    """Outside Unicode's first plane, one letter is two units in JavaScript: the mark must stand on the word."""
    problem = about(words("🚌🚌 You don't pay."))["problems"]["easy_read-0-value-words"][0]
    assert (problem["start"], problem["end"]) == (9, 14)


def test_a_part_without_a_picture_is_told_p1():
    assert rules(about(words("We meet.", picture=False))) == ["missing_picture"]
    assert rules(about(words("We meet.", picture=None))) == []  # it cannot have one


def test_a_word_that_the_page_explains_is_let_through_and_must_come_next_w2():
    hard = [words("Commissioning", 1, "hard_word", "word"), words("It means to plan and to buy.", 1, "hard_word")]
    told = about(words("We talk about commissioning."), *hard)
    assert rules(told) == []
    late = about(words("We talk about commissioning."), words("We meet.", 2), *hard)
    assert rules(late) == ["unexplained_hard_word"]


def test_a_question_is_checked_as_a_question_q3():
    asked = {"name": "questions-0-value-text", "text": "Do you agree with this?", "kind": "question"}
    choice = {"name": "questions-0-value-choices-0-value-text", "text": "Do you agree with this?", "kind": "question"}
    told = about(asked, choice)
    assert [one["rule"] for one in told["problems"][asked["name"]]] == ["agree_question"]
    assert told["problems"][choice["name"]] == []


def test_what_to_do_next_is_one_sentence_and_the_worst_comes_first():
    """A number is never shown alone."""
    assert about(words(""))["next"] == {"words": EMPTY}
    assert about(words("We meet."))["next"] == {"words": READ_BY_PEOPLE}
    told = about(words("We meet.", 0, picture=False), words("You don't pay.", 1))
    assert told["levels"] == {"hint": 0, "warning": 1, "error": 1}
    assert told["next"]["name"] == "easy_read-1-value-words" and told["next"]["words"].endswith(".")


def test_words_pages_and_minutes():
    length = about(*(words("We want to hear from you today.", number) for number in range(40)))["length"]
    assert length["words"] == 280 and length["minutes"] == 3 and 5 < length["pages"] < 12


@pytest.mark.parametrize(
    "body",
    ["", "{", "[]", '{"fields": 1}', '{"fields": [1]}', '{"fields": [{"name": 1, "text": "a"}]}', "[" * 100_000],
)
def test_bad_input_is_refused_kindly(ask, body):
    answer = ask(body)
    assert answer.status_code == 400 and answer.json()["message"]


def test_too_much_is_refused(ask):
    assert ask(json.dumps({"fields": [words("a " * 150_000)]})).status_code == 400
    assert ask(json.dumps({"fields": [words("a", number) for number in range(1_001)]})).status_code == 400


def test_who_may_ask(roles, pmu):
    """Editors alone, and only with their own token against forged forms (S2, S7)."""
    address = reverse("easyread_while_writing")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(pmu)
    assert strict.post(address, "{}", content_type="application/json").status_code == 403
    checker = Client()
    checker.force_login(factories.make_user(CHECKER))
    assert checker.post(address, "{}", content_type="application/json").status_code != 200


def test_only_what_changed_is_looked_at(monkeypatch):
    """TEXT.md: what was found in a text is kept by the text."""
    from easyread.writing import finding

    looked = []
    monkeypatch.setattr(finding, "check", lambda text, **kept: looked.append(text) or [])
    finding.problems_in.cache_clear()
    first = Field("title", "Only this one changes here")
    finding.find([first, Field("why", "This one stays as it is.")])
    finding.find([first._replace(text="Only this one changed here"), Field("why", "This one stays as it is.")])
    finding.problems_in.cache_clear()
    assert looked.count("This one stays as it is.") == 1 and len(looked) == 3


def test_one_thing_has_one_word_all_through_w3():
    told = about(words("The meeting is on Monday. Your carer can come.", 0), words("The caregiver can sit down.", 1))
    assert "two_words_one_thing" in rules(told, 1) or "two_words_one_thing" in rules(told, 0)


def test_a_word_of_the_sites_glossary_must_be_explained_once_w2():
    from easyread.models.lists import GlossaryWord

    GlossaryWord.objects.create(words="respite", meaning="Respite means a rest for your carer.")
    told = about(words("You can have respite.", 0), words("Respite is good.", 1))
    assert rules(told, 0) == ["unexplained_hard_word"] and rules(told, 1) == []
    assert rules(about(words("You can have respite.\nRespite means a rest.", 0))) == []


def test_another_room_may_add_what_it_knows_of_its_blocks():
    """A question with many choices: polls says it, through a hook (Q2)."""
    rows = [
        {"name": f"questions-0-value-choices-{number}-value-text", "text": f"The {name} bus", "kind": "question"}
        for number, name in enumerate(["red", "blue", "green", "brown", "black"])
    ]
    asked = {"name": "questions-0-value-text", "text": "Which bus do you like?", "kind": "question"}
    told = about(asked, *rows)["problems"]
    assert [one["rule"] for one in told[rows[4]["name"]]] == ["many_choices"] and not told[rows[3]["name"]]


def test_whether_a_text_speaks_to_the_reader_is_asked_of_all_of_it_s5():
    """A part that tells of a bus is no problem beside parts that say you and we."""
    about_a_bus = "\n".join(["The bus is red.", "The bus is new.", "The bus goes on Monday.", "The bus is late."] * 3)
    assert any(one["id"] == "S5" for one in about(words(about_a_bus))["problems"]["easy_read-0-value-words"])
    told = about(words(about_a_bus), *(words("You and we decide.\nWe meet you.\nYou come.", n) for n in range(1, 9)))
    assert not any(one["id"] == "S5" for found in told["problems"].values() for one in found)
