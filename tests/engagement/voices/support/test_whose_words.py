"""Whose words one answer is, where it differs from the whole: from the page to every count (3.2)."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from engagement.heard import flows as heard
from engagement.heard import reports as heard_reports
from engagement.people.roles import PMU
from engagement.trail.quotes import shown_quotes
from engagement.voices import flows, supporting
from engagement.voices.models import Answer
from engagement.voices.reports import count_round
from tests import factories
from tests.engagement.voices.support.conftest import tell


def save(visit, worker, question, **answer):
    flows.save_visit_answer(support=visit, by=worker, question=question, **answer)


@pytest.fixture
def mixed(visit, worker, questions):
    """A sent visit: the vote is what somebody saw, the last words are the person's own."""
    yes_no, poll, *_, words = questions
    save(visit, worker, yes_no, choices=[yes_no.choices.first()])
    save(visit, worker, poll, choices=[poll.choices.first()], provenance="someone_else")
    save(visit, worker, words, words="I want more time.", provenance="observed")
    tell(visit, worker)
    flows.save_more(support=visit, by=worker, seen_by="support worker", how_sure="sure")
    flows.save_agreements(support=visit, by=worker, agrees_to={"publish": "said"})
    return flows.send_visit(support=visit, by=worker)


def test_the_answer_and_its_vote_say_whose(mixed, questions):
    assert mixed.provenance == "own_words"
    assert mixed.answers.get(question=questions[-1]).whose == "observed"
    assert mixed.votes.get().whose == "someone_else"
    assert set(Answer.objects.in_own_words()) == {mixed.answers.get(question=questions[0])}
    assert Answer.objects.said_by_others().count() == 2
    assert {answer.told_as for answer in Answer.objects.with_whose()} == {"own_words", "observed", "someone_else"}


def test_every_split_goes_by_the_answers_own(mixed, questions, open_round):
    counts = count_round(open_round)
    yes_no, poll = questions[:2]
    assert counts.voices.whose == {"own": 1}
    assert counts.choices[yes_no.choices.first().pk].whose == {"own": 1}
    assert counts.choices[poll.choices.first().pk].whose == {"others": 1}
    assert counts.states[questions[-1].pk, "answered"].whose == {"others": 1}
    assert counts.totals_of(poll, "whose", ["own", "others"]) == {"own": 0, "others": 1}
    assert counts.totals_of(yes_no, "whose", ["own", "others"]) == {"own": 1, "others": 0}


def test_someone_elses_view_in_one_answer_counts_in_no_vote_that_decides(mixed, questions, open_round):
    poll = questions[1]
    counts = count_round(open_round, apart=True)
    assert counts.voices.total == 1 and counts.choices[poll.choices.first().pk].total == 0
    poll.poll.promise = "follow"
    assert poll.poll.count_total_votes() == 0


def test_a_theme_and_a_quote_go_by_the_answers_own(mixed, questions, roles):
    pmu, words = factories.make_user(PMU), mixed.answers.get(question=questions[-1])
    heard.read_answer(answer=words, by=pmu, may_show=True)
    theme = heard.make_theme(round=mixed.round, by=pmu, title="Time", answers=[words])
    counts = heard_reports.counts_of_themes([theme])[theme.pk]
    assert (counts["by_own"], counts["by_others"]) == (0, 1)
    heard.pick_quote(theme=theme, answer=words, by=pmu)
    assert [quote.who for quote in shown_quotes()] == ["A supporter saw this. The person did not say it in words."]


def test_sending_asks_for_what_each_kind_needs(visit, worker, questions):
    save(visit, worker, questions[-1], words="She smiled.", provenance="observed")
    tell(visit, worker)
    with pytest.raises(ValidationError) as refused:
        flows.send_visit(support=visit, by=worker)
    assert set(refused.value.messages) == {supporting.NO_SEEN_BY, supporting.NO_SURE}


def test_a_summary_may_stand_alone_where_the_answer_says_so(visit, worker, questions):
    save(visit, worker, questions[-1], summary="She wants time.", provenance="summary")
    tell(visit, worker)
    flows.save_more(support=visit, by=worker, agreed="yes")
    assert flows.send_visit(support=visit, by=worker).answers.get().summary


def test_a_view_of_someone_else_holds_no_words_of_the_person(visit, worker, questions):
    """ASC-P: two perspectives are kept apart."""
    save(visit, worker, questions[-1], words="I want it.", provenance="own_words")
    flows.save_whose(support=visit, by=worker, whose="someone_else")
    with pytest.raises(ValidationError, match="You said that this is the view of someone else."):
        flows.send_visit(support=visit, by=worker)


def test_it_is_chosen_on_the_page_of_the_question_and_shown_to_check(signed_in, visit, questions):
    address = reverse("support_question", args=[visit.public_id, 5])
    assert "Whose words is this 1 answer?" in signed_in.get(address).content.decode()
    signed_in.post(address, {"go": "next", "words": "She smiled.", "provenance": "observed"})
    page = signed_in.get(reverse("support_check", args=[visit.public_id])).content.decode()
    assert "Whose words: What we saw. The person did not use words" in page
    assert signed_in.post(address, {"go": "next", "words": "x", "provenance": "nonsense"}).status_code == 200


def test_what_the_person_wanted_to_know_is_kept_for_the_reader(open_round, worker, organisation):
    visit = flows.start_visit(round=open_round, by=worker, organisation=organisation, told=["who_reads"])
    assert ("What the person wanted to know first", "Who reads it") in visit.facts
    with pytest.raises(ValidationError):
        flows.start_visit(round=open_round, by=worker, organisation=organisation, told=["nonsense"])
