"""The results of a round: when they come, what they count, what they hide (3.9, SEAMS.md Counting)."""

import re

import pytest

from engagement.proposals.models import RoundPage
from engagement.trail.results import results_of
from engagement.voices.models import Vote
from tests import factories
from tests.engagement.trail import made


@pytest.fixture
def closed(home_page):
    """A closed round with one question of each kind."""
    return factories.make_round(opens=-60, closes=-5)


def voices(round, how_many, pick=0, **values):
    """So many voices that chose the same in the poll."""
    choice = made.choices_of(round, "one")[pick]
    return [made.make_voice(round, [choice], **values) for _ in range(how_many)]


def show(client, round):
    return re.sub(r"\s+", " ", client.get(f"{round.address}results/").content.decode())


def poll_rows(round):
    questions, _ = results_of(round)
    return [row.count for row in next(q for q in questions if q.promise).rows]


def test_an_open_round_shows_no_counts_but_says_when_they_come(client, home_page):
    round = factories.make_round()
    voices(round, 20)
    page = show(client, round)
    assert "There are no results yet." in page and "After that you can see what people said here." in page
    assert "20" not in re.sub(r"\d{4}", "", re.search(r"<main.*</main>", page)[0]).replace("2026", "")


def test_whole_totals_are_exact_and_the_promise_stands_beside_the_vote(client, closed):
    voices(closed, 11)
    voices(closed, 6, pick=1)
    page = show(client, closed)
    assert poll_rows(closed) == [11, 6, 0]
    assert "11 voices" in page and "6 voices" in page
    assert "This was a vote. It helps them to decide." in page
    assert "We cannot be sure that each person voted once." in page


def test_a_changed_vote_counts_once(closed):
    first, second = made.choices_of(closed, "one")[:2]
    voice = made.make_voice(closed, [first])
    voice.votes.update(is_current=False)
    Vote.objects.create(voice=voice, poll=first.question.poll, choice=second)
    assert poll_rows(closed) == [0, 1, 0]


def test_a_voice_taken_back_while_open_is_not_counted(closed):
    voice = voices(closed, 1)[0]
    voice.taken_back_at = voice.given_at
    voice.save()
    assert poll_rows(closed) == [0, 0, 0]


def test_few_voices_hide_all_numbers(client, closed):
    voices(closed, 7)
    page = show(client, closed)
    assert "Few people took part" in page and "7 voices" not in page


def test_the_pmu_can_hide_the_numbers_of_a_small_round(client, closed):
    closed.small_round = True
    closed.save()
    voices(closed, 30)
    assert "30" not in re.search(r"<main.*</main>", show(client, closed))[0]


def test_a_split_with_a_small_cell_is_not_shown(client, closed):
    voices(closed, 30)
    voices(closed, 7, provenance="summary")
    page = show(client, closed)
    assert "37" in page and "Whose words they are" not in page and "About" not in page


def test_a_split_with_large_cells_is_rounded(client, closed):
    voices(closed, 31)
    voices(closed, 12, provenance="summary")
    page = show(client, closed)
    assert "Whose words they are" in page
    assert "About 30" in page and "About 10" in page
    assert "These numbers are not exact." in page


def test_who_is_speaking_is_split_only_when_every_kind_is_large(client, closed):
    voices(closed, 10, speaking="autistic")
    voices(closed, 9, speaking="carer")
    assert "Who was speaking" not in show(client, closed)
    voices(closed, 8, speaking="staff")
    assert "Who was speaking" in show(client, closed)


def test_groups_stand_beside_the_votes_as_people(client, closed):
    voices(closed, 9)
    made.make_voice(closed, is_group=True, people_present=12, channel="group")
    made.make_voice(closed, is_group=True, people_present=5, channel="group")
    page = show(client, closed)
    assert "12 people in 1 workshop told us what they think." in page and "1 small group spoke too." in page
    assert "5 people" not in page and poll_rows(closed) == [9, 0, 0]


def test_someone_elses_view_never_counts_in_you_decide(client, home_page):
    round = factories.make_round(opens=-60, closes=-5, promise="decide")
    voices(round, 10)
    voices(round, 3, provenance="someone_else")
    assert poll_rows(round) == [10, 0, 0]
    assert "Fewer than 8 voices told us the view of someone else." in show(client, round)


def test_someone_elses_view_counts_in_the_whole_when_we_only_ask(closed):
    voices(closed, 10)
    voices(closed, 3, provenance="someone_else")
    assert poll_rows(closed) == [13, 0, 0]


def test_own_words_are_counted_but_not_shown(client, closed):
    question = closed.question_rows.get(kind="words")
    for _ in range(9):
        made.make_voice(closed, words="A secret thing", question=question)
    page = show(client, closed)
    assert "9 voices answered in their own words." in page and "A secret thing" not in page


def test_a_round_that_is_not_there_or_not_live_has_no_results(client, closed):
    assert client.get("/have-your-say/nope/results/").status_code == 404
    RoundPage.objects.filter(pk=closed.pk).update(live=False)
    assert client.get(f"{closed.address}results/").status_code == 404


def test_a_theme_of_few_is_said_in_words(client, closed):
    question = closed.question_rows.get(kind="words")
    said = [made.make_voice(closed, words="x", question=question).said for _ in range(9)]
    made.make_theme(closed, said, title="Many")
    made.make_theme(closed, said[:2], title="Few")
    made.publish_heard(closed)
    page = show(client, closed)
    assert "9 voices said this." in page and "Fewer than 8 voices said this." in page


def test_an_example_says_so_on_the_page_and_beside_each_quote(client, story):
    story.plan.is_example = True
    story.plan.save()
    page = show(client, story.round)
    assert page.count("Example. This did not happen.") >= 1 + len(story.quotes)


def test_why_something_was_put_right_or_taken_down_is_public(client, story):
    user = factories.make_user()
    story.heard.corrections.create(kind="put_right", reason="A number was wrong.", made_by=user)
    page = show(client, story.round)
    assert "We put this right" in page and "A number was wrong." in page
    story.heard.corrections.create(kind="taken_down", reason="We look at it again.", made_by=user)
    story.heard.published_at = None
    story.heard.save()
    page = show(client, story.round)
    assert "We took this down" in page and "You told us many things." not in page
