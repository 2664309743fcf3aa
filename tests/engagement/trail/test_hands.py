"""Hands of workshops beside the votes, on the page, in the open data and in what anyone can count again (SEAMS)."""

import json
from collections import Counter

import pytest
from django.core.management import CommandError, call_command

from engagement.proposals.models import RoundPage
from engagement.voices import flows
from engagement.voices.models import Hands
from engagement.voices.reports import count_round
from tests import factories
from tests.engagement.trail import made
from tests.engagement.trail.test_counted import files_of, recount
from tests.engagement.voices.conftest import close

pytestmark = pytest.mark.django_db


def group(round, hands, present=12, **values):
    """A session of a group in a round. `hands`: dict of Choice to int."""
    given = {
        "by": factories.make_user(),
        "organisation": factories.make_organisation(),
        "details": {"held_on": factories.today(), "present": present, "place": "Ashford", "staff": 1},
        "is_example": True,
    }
    return flows.give_group(round=round, hands=hands, **given | values)


@pytest.fixture
def closed(open_round):
    """A closed round: 9 voices that say yes, a workshop of 12 (9 yes, 3 no), and a small group of 5 (5 yes)."""
    question = open_round.question_rows.get(kind="yes_no")
    yes, no, _ = question.choices.all()
    for _ in range(9):
        made.make_voice(open_round, [yes])
    group(open_round, {yes: 9, no: 3})
    group(open_round, {yes: 5}, present=5)
    return RoundPage.objects.get(pk=close(open_round).pk)


def results(client, page):
    return client.get(f"/api/rounds/{page.public_id}/results").json()


def test_they_stand_beside_the_votes_and_are_never_added(client, closed):
    page = client.get(f"{closed.url}results/").content.decode()
    for words in ("12 people in 1 workshop", "1 small group spoke too.", "About 10 people", "Fewer than 8 people"):
        assert words in page
    assert "They put up their hands." in page and "We do not add these people to the votes." in page
    assert "9 voices" in page and "18 voices" not in page and "Ashford" not in page
    said = results(client, closed)
    question = next(q for q in said["questions"] if q["kind"] == "yes_no")
    assert [choice["count"] for choice in question["choices"]] == [9, 0, 0]
    assert [row["hands"] for row in question["hands"]] == ["About 10 people", *["Fewer than 8 people"] * 2]
    assert said["people_in_workshops"] == 12 and said["voices"] == 9


def test_small_groups_and_small_rounds_show_no_hands(client, open_round):
    """3.9: 8 voices are needed, and 8 people in the workshop."""
    yes = open_round.question_rows.get(kind="yes_no").choices.first()
    group(open_round, {yes: 7}, present=7)
    for _ in range(8):
        made.make_voice(open_round, [yes])
    page = RoundPage.objects.get(pk=close(open_round).pk)
    assert not any(question["hands"] for question in results(client, page)["questions"])
    assert "They put up their hands." not in client.get(f"{page.url}results/").content.decode()
    RoundPage.objects.filter(pk=page.pk).update(small_round=True)
    assert results(client, page)["questions"] == []


def test_staff_see_the_hands_of_small_groups_too(closed):
    yes, no, _ = closed.question_rows.get(kind="yes_no").choices.all()
    counts = count_round(closed)
    assert counts.hands == Counter({yes.pk: 9, no.pk: 3}) and counts.small_hands == Counter({yes.pk: 5})
    assert counts.voices.total == 9 and counts.choices[yes.pk].total == 9


def test_anyone_counts_them_again_and_a_changed_line_is_found(client, closed, tmp_path):
    """V2: one line for each number of hands that is public."""
    folder = files_of(client, closed, tmp_path)
    assert recount(folder).returncode == 0, recount(folder).stderr
    lines = [json.loads(line) for line in (folder / "lines").read_text().splitlines()]
    assert sorted(line["hands"] for line in lines if "hands" in line) == [
        "About 10 people",
        *["Fewer than 8 people"] * 2,
    ]
    text = (folder / "lines").read_text()
    for wrong in (text.replace("About 10", "About 15"), text.replace('"people":12', '"people":13')):
        assert wrong != text
        (folder / "lines").write_text(wrong)
        assert recount(folder).returncode == 1


def test_what_is_kept_of_a_closed_round_holds_them(closed, capsys):
    """6.5: `recount` finds hands that were changed by hand."""
    count_round(closed)
    call_command("recount")
    Hands.objects.filter(count=3).update(count=4)
    with pytest.raises(CommandError):
        call_command("recount")


def test_hands_taken_back_while_it_is_open_do_not_count_and_later_they_stand(client, open_round):
    yes = open_round.question_rows.get(kind="yes_no").choices.first()
    first, second = (group(open_round, {yes: 9}) for _ in range(2))
    flows.take_back(voice=first)
    for _ in range(8):
        made.make_voice(open_round, [yes])
    page = RoundPage.objects.get(pk=close(open_round).pk)
    before = results(client, page)
    assert before["people_in_workshops"] == 12
    second.round = page
    flows.take_back(voice=second)
    assert results(client, page)["questions"] == before["questions"]
