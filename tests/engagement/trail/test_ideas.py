"""The public pages of ideas: turned while open, counted when closed, and open data to count again."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from engagement.heard import flows
from engagement.heard.models import Idea, IdeaAnswer
from engagement.record.models import Entry
from engagement.trail.flows import record_count
from engagement.trail.ideas import A_PAGE, TURNS, listed
from engagement.voices.flows import Said, give_voice, take_back
from engagement.voices.keys import link_token_of
from engagement.voices.models import Answer, Attachment, Consent
from tests.engagement import ideas_made as made
from tests.engagement.trail.made import agree_to_show, read
from tests.engagement.voices.conftest import close

pytestmark = pytest.mark.django_db
RECOUNT = Path(__file__).parents[3] / "script" / "recount"


@pytest.fixture
def round(roles, home_page):
    return made.make_ideas_round()


@pytest.fixture
def ideas(round, pmu):
    return [made.make_idea(round, f"Idea of person {n}.", by=pmu) for n in range(5)]


@pytest.fixture
def counted(round, ideas):
    """A closed round in which 9 voices picked."""
    for number in range(9):
        made.pick(round, ideas[1], ideas[2 + number % 3])
    made.pick(round, ideas[2], is_group=True, people_present=12)
    Idea.objects.update(shown_at=timezone.now() - timedelta(days=10))
    return close(round)


def text_of(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def titles(round, turn, number=1):
    return [idea.title for idea in listed(round, turn, number).ideas]


def test_the_round_leads_to_its_ideas(client, round, ideas):
    assert f'href="{round.address}ideas/"' in text_of(client, round.address)
    page = text_of(client, f"{round.address}ideas/")
    assert all(idea.title in page for idea in ideas) and "There are 5 ideas." in page
    assert "So a late idea is as easy to find as an early one." in page and "picked it" not in page
    assert "csrfmiddlewaretoken" not in page and not client.cookies  # it is kept whole, the same for everybody


def test_nothing_that_is_not_shown_is_there(client, round, pmu):
    """DESIGN.md 6.4."""
    made.make_idea(round, "A secret idea.", shown=False, by=pmu)
    assert "There are no ideas here yet." in text_of(client, f"{round.address}ideas/")
    assert "Look at the ideas" not in text_of(client, round.address)
    text_of(client, f"{round.address}ideas/idea-1/", 404)


def test_each_turn_is_another_order_and_an_idea_is_first_in_some(round):
    """Nothing sinks because it came late: each order holds all ideas once, and the first ones differ."""
    made.make_many(round, 30, answers=False)
    round.address = "/"
    orders = [[title for n in (1, 2, 3) for title in titles(round, turn, n)] for turn in range(1, TURNS + 1)]
    assert all(sorted(order) == sorted(orders[0]) and len(set(order)) == 30 for order in orders)
    assert len({order[0] for order in orders}) > TURNS / 2


def test_pages_lead_on_and_back(client, round):
    made.make_many(round, A_PAGE + 1, answers=False)
    first = text_of(client, f"{round.address}ideas/3/")
    assert f'href="{round.address}ideas/3/2/"' in first and f'href="{round.address}ideas/4/"' in first
    assert f'href="{round.address}ideas/3/1/"' in text_of(client, f"{round.address}ideas/3/2/")
    assert client.get(f"{round.address}ideas/3/9/").status_code == 302
    text_of(client, f"{round.address}ideas/{TURNS + 1}/", 404)


def test_one_idea_says_what_people_said_in_their_own_words(client, round, pmu):
    """3.2: exact words only with consent; the rest in the PMU's plain words."""
    own, quiet = made.say(round, "I want buses at night.", agree=True), made.say(round, "Ann lives in Dover.")
    idea = made.make_idea(round, "More buses.", plain="People want to come home late.", answers=[own, quiet], by=pmu)
    flows.show_words(idea=idea, answer=own, by=pmu)
    IdeaAnswer.objects.filter(answer=quiet).update(words="Ann lives in Dover.")  # however it got there
    page = text_of(client, f"{round.address}ideas/idea-1/")
    assert "I want buses at night." in page and "A person&#x27;s own words" in page
    assert "People want to come home late." in page and "Dover" not in page and "Fewer than" not in page
    take_back(voice=own.voice)
    assert "I want buses" not in text_of(client, f"{round.address}ideas/idea-1/")


def test_words_of_others_are_never_shown_with_an_idea(client, round, pmu):
    theirs = made.say(round, "They like buses.", provenance="someone_else")
    agree_to_show(theirs.voice)
    idea = made.make_idea(round, answers=[theirs], by=pmu)
    IdeaAnswer.objects.update(words="They like buses.")
    assert "They like buses." not in text_of(client, f"{round.address}ideas/idea-{idea.number}/")


def test_one_taken_down_says_why(client, round, ideas, pmu):
    flows.take_down_idea(idea=ideas[0], by=pmu, reason="It named a person.")
    page = text_of(client, f"{round.address}ideas/idea-1/", 410)
    assert "It named a person." in page and ideas[0].title not in page
    assert ideas[0].title not in text_of(client, f"{round.address}ideas/")


def test_one_that_is_told_with_another_leads_there(client, round, ideas, pmu):
    flows.put_together(idea=ideas[1], with_idea=ideas[0], by=pmu)
    assert 'href="../idea-1/"' in text_of(client, f"{round.address}ideas/idea-2/")
    assert "There are 4 ideas." in text_of(client, f"{round.address}ideas/")


def test_results_by_counts_of_people_after_closing(client, counted, ideas):
    page = text_of(client, f"{counted.address}ideas/")
    assert page.index(ideas[1].title) < min(page.index(idea.title) for idea in ideas if idea != ideas[1])
    assert "9 voices picked it." in page and "0 voices picked it." in page and "%" not in page
    assert "Each person could pick 3 ideas." in text_of(client, f"{counted.address}ideas/idea-2/")
    results = text_of(client, f"{counted.address}results/")
    assert ideas[1].title in results and "There are 5 ideas." in results and 'href="../ideas/"' in results


def test_a_small_round_shows_no_picks(client, round, ideas):
    made.pick(round, ideas[0])
    close(round)
    for address in ("ideas/", "ideas/idea-1/", "results/"):
        assert "picked it" not in text_of(client, f"{round.address}{address}").replace("How many picked it", "x")


def test_one_shown_after_closing_says_that_nobody_could_pick_it(client, counted, pmu):
    made.make_idea(counted, "A late idea.", by=pmu)
    page = text_of(client, f"{counted.address}ideas/idea-6/")
    assert "So nobody could pick it." in page and "How many picked it" not in page


def test_an_idea_leads_on_to_what_we_heard(client, counted, ideas, pmu):
    for answer in [row.answer for row in IdeaAnswer.objects.select_related("answer__voice")]:
        assert answer.voice.round_id == counted.pk
    idea = Idea.objects.select_related("round", "choice").get(pk=ideas[1].pk)
    theme = flows.lead_to_theme(idea=idea, by=pmu)
    account = flows.write_what_we_heard(round=counted, by=pmu, plain="You want buses.")
    flows.publish_what_we_heard(account=account, by=pmu)
    page = text_of(client, f"{counted.address}ideas/idea-2/")
    assert f"{counted.address}results/#theme-{theme.public_id}" in page and "Fewer than 8 voices said this." in page


def test_anyone_can_count_the_picks_again(client, counted, ideas, tmp_path):
    """V2: the lines, the results and the record agree; picks of groups are not among them."""
    found = client.get(f"/api/rounds/{counted.public_id}/results").json()
    picks = next(question for question in found["questions"] if question["kind"] == "pick")
    counts = {choice["id"]: choice["count"] for choice in picks["choices"]}
    assert counts[str(ideas[1].public_id)] == 9 and sum(counts.values()) == 18 and picks["answered"] == 9
    lines = b"".join(client.get(f"/api/rounds/{counted.public_id}/counted.jsonl").streaming_content)
    assert record_count(round=counted) == 1
    assert Entry.objects.get(fact="round.counted").data["ideas"] == 5
    (tmp_path / "lines").write_bytes(lines)
    (tmp_path / "results").write_text(json.dumps(found))
    count = [sys.executable, str(RECOUNT), str(tmp_path / "lines"), str(tmp_path / "results")]
    assert subprocess.run(count, capture_output=True, text=True).stdout.startswith("OK")
    picks["choices"][0]["count"] += 1
    (tmp_path / "results").write_text(json.dumps(found))
    assert "FAULT" in subprocess.run(count, capture_output=True, text=True).stderr


def test_open_data_of_ideas(client, round, ideas, pmu):
    flows.take_down_idea(idea=ideas[0], by=pmu, reason="It named a person.")
    flows.put_together(idea=ideas[1], with_idea=ideas[2], by=pmu)
    found = client.get(f"/api/rounds/{round.public_id}/ideas").json()
    first, second, third = found["items"][:3]
    assert found["count"] == 5 and first["title"] is None and first["why_taken_down"] == ["It named a person."]
    assert second["told_with"] == 3 and third["title"] == ideas[2].title and third["picks"] is None
    assert client.get("/api/rounds/00000000-0000-0000-0000-000000000000/ideas").status_code == 404


def test_kept_counts_are_those_of_the_rows(counted):
    """DESIGN.md 6.5: `recount` finds no difference in picks."""
    call_command("record_voices")
    call_command("recount")


def test_pages_cost_the_same_for_5000_ideas(client, round):
    """F2."""
    made.make_many(round, 30, answers=False)
    few = costs(client, round)
    from tests.engagement.heard.test_idea_screens import add

    add(round, 4970)
    assert costs(client, round) == few and max(few) <= 10
    close(round)
    text_of(client, f"{round.address}results/")
    closed = costs(client, round, "results/")
    assert max(closed) <= 10


def costs(client, round, *more):
    """How many queries each page takes."""
    found = []
    for address in ("ideas/", "ideas/3/2/", "ideas/idea-2/", *more):
        client.get(f"{round.address}{address}")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{round.address}{address}").status_code == 200
        found.append(len(asked))
    return found


def test_a_picture_is_shown_with_the_idea_when_read_allowed_and_agreed(client, round, pmu):
    """Ideas in words, pictures, voice: as everywhere, read before shown (3.7, 6.4)."""
    answer = made.say(round, "I drew it.")
    Answer.objects.filter(pk=answer.pk).update(attached=True)
    values = {
        "answer": answer,
        "question": answer.question,
        "kind": "picture",
        "file": "x",
        "content_type": "image/webp",
    }
    values |= {"sha256": "", "bytes": 10, "width": 300, "height": 200, "state": "may_show", "words": "A bus at night"}
    values |= {"read_by": pmu, "read_at": timezone.now()}
    picture = Attachment.objects.create(**values)
    made.make_idea(round, answers=[answer], by=pmu)
    page = f"{round.address}ideas/idea-1/"
    assert str(picture.public_id) not in text_of(client, page)
    Consent.objects.create(voice=answer.voice, kind=Consent.Kind.PICTURE)
    assert str(picture.public_id) in text_of(client, page) and "A bus at night" in text_of(client, page)


def test_who_said_it_finds_the_idea_from_their_card(client, round, pmu):
    """Each answer behind an idea stays linked, also when it is told with another; the short code never says it."""
    secret = "a secret of a test"
    said = [Said(question=made.asked(round, "words"), words="I want buses.")]
    voice = give_voice(round=round, said=said, secret=secret)
    read(voice.answers.get())
    idea = made.make_idea(round, "More buses.", answers=[voice.answers.get()], by=pmu)
    card = f"/my-voice/{link_token_of(secret)}/"
    page = text_of(client, card)
    assert "Your words are a part of this idea:" in page and f"{round.address}ideas/idea-1/" in page
    other = made.make_idea(round, "Later buses.", by=pmu)
    flows.put_together(idea=idea, with_idea=other, by=pmu)
    assert f"{round.address}ideas/idea-2/" in text_of(client, card)
    assert "Your words are a part" not in text_of(client, f"/my-voice/{voice.card.code}/")
