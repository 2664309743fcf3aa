"""Answering before sending: nothing said is lost (DESIGN.md 6.1), before, during and after a round."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from engagement.voices import flows
from engagement.voices.models import DraftAnswer, Knock, VoiceDraft
from tests import factories
from tests.engagement.voices.conftest import answer, close

pytestmark = pytest.mark.django_db


def stored(draft, question):
    return DraftAnswer.objects.get(draft=draft, question=question)


def test_the_same_secret_gives_the_same_draft_r2(open_round):
    first, secret = flows.start_draft(round=open_round)
    again, same = flows.start_draft(round=open_round, secret=secret)
    assert (again.pk, same) == (first.pk, secret)


def test_the_database_does_not_hold_the_secret(begun):
    draft, secret = begun
    assert secret not in str(VoiceDraft.objects.values().get(pk=draft.pk))


@pytest.mark.parametrize("opens, closes", [(1, 10), (-10, -1)])
def test_nobody_starts_before_or_after(home_page, opens, closes):
    round = factories.make_round(opens=opens, closes=closes)
    with pytest.raises(ValidationError):
        flows.start_draft(round=round)
    assert not VoiceDraft.objects.exists()


def test_the_last_day_is_open_to_its_end(home_page):
    round = factories.make_round(opens=-5, closes=0)
    late = timezone.localtime().replace(hour=23, minute=59)
    assert flows.start_draft(round=round, now=late)


def test_the_questions_of_a_draft_never_change_q11(begun, open_round):
    before = list(begun[0].question_ids)
    open_round.question_rows.filter(kind="faces").update(ended_at=timezone.now())
    factories_question = open_round.question_rows.create(kind="words", text="One more?")
    draft = VoiceDraft.objects.get(pk=begun[0].pk)
    assert draft.question_ids == before
    with pytest.raises(ValidationError, match="do not ask this question"):
        flows.save_answer(draft=draft, question=factories_question, words="Hello")


def test_an_ended_question_is_refused_kindly(begun, questions):
    questions[0].ended_at = timezone.now()
    with pytest.raises(ValidationError) as refused:
        answer(begun[0], questions[0])
    assert refused.value.code == "ended"


def test_three_values_that_are_not_answers_are_three_values_q5(begun, questions):
    draft, words = begun[0], questions[4]
    for state in ("not_sure", "skipped", "not_said"):
        assert flows.save_answer(draft=draft, question=words, state=state) == state
        assert stored(draft, words).state == state


def test_choosing_not_sure_is_a_choice(begun, questions):
    draft, yes_no = begun[0], questions[0]
    not_sure = yes_no.choices.get(meaning="not_sure")
    assert flows.save_answer(draft=draft, question=yes_no, choices=[not_sure]) == "not_sure"
    assert stored(draft, yes_no).choice_ids == [not_sure.pk]


def test_i_do_not_want_to_say_only_on_sensitive_ones(begun, questions):
    with pytest.raises(ValidationError):
        flows.save_answer(draft=begun[0], question=questions[0], state="not_said")


def test_saving_again_keeps_one_row_the_newest(begun, questions):
    draft = begun[0]
    answer(draft, questions[0], place=0)
    answer(draft, questions[0], place=1)
    assert stored(draft, questions[0]).choice_ids == [questions[0].choices.all()[1].pk]


def test_skipping_keeps_what_was_typed_in_the_draft_alone(begun, questions):
    draft, secret = begun
    answer(draft, questions[0])
    flows.save_answer(draft=draft, question=questions[4], words="Secret thought", state="skipped")
    assert stored(draft, questions[4]).words == "Secret thought"
    voice = flows.send_voice(secret=secret)
    assert voice.answers.get(question=questions[4]).words == ""


@pytest.mark.parametrize("values", [{}, {"words": "   "}, {"words": "x" * 5001}])
def test_no_answer_is_no_answer(begun, questions, values):
    with pytest.raises(ValidationError):
        flows.save_answer(draft=begun[0], question=questions[4], **values)
    assert not DraftAnswer.objects.exists()


def test_a_choice_of_another_question_is_refused(begun, questions):
    with pytest.raises(ValidationError, match="on this page"):
        flows.save_answer(draft=begun[0], question=questions[0], choices=questions[1].choices.all()[:1])


def test_one_choice_only_where_one_is_asked(begun, questions):
    with pytest.raises(ValidationError, match="1 answer only"):
        flows.save_answer(draft=begun[0], question=questions[0], choices=questions[0].choices.all())
    assert flows.save_answer(draft=begun[0], question=questions[2], choices=questions[2].choices.all()) == "answered"


def test_words_are_kept_exactly(begun, questions):
    words = "  <script>alert(1)</script>\n=2+2 \u202e ’  "
    answer(begun[0], questions[4], words=words.replace("\n", "\r\n"))
    assert stored(begun[0], questions[4]).words == words


def test_who_was_answering_has_until_that_day_ends(begun, questions, open_round):
    draft = begun[0]
    close(open_round)
    draft.round = open_round
    answer(draft, questions[0])  # closed in the middle of today
    VoiceDraft.objects.update(saved_at=timezone.now() - timedelta(days=1))
    draft.refresh_from_db()
    with pytest.raises(ValidationError, match="closed"):
        answer(draft, questions[0])


def test_about_you_is_kept_apart_and_checked(begun):
    draft = begun[0]
    flows.save_about(draft=draft, who=["carer", "autistic"], place="Thanet", helped="read", publish=True)
    assert VoiceDraft.objects.get().about["who"] == ["autistic", "carer"]
    for wrong in ({"who": ["king"]}, {"place": "Paris"}, {"helped": "x"}, {"whose": "x"}):
        with pytest.raises(ValidationError):
            flows.save_about(draft=draft, **wrong)


def test_finish_and_clear_removes_everything(begun, questions):
    answer(begun[0], questions[0])
    flows.clear_draft(draft=begun[0])
    assert not VoiceDraft.objects.exists() and not DraftAnswer.objects.exists()


def test_saving_after_another_tab_sent_or_cleared_is_refused(begun, questions):
    stale = VoiceDraft.objects.select_related("round").get(pk=begun[0].pk)
    flows.clear_draft(draft=begun[0])
    with pytest.raises(ValidationError) as refused:
        answer(stale, questions[0])
    assert refused.value.code == "gone"


def test_old_drafts_go_after_30_days_q10(begun, answered):
    Knock.objects.create(key="a")
    Knock.objects.update(made_at=timezone.now() - timedelta(days=2))
    assert flows.clear_old_drafts() == 0
    assert not Knock.objects.exists()
    VoiceDraft.objects.update(saved_at=timezone.now() - timedelta(days=31))
    assert flows.clear_old_drafts() == 1
    assert not DraftAnswer.objects.exists()
