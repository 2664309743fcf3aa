"""A second person types the form; differences are settled by choosing, and what stood first is kept (3.5)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from engagement.voices import flows
from engagement.voices.cells import cells_of
from engagement.voices.flows import paper_checking
from engagement.voices.models import ClosingCounts, PaperCheck
from engagement.voices.reports import count_round
from tests import factories
from tests.engagement.voices.conftest import close
from tests.engagement.voices.paper.conftest import TYPED, filled, type_in

pytestmark = pytest.mark.django_db


def check(copy, by, *values, **more):
    """Type a form the second time."""
    return flows.check_form(copy=copy, by=by, typed=filled(copy.batch, *values, **more))


def refusal(act, *args, **kwargs):
    """The sentence with which a flow refuses."""
    with pytest.raises(ValidationError) as refused:
        act(*args, **kwargs)
    return refused.value.messages[0]


@pytest.fixture
def typed(copy, worker, all_checked):
    """A form that is typed in and waits for the second person."""
    type_in(copy, worker, who="1", place="7")
    copy.refresh_from_db()
    return copy


def test_the_same_is_settled_at_once_whatever_capitals_and_spaces(typed, second):
    done = check(typed, second, *TYPED[:4], "i want  more Time.", who="1", place="7")
    assert (done.differences, done.settled_by, done.first) == ([], second, typed.typed_by)
    assert done.agreed == len(typed.batch.asked)


def test_differences_stand_side_by_side_and_one_is_chosen(typed, second):
    voice, keys = typed.voice, [row["key"] for row in typed.batch.asked]
    made = check(typed, second, "2", "2", "1 3", "X", "I want less.", who="2", place="7", **{"agree:publish": "1"})
    assert [d["key"] for d in made.differences] == [keys[0], keys[1], keys[3], keys[4], "who", "agree:publish"]
    assert made.differences[0] == {"key": keys[0], "first": "1", "second": "2"}
    assert made.settled_at is None and voice.answers.filter(is_current=True).count() == 5
    assert refusal(flows.settle_check, check=made, by=second, chosen={}) == paper_checking.CHOOSE_EACH
    chosen = {d["key"]: "second" for d in made.differences} | {keys[3]: "first"}
    done = flows.settle_check(check=made, by=second, chosen=chosen)
    voice.refresh_from_db()
    answers = list(voice.answers.order_by("question__sort_order", "question", "pk"))
    assert [answer.is_current for answer in answers] == [False, True, False, True, True, True, False, True]
    assert answers[0].chosen.get().choice.meaning == "yes" and answers[1].chosen.get().choice.meaning == "no"
    assert voice.votes.get(is_current=True).choice.text != voice.votes.get(is_current=False).choice.text
    assert (answers[-2].words, answers[-1].words) == ("I want more time.", "I want less.")
    assert (voice.speaking, voice.about_you.who) == ("autistic", ["autistic"])
    assert voice.consents.get().kind == "publish"
    assert "I want less." not in str(done.differences) and done.settled_by == second
    assert {d["key"]: d["chosen"] for d in done.differences} == chosen


def test_whose_words_nobody_said_is_own_words(typed, second):
    assert check(typed, second, who="1", place="7", whose="1").differences == []


def test_the_second_is_never_the_first(typed, worker):
    """The flow says it kindly; the database holds it."""
    assert refusal(check, typed, worker) == paper_checking.OWN_FORM
    with pytest.raises(IntegrityError), transaction.atomic():
        PaperCheck.objects.create(copy=typed, first=worker, by=worker)


def test_a_form_is_checked_once(typed, second, pmu):
    check(typed, second)
    assert refusal(check, typed, pmu) == paper_checking.CHECKED


def test_what_cannot_be_checked_is_refused_with_its_sentence(batch, worker, second, stranger, pmu, open_round):
    copy = batch.copies.first()
    assert refusal(check, copy, second) == paper_checking.NOT_TYPED
    type_in(copy, worker)
    flows.choose_share(round=open_round, by=pmu, one_in=0)
    assert refusal(check, copy, second) == paper_checking.NOT_CHOSEN
    with pytest.raises(PermissionDenied):
        check(copy, stranger)


def test_what_the_person_changed_is_theirs(typed, second):
    made = check(typed, second, "2", *TYPED[1:])
    question = typed.voice.answers.get(question__kind="yes_no").question
    choice = question.choices.get(meaning="not_sure")
    flows.change_answer(voice=typed.voice, question=question, choices=[choice])
    chosen = {d["key"]: "second" for d in made.differences}
    assert refusal(flows.settle_check, check=made, by=second, chosen=chosen) == paper_checking.BY_THE_PERSON


def test_settling_twice_is_refused(typed, second):
    made = check(typed, second, "2", *TYPED[1:], who="1", place="7")
    chosen = {made.differences[0]["key"]: "first"}
    flows.settle_check(check=made, by=second, chosen=chosen)
    assert refusal(flows.settle_check, check=made, by=second, chosen=chosen) == paper_checking.SETTLED


def test_after_closing_only_this_voices_own_counts_move(typed, second, open_round):
    """What the round came to stands, but for the mistake that was put right; counting from rows gives the same."""
    made = check(typed, second, "2", *TYPED[1:], who="1", place="7")
    type(open_round).objects.filter(pk=open_round.pk).update(
        opens_on=factories.today(-3), cleared_on=factories.today(-4)
    )
    open_round.refresh_from_db()
    close(open_round)
    typed.voice.round.refresh_from_db()
    no = typed.voice.answers.get(question__kind="yes_no").question.choices.get(meaning="no")
    assert count_round(open_round).choices[no.pk].total == 0
    flows.settle_check(check=made, by=second, chosen={made.differences[0]["key"]: "second"})
    assert count_round(open_round).choices[no.pk].total == 1
    kept = ClosingCounts.objects.get(round=open_round).cells
    assert sorted(map(tuple, kept)) == sorted(map(tuple, cells_of(open_round)))


def test_only_a_share_that_is_offered(open_round, pmu):
    assert refusal(flows.choose_share, round=open_round, by=pmu, one_in=7) == "Choose 1 of these."
