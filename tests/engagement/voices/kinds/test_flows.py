"""A or B, order, sort and number: given, sent, changed and taken back; what the database itself refuses."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagement.polls.models import Question
from engagement.voices import flows
from engagement.voices.commitments import commitment_of, content_of
from engagement.voices.models import Answer, AnswerChoice, DraftAnswer, Voice, Vote
from tests import factories
from tests.engagement.voices.conftest import close

pytestmark = pytest.mark.django_db
WITHOUT = ["skipped", "not_said", "not_sure"]


def save(draft, question, **answer):
    return flows.save_answer(draft=draft, question=question, **answer)


def sent(draft):
    return flows.send_voice(secret=draft.secret)


def row(voice, question):
    return Answer.objects.get(voice=voice, question=question, is_current=True)


@pytest.fixture
def voice(draft, asked, things):
    """A sent voice: B, 3 things in order, 2 sorted, 12 hours."""
    a, b, c, d = things("order")
    save(draft, asked["either"], choices=[things("either")[1]], turned=1)
    save(draft, asked["order"], choices=[c, a, d], turned=2)
    like, dislike, _ = things("sort")
    save(draft, asked["sort"], piles={like: "like", dislike: "dislike"}, turned=0)
    save(draft, asked["number"], number="12 hours")
    return sent(draft)


def test_each_kind_is_stored_as_it_was_given_q3_q7(voice, asked, things):
    a, b, c, d = things("order")
    either, order, sort, number = (row(voice, asked[kind]) for kind in ("either", "order", "sort", "number"))
    assert [r.choice for r in either.chosen.all()] == [things("either")[1]]
    assert [(r.choice, r.place, r.ranked) for r in order.chosen.order_by("place")] == [
        (c, 1, True),
        (a, 2, True),
        (d, 3, True),
    ]
    assert {r.choice: r.pile for r in sort.chosen.all()} == {things("sort")[0]: "like", things("sort")[1]: "dislike"}
    assert number.number == Decimal(12) and not number.chosen.exists()
    assert [a.turned for a in (either, order, sort, number)] == [1, 2, 0, None]


def test_a_or_b_can_be_a_vote_and_is_frozen(home_page):
    block = factories.question_block("either", "Which is better?", choices=["1 worker", "2 workers"], poll="weigh")
    page = factories.make_round(questions=[block])
    question = page.question_rows.get()
    draft, secret = flows.start_draft(round=page)
    save(draft, question, choices=[question.choices.first()], turned=1)
    voice = flows.send_voice(secret=secret)
    assert Vote.objects.get().choice == question.choices.first() and not AnswerChoice.objects.exists()
    assert row(voice, question).turned == 1  # how the page was turned stands with the answer, the choice with the vote
    question.poll.refresh_from_db()
    assert question.poll.frozen_at and len(question.poll.frozen["choices"]) == 4


@pytest.mark.parametrize("kind", ["either", "order", "sort", "number"])
def test_not_sure_not_said_and_skipped_are_three_values_for_each_kind_q5(draft, asked, kind):
    Question.objects.update(sensitive=True)
    question = Question.objects.get(pk=asked[kind].pk)
    for state in WITHOUT:
        save(draft, question, state=state, words="Because." if state == "not_sure" else "")
        assert DraftAnswer.objects.get().state == state
    if kind == "either":
        same = question.choices.get(meaning="same")  # whoever likes both the same is sure of it
        assert save(draft, question, choices=[same]) == "answered"
        not_sure = question.choices.get(meaning="not_sure")
        assert save(draft, question, choices=[not_sure]) == "not_sure"


@pytest.mark.parametrize(
    "kind, told",
    [
        ("either", "Choose your answer"),
        ("order", "like best"),
        ("sort", "1 thing or more"),
        ("number", "Type a number"),
    ],
)
def test_next_without_an_answer_says_what_to_do_q13(draft, asked, kind, told):
    with pytest.raises(ValidationError, match=told) as error:
        save(draft, asked[kind])
    assert error.value.code == ("number" if kind == "number" else "choice")
    assert save(draft, asked[kind], words="I want to say more.") == "answered"  # words alone are an answer (Q5)


@pytest.mark.parametrize("kind", ["order", "sort", "number"])
def test_an_answer_and_not_sure_together_are_asked_about(draft, asked, things, kind):
    some = {
        "order": lambda: {"choices": things("order")[:1]},
        "sort": lambda: {"piles": {things("sort")[0]: "like"}},
        "number": lambda: {"number": "3"},
    }[kind]()
    with pytest.raises(ValidationError, match="Please choose 1 of them"):
        save(draft, asked[kind], state="not_sure", **some)


def test_what_does_not_belong_to_a_question_is_refused(draft, asked, things):
    other = things("order")[0]
    for kind, answer in [
        ("sort", {"piles": {other: "like"}}),
        ("sort", {"piles": {things("sort")[0]: "love"}}),
        ("sort", {"choices": [things("sort")[0]]}),
        ("order", {"piles": {other: "like"}}),
        ("order", {"choices": [things("sort")[0]]}),
        ("either", {"choices": things("either")}),
        ("either", {"number": "3", "choices": things("either")[:1]}),
        ("number", {"choices": [other]}),
        ("number", {"number": "169"}),
    ]:
        with pytest.raises(ValidationError):
            save(draft, asked[kind], **answer)
    assert not DraftAnswer.objects.exists()


def test_the_database_holds_places_piles_and_numbers(voice, asked, things):
    """Three picks at most, six places at most, a known pile, and no number beside a skip, whatever code does."""
    answer = row(voice, asked["order"])
    free = things("order")[1]
    wrong = [
        {"place": 7, "ranked": True},
        {"place": None, "ranked": True},
        {"place": 0, "ranked": True},
        {"place": 4},
        {"place": 1, "ranked": True},
        {"pile": "love"},
        {"pile": "like", "place": 4, "ranked": True},
    ]
    for values in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            AnswerChoice.objects.create(answer=answer, choice=free, **values)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(pk=answer.pk).update(number=3, state="skipped")
    for values in ({"unit": "hours"}, {"least": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Question.objects.filter(pk=asked["order"].pk).update(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=asked["number"].pk).update(least=9, most=3)


def test_a_change_is_a_new_row_and_the_same_again_is_none(voice, asked, things):
    a, b, c, d = things("order")
    like, dislike, third = things("sort")
    same = {
        "order": {"choices": [c, a, d]},
        "sort": {"piles": {like: "like", dislike: "dislike"}},
        "number": {"number": 12},
        "either": {"choices": [things("either")[1]]},
    }
    other = {
        "order": {"choices": [a, c, d]},  # the same things in another order
        "sort": {"piles": {like: "like", dislike: "like"}},
        "number": {"number": "13"},
        "either": {"choices": [things("either")[0]]},
    }
    for kind, answer in same.items():
        flows.change_answer(voice=voice, question=asked[kind], **answer)
    assert Answer.objects.count() == 4
    for kind, answer in other.items():
        flows.change_answer(voice=voice, question=asked[kind], **answer)
        flows.change_answer(voice=voice, question=asked[kind], **answer)
    assert Answer.objects.count() == 8 and Answer.objects.filter(is_current=True).count() == 4
    for _ in range(2):
        flows.change_answer(voice=voice, question=asked["order"], choices=[a], state="skipped")
    assert Answer.objects.count() == 9
    flows.change_answer(voice=voice, question=asked["order"], choices=[c])
    assert row(voice, asked["number"]).number == 13


def test_words_can_be_added_and_what_was_given_stays(voice, asked, things):
    for kind in ("order", "sort", "number", "either"):
        before = list(row(voice, asked[kind]).chosen.order_by("pk").values_list("choice", "place", "ranked", "pile"))
        flows.add_words(voice=voice, question=asked[kind], words="One more thing.")
        now = row(voice, asked[kind])
        assert now.words == "One more thing."
        assert list(now.chosen.order_by("pk").values_list("choice", "place", "ranked", "pile")) == before
    assert row(voice, asked["number"]).number == 12


def test_the_commitment_holds_places_piles_number_and_turn(voice, asked, things):
    """6.10: a hash over all that was said; whatever of it somebody changes in the database, it fits no more."""
    said = {answer["question"]: answer for answer in content_of(voice)["answers"]}
    assert said[str(asked["number"].public_id)]["number"] == "12.00"
    assert said[str(asked["order"].public_id)]["places"][0] == [1, str(things("order")[2].public_id)]
    seen = {commitment_of(voice)}
    for change in (
        lambda: Answer.objects.filter(question=asked["number"]).update(number=13),
        lambda: AnswerChoice.objects.filter(place=3).update(place=4),
        lambda: AnswerChoice.objects.filter(pile="like").update(pile="not_sure"),
        lambda: Answer.objects.filter(question=asked["either"]).update(turned=0),
    ):
        change()
        seen.add(commitment_of(Voice.objects.get(pk=voice.pk)))
    assert len(seen) == 5


def test_taking_back_erases_them_while_the_round_is_open_p2(voice):
    flows.take_back(voice=voice)
    assert not AnswerChoice.objects.exists()
    assert not Answer.objects.exclude(number=None, turned=None).exists()


def test_taking_back_after_closing_keeps_only_what_the_totals_count(voice, asked, round_and_kinds, things):
    flows.change_answer(voice=voice, question=asked["number"], number="13")
    close(round_and_kinds[0])
    flows.take_back(voice=Voice.objects.get(pk=voice.pk))
    assert [answer.number for answer in Answer.objects.exclude(number=None)] == [13]
    assert AnswerChoice.objects.filter(ranked=True).count() == 3


def test_a_whole_voice_at_once(round_and_kinds, asked, things):
    a, b, c, d = things("order")
    said = [
        flows.Said(asked["either"], choices=(things("either")[0],), turned=0),
        flows.Said(asked["order"], choices=(b, a)),
        flows.Said(asked["sort"], piles={things("sort")[2]: "not_sure"}),
        flows.Said(asked["number"], number="200", printed=True),
    ]
    voice = flows.give_voice(round=round_and_kinds[0], said=said, channel="paper")
    assert row(voice, asked["number"]).number == 200  # on paper nobody could say that it is too much
    assert [r.choice for r in row(voice, asked["order"]).chosen.order_by("place")] == [b, a]
    assert row(voice, asked["sort"]).state == "answered"


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    order=st.permutations(range(4)),
    length=st.integers(1, 4),
    piles=st.lists(st.sampled_from(["", "like", "not_sure", "dislike"]), min_size=3, max_size=3).filter(any),
    number=st.decimals(1, 168, places=2),
)
def test_what_goes_in_comes_out(round_and_kinds, asked, things, order, length, piles, number):
    """Any order, any piles and any number come out of the database as they were given, through draft and sending."""
    draft, secret = flows.start_draft(round=round_and_kinds[0])
    put = [things("order")[place] for place in order[:length]]
    sorted_ = {choice: pile for choice, pile in zip(things("sort"), piles, strict=True) if pile}
    save(draft, asked["order"], choices=put)
    save(draft, asked["sort"], piles=sorted_)
    save(draft, asked["number"], number=str(number))
    voice = flows.send_voice(secret=secret)
    assert [r.choice for r in row(voice, asked["order"]).chosen.order_by("place")] == put
    assert {r.choice: r.pile for r in row(voice, asked["sort"]).chosen.all()} == sorted_
    assert row(voice, asked["number"]).number == number
