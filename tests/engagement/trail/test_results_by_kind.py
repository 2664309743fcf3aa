"""What the public sees of A or B, an order, things that were sorted and amounts (Q3, Q7, 3.9, P1, V2, F2)."""

import json
import re
import subprocess
import sys
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Site

from engagement.polls.models import Question
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.trail.results import results_of
from engagement.voices import flows
from engagement.voices.flows import Said
from engagement.voices.flows.making import make_voices
from home.models import WhoToAsk
from tests.engagement.trail.test_counted import recount
from tests.engagement.trail.test_hands import group
from tests.engagement.trail.test_public_words import faults
from tests.engagement.trail.test_same_for_everyone import queries_of
from tests.engagement.voices.conftest import close
from tests.engagement.voices.kinds import made

pytestmark = pytest.mark.django_db
Kind = Question.Kind
EARLIER = timezone.now() - timedelta(days=3)  # while the round was open


def give(asked, count, *, either=0, order=(0, 1), piles=("like",), number=None, **how):
    """So many voices that say the same. `order`, `piles`: of the things, by their places."""

    def things(kind):
        return [choice for choice in asked[kind].choices.all() if not choice.meaning]

    said = [
        Said(asked[Kind.EITHER], choices=(things(Kind.EITHER)[either],)),
        Said(asked[Kind.ORDER], choices=tuple(things(Kind.ORDER)[place] for place in order)),
    ]
    said += [Said(asked[Kind.SORT], piles=dict(zip(things(Kind.SORT), piles, strict=False)))] if piles else []
    said += [] if number is None else [Said(asked[Kind.NUMBER], number=number)]
    return [flows.give_voice(round=asked[Kind.ORDER].round, said=said, **how) for _ in range(count)]


@pytest.fixture
def closed(round_and_kinds):
    """A closed round of every new kind: 20 voices, and 3 who said nothing to the number."""
    page, asked = round_and_kinds
    give(asked, 9, number="5", piles=("like", "dislike"))
    give(asked, 8, either=1, order=(1, 0, 2), number="12", piles=("not_sure",))
    give(asked, 3, order=(2,), piles=())
    return RoundPage.objects.get(pk=close(page).pk)


@pytest.fixture
def round_and_kinds(home_page):
    return made.make_round()


def told(page):
    """What is public, by kind: a dict of kind to QuestionResult."""
    questions, _ = results_of(page)
    return {result.question.kind: result for result in questions}


def counts(result):
    return [row.count for row in result.rows]


def test_a_or_b_is_counted_as_choices_and_says_that_the_order_was_turned(closed):
    either = told(closed)[Kind.EITHER]
    assert counts(either) == [12, 8, 0, 0] and either.told.first == [
        "We changed the order of the 2 answers from person to person."
    ]


def test_an_order_says_what_people_put_first_and_in_their_first_2(closed):
    order = told(closed)[Kind.ORDER]
    assert counts(order) == [9, 8, 3, 0]
    assert order.told.first[0] == "More people put this first than any other: “Going swimming”."
    assert [row.also for row in order.rows[:2]] == [["17 voices put this in their first 2."]] * 2


@pytest.mark.parametrize(
    ("firsts", "words"),
    [
        ([6, 5, 0], "Most people put this first: “A”."),
        ([5, 5, 1], "As many people put each of these first: “A”, “B”."),
        ([5, 4, 3], "More people put this first than any other: “A”."),
    ],
)
def test_most_people_means_more_than_half(firsts, words):
    from engagement.trail.result_rows import Row
    from engagement.trail.results_by_kind import what_is_first

    assert what_is_first([Row(label, count) for label, count in zip("ABC", firsts, strict=True)]) == [words]


def test_each_thing_that_was_sorted_has_its_three_piles(closed):
    things = told(closed)[Kind.SORT].told.things
    assert [[row.count for row in thing.rows] for thing in things] == [[9, 8, 0], [0, 0, 9], [0, 0, 0]]


def test_amounts_are_in_bands_with_the_middle_in_plain_words(closed):
    """N2: no average and no decimals. Half of 17 is reached at 5 hours."""
    number = told(closed)[Kind.NUMBER]
    assert [(row.label, row.count) for row in number.rows] == [("5 hours or less", 9), ("More than 5 hours", 8)]
    assert number.told.first == ["More than half of the people said 5 hours or less."]


def test_few_amounts_show_nothing(round_and_kinds):
    """3.9: 8 + 7 make no two bands of 8."""
    page, asked = round_and_kinds
    give(asked, 8, number=5)
    give(asked, 7, number=20)
    number = told(RoundPage.objects.get(pk=close(page).pk))[Kind.NUMBER]
    assert number.rows == [] and number.told.first[0] == "Few people gave a number."


def test_bands_stay_where_they_were_when_a_form_comes_late(closed):
    """P1: from the same amounts in other bands somebody could work out what lies between their edges."""
    asked = {row.kind: row for row in closed.question_rows.asked().ready_to_show()}
    before = [row.label for row in told(closed)[Kind.NUMBER].rows]
    give(asked, 9, number=2, given_at=EARLIER, channel="paper")
    assert [(row.label, row.count) for row in told(closed)[Kind.NUMBER].rows] == list(zip(before, [18, 8], strict=True))


def test_a_split_needs_8_in_every_cell(closed):
    assert all(result.tables == [] for result in told(closed).values())


def test_splits_of_every_kind_are_rounded(round_and_kinds):
    page, asked = round_and_kinds
    for how in ({}, {"provenance": "summary"}):
        give(asked, 11, piles=("like", "like", "like"), number=5, **how)
        give(asked, 9, either=1, order=(1,), piles=("dislike", "dislike", "dislike"), number=50, **how)
    found = told(RoundPage.objects.get(pk=close(page).pk))
    tables = {kind: result.tables[0].rows for kind, result in found.items()}
    assert tables[Kind.ORDER][:2] == [("Going swimming", [10, 10]), ("Seeing friends", [10, 10])]
    assert ("Seeing friends: Do not like it", [10, 10]) in tables[Kind.SORT] and len(tables[Kind.SORT]) == 6
    assert tables[Kind.NUMBER] == [("5 hours or less", [10, 10]), ("More than 5 hours", [10, 10])]


def test_the_page_says_all_of_it_in_easy_read(client, closed):
    """Q7, N2, A1: counts and dots, no percentage, and every sentence passes our own check."""
    page = client.get(f"{closed.address}results/").content.decode()
    main = re.search(r"<main.*</main>", page, re.S)[0]
    for words in ("More people put this first", "17 voices put this in their first 2.", "Do not like it", "or less"):
        assert words in main
    assert "%" not in main
    assert faults(page) == []


def test_anybody_can_count_every_kind_again(client, closed, tmp_path):
    """V2: whole totals can be recomputed from the published file; a changed one is found."""
    for name, address in (("lines", "counted.jsonl"), ("results", "results")):
        response = client.get(f"/api/rounds/{closed.public_id}/{address}")
        (tmp_path / name).write_bytes(response.getvalue() if response.streaming else response.content)
    done = recount(tmp_path)
    assert done.returncode == 0 and "OK: 20 voices" in done.stdout, done.stdout + done.stderr
    results = json.loads((tmp_path / "results").read_text())
    by_kind = {question["kind"]: question for question in results["questions"]}
    assert [choice["count"] for choice in by_kind["order"]["choices"]] == [9, 8, 3, 0]
    assert by_kind["order"]["choices"][0]["first_two"] == 17
    assert by_kind["sort"]["choices"][0]["piles"] == {"like": 9, "not_sure": 8, "dislike": 0}
    assert [(band["id"], band["count"]) for band in by_kind["number"]["bands"]] == [("-5", 9), ("5-", 8)]
    for kind, change in (
        ("sort", lambda q: q["choices"][0]["piles"].update(like=8)),
        ("order", lambda q: q["choices"][0].update(first_two=16)),
        ("number", lambda q: q["bands"][0].update(count=10)),
    ):
        changed = json.loads((tmp_path / "results").read_text())
        change(next(q for q in changed["questions"] if q["kind"] == kind))
        (tmp_path / "changed").write_text(json.dumps(changed))
        command = [sys.executable, "script/recount", str(tmp_path / "lines"), str(tmp_path / "changed")]
        assert subprocess.run(command, capture_output=True, timeout=30).returncode == 1, kind


def test_kept_counts_are_what_the_rows_give(closed):
    """DESIGN.md 6.5: the counts that are kept at closing are compared with their rows."""
    flows.keep_counts(round=closed)
    call_command("recount")
    kept = RoundPage.objects.get(pk=closed.pk).closing_counts
    kept.cells = [[*cell[:-1], cell[-1] + (cell[0] == "amount")] for cell in kept.cells]
    kept.save()
    with pytest.raises(CommandError):
        call_command("recount")


def test_results_cost_the_same_for_few_and_many(client, closed, settings):
    """F2: at most 10 queries, also with 300 voices more."""
    settings.PAGE_CACHE_SECONDS = 0
    ProposalPage.objects.filter(pk=closed.proposal.pk).update(is_example=True)
    WhoToAsk.objects.create(site=Site.objects.get())
    flows.keep_counts(round=closed)
    few = len(queries_of(client, f"{closed.address}results/"))
    list(make_voices(round=RoundPage.objects.get(pk=closed.pk), count=300, seed=1))
    flows.keep_counts(round=closed)
    assert len(queries_of(client, f"{closed.address}results/")) == few <= 10
    page, found = client.get(f"{closed.address}results/").content.decode(), told(closed)
    assert "320 voices" in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    assert sum(counts(found[Kind.ORDER])) > 250 and 2 <= len(found[Kind.NUMBER].rows) <= 4
    assert all(sum(row.count for row in thing.rows) > 250 for thing in found[Kind.SORT].told.things)


def test_hands_in_piles_stand_beside_the_voices_in_public(client, round_and_kinds, tmp_path):
    """Each thing is solved as a question of its own: about 10 like it, fewer than 8 do not (counting.md, Hands)."""
    opened, asked = round_and_kinds
    give(asked, 9)
    sort = opened.question_rows.get(kind="sort")
    first, second, _ = sort.choices.all()
    group(opened, {(first, "like"): 9, (first, "dislike"): 2, (second, "not_sure"): 13}, present=13)
    closed = RoundPage.objects.get(pk=close(opened).pk)
    result = told(closed)[Kind.SORT]
    assert [(row.label, row.words) for row in result.hands] == [
        ("Going swimming: Like it", "About 10 people"),
        ("Going swimming: Not sure", "Fewer than 8 people"),
        ("Going swimming: Do not like it", "Fewer than 8 people"),
    ]  # all 13 were not sure of the second thing: that could be worked out, so none of its hands is shown
    assert [row.count for row in result.told.things[0].rows] == [9, 0, 0]  # never mixed in
    for name, address in (("lines", "counted.jsonl"), ("results", "results")):
        response = client.get(f"/api/rounds/{closed.public_id}/{address}")
        (tmp_path / name).write_bytes(response.getvalue() if response.streaming else response.content)
    done = recount(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
