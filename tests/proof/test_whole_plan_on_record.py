"""A whole plan, from its opening to what was done: each public fact is a link of the record (V1)."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from engagement.decisions import flows as deciding
from engagement.heard import flows as hearing
from engagement.heard.flows import publish_what_we_heard, write_what_we_heard
from engagement.proposals.models import RoundPage
from engagement.record.flows import first_fault, head_of, lines
from engagement.record.models import Entry
from engagement.shaping.flows import publish_draft
from engagement.voices import flows as answering
from engagement.voices.flows import Said
from tests import factories
from tests.engagement.decisions.conftest import body, secretary  # noqa: F401  fixtures
from tests.engagement.shaping.test_flows import WORDS
from tests.engagement.trail import made
from tests.engagement.voices.conftest import close

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
# What must stand in the record, each at least so often.
FACTS = {
    "round.opened": 1,
    "voice.given": 9,
    "voice.changed": 1,
    "voice.taken_back": 1,
    "round.closed": 1,
    "round.counted": 1,
    "heard.published": 1,
    "heard.corrected": 1,
    "draft.published": 1,
    "decision.published": 1,
    "decision.confirmed": 1,
    "action.added": 2,
    "action.updated": 2,
}


def speak(page):
    """Nine people speak; then one changes what they said, and one takes it back, each on a later night."""
    words = page.question_rows.get(kind="words")
    voices = [answering.give_voice(round=page, said=[Said(words, words=f"I say {n}.")]) for n in range(10)]
    call_command("record_voices", verbosity=0)
    answering.change_answer(voice=voices[0], question=words, words="I say something else.")
    answering.take_back(voice=voices[1])


def hear(page, pmu):
    """What they said is read, put into a theme, told, and put right."""
    for voice in page.voices.filter(taken_back_at=None):
        for answer in voice.answers.current().with_words():
            made.read(answer)
    theme = made.make_theme(page, [page.voices.first().answers.current().first()])
    account = write_what_we_heard(round=page, by=pmu, plain="You told us many things.")
    publish_what_we_heard(account=account, by=pmu)
    hearing.correct_what_we_heard(account=account, by=pmu, reason="A word was wrong.", plain="You told us 9 things.")
    return theme


def decide(plan, theme, body, pmu, secretary):  # noqa: F811
    """The body decides; two things are promised: one is done, one is stopped."""
    decision = deciding.record_decision(
        by=pmu,
        meeting=factories.make_meeting(body, 0),
        proposal=plan,
        kind="decided",
        title="Yes to better buses.",
        plain="The board said yes.",
        why="Many people asked for it.",
        equality_note="The board thought about disabled people.",
        note_opened_on=factories.today(),
        voices_opened_on=factories.today(),
        replies=[{"theme": theme, "answer": "yes", "reason": "We want that too."}],
        actions=[{"what": what, "owner": body, "due_on": factories.today(30)} for what in ("Buy a bus.", "Paint it.")],
    )
    deciding.publish_outcome(decision=decision, by=pmu)
    deciding.confirm_decision(decision=decision, by=secretary)
    for action, state in zip(decision.actions.all(), ("done", "stopped"), strict=True):
        deciding.add_update(action=action, by=pmu, happened_on=factories.today(), state=state, words="We told you.")


def test_every_fact_of_a_whole_plan_is_on_the_record(home_page, pmu, body, secretary, client, tmp_path):  # noqa: F811
    plan = factories.make_proposal("Better buses", decided_by=body)
    page = factories.make_round(proposal=plan, opens=-100, closes=60)
    call_command("record_voices", verbosity=0)
    speak(page)
    page = RoundPage.objects.get(pk=close(page).pk)
    call_command("record_voices", verbosity=0)
    call_command("record_counts", verbosity=0)
    theme = hear(page, pmu)
    publish_draft(draft=made.make_draft(plan, published_on=None, easy_read=WORDS), by=pmu)
    decide(plan, theme, body, pmu, secretary)

    found = {fact: Entry.objects.filter(fact=fact).count() for fact in FACTS}
    assert {fact: count for fact, count in found.items() if count < FACTS[fact]} == {}
    states = [entry.data["state"] for entry in Entry.objects.filter(fact="action.updated")]
    assert sorted(states) == ["done", "stopped"]
    assert first_fault() is None
    holds_for_anyone(tmp_path, head_of()[1])


def holds_for_anyone(folder, head):
    """The public file passes the script that anyone can run, with the newest seal."""
    (folder / "record.jsonl").write_text("".join(lines()))
    script = [sys.executable, str(ROOT / "script" / "verify_record"), str(folder / "record.jsonl"), "--head", head]
    done = subprocess.run(script, capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr
    text = (folder / "record.jsonl").read_text()
    assert "I say" not in text and timezone.now().strftime("%H:%M:") not in text
    assert (timezone.localdate() - timedelta(days=100)).isoformat() in text  # the day it opened
