"""Questions follow what was published (SEAMS.md, Questions)."""

import json
import uuid

import pytest

from easyread.checking import MayNotGoLive
from engagement.polls.flows import sync_questions
from engagement.polls.models import Choice, Question
from engagement.proposals.models import RoundPage
from tests import factories

pytestmark = pytest.mark.django_db


def republish(page, questions):
    """Publish a round with these raw question blocks; returns it fresh from the database."""
    page.questions = json.dumps(questions)
    revision = page.save_revision()
    factories.check_version(revision)
    revision.publish()
    return RoundPage.objects.get(pk=page.pk)


def raw(page):
    """A round's raw question blocks, as a list that may be changed."""
    return [dict(item) for item in page.questions.get_prep_value()]


def texts(question):
    return [choice.text for choice in question.choices.filter(ended_at=None)]


def test_publishing_makes_a_row_for_each_block(open_round):
    rows = list(open_round.question_rows.asked())
    assert [row.kind for row in rows] == ["yes_no", "one", "several", "faces", "words"]
    assert [row.public_id for row in rows] == [uuid.UUID(block.id) for block in open_round.questions]


def test_a_draft_makes_no_rows(home_page):
    page = factories.make_round(publish=False)
    page.live = False
    page.save()
    page.save_revision()
    assert not page.question_rows.exists()


def test_each_question_but_words_offers_not_sure_q2(open_round):
    for row in open_round.question_rows.asked():
        meanings = list(row.choices.values_list("meaning", flat=True))
        assert meanings.count("not_sure") == (0 if row.kind == "words" else 1)


def test_ready_made_choices(open_round):
    yes_no, one, several, faces, words = open_round.question_rows.asked()
    assert texts(yes_no) == ["Yes", "No", "I am not sure"]
    assert texts(one) == ["One leads", "All together", "I am not sure"]
    assert texts(faces) == ["Good", "Some of it is good", "Bad", "I am not sure"]
    assert texts(words) == []
    assert yes_no.choices.get(meaning="yes").public_id == uuid.uuid5(yes_no.public_id, "yes")


def test_not_sure_is_not_offered_twice(home_page):
    page = factories.make_round(questions=[factories.question_block("one", "A or B?", choices=["A", "B", "Not sure"])])
    assert texts(page.question_rows.get()) == ["A", "B", "Not sure"]
    assert page.question_rows.get().choices.get(text="Not sure").meaning == "not_sure"


def test_publishing_twice_changes_nothing(open_round):
    before = list(open_round.question_rows.values_list("pk", "public_id")), Choice.objects.count()
    page = republish(open_round, raw(open_round))
    sync_questions(round=page)
    assert (list(page.question_rows.values_list("pk", "public_id")), Choice.objects.count()) == before


def test_a_question_taken_out_is_ended_and_put_back_is_asked_again(open_round):
    first, rest = raw(open_round)[0], raw(open_round)[1:]
    page = republish(open_round, rest)
    assert page.question_rows.get(public_id=first["id"]).ended_at
    page = republish(page, [first, *rest])
    assert page.question_rows.get(public_id=first["id"]).ended_at is None
    assert page.question_rows.count() == 5


def test_rolling_back_finds_the_same_rows(open_round):
    old, before = open_round.latest_revision, set(open_round.question_rows.values_list("pk", flat=True))
    republish(open_round, [factories.question_block(text="Another?")])
    old.publish()
    assert set(open_round.question_rows.asked().values_list("pk", flat=True)) == before


def test_words_and_order_follow(open_round):
    blocks = raw(open_round)
    blocks[0]["value"] = blocks[0]["value"] | {"text": "Do you like the train?", "standard_text": "Rail?"}
    page = republish(open_round, [blocks[4], *blocks[:4]])
    assert [row.text for row in page.question_rows.asked()][:2] == ["What should change?", "Do you like the train?"]


def test_a_choice_taken_out_is_ended(open_round):
    blocks = raw(open_round)
    value = blocks[2]["value"]
    blocks[2]["value"] = value | {"choices": value["choices"][:2]}
    page = republish(open_round, blocks)
    several = page.question_rows.get(kind="several")
    assert texts(several) == ["Pictures", "Time", "I am not sure"]
    assert several.choices.get(text="A friend").ended_at


def test_a_copy_has_rows_of_its_own(open_round):
    copied = open_round.copy(update_attrs={"slug": "copied", "public_id": uuid.uuid4()})
    copied = factories.make_live(copied)
    assert copied.question_rows.count() == 5
    assert not set(copied.question_rows.values_list("pk")) & set(open_round.question_rows.values_list("pk"))


def test_a_question_becomes_a_vote_and_no_vote_again_until_people_are_told(home_page):
    page = factories.make_round(publish=False)
    for promise in ("follow", ""):
        blocks = raw(page)
        blocks[0]["value"] = blocks[0]["value"] | {"poll": promise}
        page.questions = json.dumps(blocks)
        sync_questions(round=page)
        assert getattr(getattr(Question.objects.get(kind="yes_no"), "poll", None), "promise", "") == promise


def test_once_people_are_told_a_question_is_a_vote_that_stays(open_round):
    """EASY-READ.md, Votes: it cannot change once open."""
    blocks = raw(open_round)
    blocks[0]["value"] = blocks[0]["value"] | {"poll": "follow"}
    with pytest.raises(MayNotGoLive, match="What was promised about a vote cannot change now"):
        republish(open_round, blocks)
    assert not hasattr(Question.objects.get(kind="yes_no"), "poll")
