"""What one press can do in the editor: say what a hard word means, leave a false alarm, and what comes first."""

import json

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from easyread.flows import let_go, look_again
from easyread.models import GlossaryWord, LetGo
from easyread.rules.hardness import hardness
from easyread.wording import errors_in_words
from easyread.writing.advice import ALONE_DONE, READ_BY_PEOPLE
from easyread.writing.answer import answer_about
from easyread.writing.fields import fields_of
from engagement.people.roles import CHECKER
from tests import factories

pytestmark = pytest.mark.django_db


def field(text, number=0, kind="picture_and_words", key="words"):
    """One field of a block, as the script sends it."""
    return {"name": f"easy_read-{number}-value-{key}", "text": text, "kind": kind, "picture": True}


def about(*fields, **kept):
    return answer_about(fields_of({"fields": list(fields)}), **kept)


def problems(told, number=0, key="words"):
    return told["problems"][f"easy_read-{number}-value-{key}"]


@pytest.fixture
def respite():
    """A hard word that the site's list knows."""
    return GlossaryWord.objects.create(words="respite", meaning="Respite means a rest for your carer.")


@pytest.fixture
def post(client, pmu):
    client.force_login(pmu)
    address = reverse("easyread_leave_it")
    return lambda body: client.post(address, body, content_type="application/json")


def test_the_meaning_comes_in_the_next_sentence_w2(respite):
    """It is added at the end of the word's own sentence, counted as a browser counts; then W2 has nothing to say."""
    told = about(field("🚌 You can have respite. It is free."))
    meaning = problems(told)[0]["meaning"]
    place = len("🚌 You can have respite.") + 1
    assert meaning == {"word": "respite", "words": "Respite means a rest for your carer.", "place": place}
    mended = about(field("🚌 You can have respite.\nRespite means a rest for your carer.\nIt is free."))
    assert "W2" not in [one["id"] for one in problems(mended)]


def test_a_meaning_of_a_few_words_becomes_a_sentence(respite):
    respite.meaning = "a rest for your carer"
    respite.save()
    added = problems(about(field("You can have respites.")))[0]["meaning"]["words"]
    assert added == "Respites means a rest for your carer."


def test_the_page_itself_may_know_what_a_word_means_w2():
    """A hard word that is explained too late: its own part says what to add."""
    hard = [field("Commissioning", 2, "hard_word", "word"), field("It means to plan and to buy.", 2, "hard_word")]
    told = about(field("We talk about commissioning."), field("We meet.", 1), *hard)
    assert problems(told)[0]["meaning"]["words"] == "It means to plan and to buy."
    nothing = about(field("We talk about commissioning."), field("We meet.", 1), hard[0])
    assert all("meaning" not in one for one in problems(nothing))


def test_a_hard_word_part_is_offered_the_meaning_of_the_list(respite):
    """Also where it says something else; no more once it says the same."""
    name = "easy_read-0-value-words"
    word = field("Respite", kind="hard_word", key="word")
    for written in ("", "A rest."):
        assert about(word, field(written, kind="hard_word"))["offers"] == {name: respite.meaning}
    assert about(word, field(respite.meaning, kind="hard_word"))["offers"] == {}
    assert about(field("Respite", kind="heading", key="word"), field("", kind="heading"))["offers"] == {}


def test_of_equals_the_hardest_sentence_comes_first_and_no_number_is_shown():
    easy = "You don't pay."
    hard = "You don't get transitional commissioning arrangements before the authority reviews it."
    assert hardness(hard) > hardness(easy)
    told = about(field(easy), field(hard, 1))
    assert told["next"]["name"] == "easy_read-1-value-words"
    assert "hardness" not in json.dumps(told)


def test_a_few_fields_of_a_form_are_no_page():
    """No cover, no checkers, and less than half a page is said so."""
    told = about({"name": "reason", "text": "We move the day."}, alone=True)
    assert told["length"]["in_print"] == "Less than half a page in print" and told["next"]["words"] == ALONE_DONE
    assert about({"name": "reason", "text": "We move the day."})["next"]["words"] == READ_BY_PEOPLE
    long = about({"name": "plain", "text": "We want to hear what you think of it today.\n" * 60}, alone=True)
    assert long["length"]["in_print"] == "About 3 pages in print" and long["length"]["minutes"] == 5


def test_a_hint_that_was_left_stays_away_until_its_sentence_changes(post):
    """For everybody, and in whatever field the sentence stands; it can be looked at again."""
    row = problems(about(field("We utilise it. Come.")))[0]["leave"]
    assert post(json.dumps({"rows": [row]})).json() == {"rows": 1}
    told = about(field("We utilise it."), field("We utilise it today.", 1))
    assert problems(told) == [] and len(problems(told, 1)) == 1
    assert told["left"] == [row] and told["levels"]["warning"] == 1
    assert post(json.dumps({"rows": [row], "again": True})).status_code == 200
    assert problems(about(field("We utilise it."))) and not LetGo.objects.exists()


def test_an_error_is_never_left_so_that_the_label_stays_sound(pmu):
    """Whatever somebody sends by hand: it is shown, and it is counted for the label (DESIGN.md 6.8)."""
    error = problems(about(field("You don't pay.")))[0]
    assert "leave" not in error
    let_go(rows=[{"rule": error["rule"], "words": "don't", "sentence": "You don't pay."}], by=pmu)
    assert problems(about(field("You don't pay."))) == [error] and len(errors_in_words("You don't pay.")) == 1


def test_left_twice_is_left_once_and_who_writes_nothing_leaves_nothing(pmu, roles):
    row = {"rule": "hard_word", "words": "utilise", "sentence": "We  utilise it."}
    let_go(rows=[row, row | {"sentence": "We utilise it."}], by=pmu)
    assert LetGo.objects.get().made_by == pmu
    for deed in (let_go, look_again):
        with pytest.raises(PermissionDenied):
            deed(rows=[row], by=factories.make_user(CHECKER))
    with pytest.raises(ValidationError):
        let_go(rows=[row | {"sentence": "a" * 10_001}], by=pmu)


@pytest.mark.parametrize("body", ["", "[]", '{"rows": 1}', '{"rows": [{"rule": "a"}]}', '{"rows": [{"rule": 1}]}'])
def test_bad_input_is_refused_kindly(post, body):
    answer = post(body)
    assert answer.status_code == 400 and answer.json()["message"]


def test_a_big_page_costs_no_more_queries_than_a_small_one(django_assert_num_queries):
    """The site's lists and what was left: two, however much is written (F2)."""
    for count in (1, 60):
        with django_assert_num_queries(2):
            about(*(field("We utilise it, and you can not.", number) for number in range(count)))
