"""Opening is apart from publishing: a round opens when every gate held, on every road (SEAMS.md, docs/opening.md)."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction

from easyread.checking import MayNotGoLive
from easyread.flows import correct_page, take_down_page
from engagement.people.roles import PMU
from engagement.proposals import flows, gates
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.record.models import Entry
from engagement.voices.permissions import may_answer, was_open
from home.programme.rights import give_rights
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The PDF takes seconds; test_gates.py tries it."""
    monkeypatch.setattr(gates, "can_be_drawn", lambda round: True)


def again(page):
    return type(page).objects.get(pk=page.pk)


def publish(page):
    """Check the newest version of a page as a checker would, and publish it."""
    revision = again(page).latest_revision
    factories.check_version(revision)
    revision.publish()
    return again(page)


@pytest.fixture
def ready(home_page):
    return factories.make_ready_round()


@pytest.fixture
def coming(ready):
    """Published, cleared, and to open in 10 days."""
    return publish(ready)


@pytest.fixture
def unit(roles, home_page):
    """The PMU, with its rights to pages."""
    give_rights()
    return factories.make_user(PMU)


def let_time_pass(page, days):
    """As if `days` more had passed: every day of the round moves back."""
    moved = {name: getattr(page, name) for name in ("opens_on", "closes_on", "cleared_on", "formats_live_on")}
    moved = {name: day and day - timedelta(days=days) for name, day in moved.items()}
    RoundPage.objects.filter(pk=page.pk).update(**moved)
    return again(page)


def test_before_during_and_after(coming):
    now = timezone.now()
    assert coming.stage == "before" and not may_answer(coming, now)
    opened = let_time_pass(coming, 10)
    assert opened.stage == "open" and may_answer(opened, now)
    last = let_time_pass(opened, 90)
    assert last.stage == "open" and may_answer(last, now)
    closed = let_time_pass(last, 1)
    assert closed.stage == "closed" and not may_answer(closed, now) and was_open(closed, now - timedelta(days=1))


@pytest.mark.parametrize(("days", "place"), [(0, "coming_on"), (10, "open_on"), (100, "open_on"), (101, "closed_on")])
def test_the_lists_by_day_agree_with_the_stage(coming, days, place):
    page, today = let_time_pass(coming, days), factories.today()
    for name in ("coming_on", "open_on", "closed_on"):
        assert getattr(RoundPage.objects, name)(today).filter(pk=page.pk).exists() is (name == place)


def test_a_round_is_cleared_on_the_day_it_goes_live(coming):
    assert coming.cleared_on == coming.formats_live_on == factories.today()
    assert coming.opened_on == coming.opens_on


def test_a_round_whose_first_day_has_passed_opens_when_it_is_cleared(home_page):
    page = publish(factories.make_ready_round(opens=-5))
    assert page.is_open and page.opened_on == factories.today()
    assert not was_open(page, timezone.now() - timedelta(days=1))


def test_an_unchecked_round_does_not_go_live(ready):
    with pytest.raises(MayNotGoLive) as refused:
        ready.latest_revision.publish()
    assert refused.value.messages == ["Our Easy Read checkers have not checked this version yet."]
    assert not again(ready).live and not again(ready).cleared_on


BREAKS = [
    ({"why": ""}, {}),
    ({"other_choices": ""}, {}),
    ({"bad_points": ""}, {}),
    ({"cost": ""}, {}),
    ({"standard": "[]"}, {}),
    ({"decide_on": None}, {}),
    ({"decide_on": factories.today(100)}, {}),
    ({"legal_duty": ""}, {}),
    ({"duty_looked_at_by": ""}, {}),
    ({"contact_name": ""}, {}),
    ({"contact_phone": ""}, {}),
    ({}, {"promise_words": ""}),
    ({}, {"easy_read": "[]"}),
    ({}, {"standard": "[]"}),
    ({}, {"questions": []}),
    ({}, {"closes": None}),
    ({}, {"closes": 93}),
]


@pytest.mark.parametrize(("plan", "page"), BREAKS)
def test_no_round_goes_live_with_a_gate_unmet(home_page, plan, page):
    page = factories.make_ready_round(proposal=factories.make_lawful_plan(**plan), **page)
    with pytest.raises(MayNotGoLive):
        publish(page)
    assert not again(page).live and not again(page).cleared_on


@pytest.mark.parametrize(
    "change",
    [{name: value} for plan, _ in BREAKS for name, value in plan.items()] + [{"live": False}],
)
def test_what_the_plan_loses_before_the_day_comes_keeps_the_round_shut(coming, change):
    ProposalPage.objects.filter(pk=coming.proposal.pk).update(**change)
    flows.record_openings()
    assert not again(coming).cleared_on
    assert let_time_pass(again(coming), 20).stage == "before"


def test_a_body_that_loses_its_authority_keeps_the_round_shut_until_it_has_it_again(coming):
    body = coming.proposal.decided_by
    body.authorities.all().delete()
    assert not again(coming).cleared_on
    factories.Authority.objects.create(body=body, kind="decides", section="1", plain="They can decide.")
    assert again(coming).cleared_on
    body = again(body)
    body.status = "ended"
    body.save()
    assert not again(coming).cleared_on


def test_a_correction_before_the_day_keeps_it_shut_until_it_is_checked(coming, unit):
    coming.easy_read = RoundPage._meta.get_field("easy_read").to_python(factories.easy_read("You can take the train."))
    revision = coming.save_revision()
    correct_page(page=coming, revision=revision, reason="The train was missing.", by=unit)
    page = again(coming)
    assert page.live and not page.cleared_on
    assert let_time_pass(page, 20).stage == "before"
    publish(let_time_pass(again(page), -20))
    assert again(page).cleared_on


def test_a_correction_while_it_is_open_leaves_it_open(coming, unit):
    page = let_time_pass(coming, 10)
    page.title = "Tell us about the bus"
    correct_page(page=page, revision=page.save_revision(), reason="The name was wrong.", by=unit)
    assert again(page).is_open and again(page).title == "Tell us about the bus"


def test_a_version_that_does_not_meet_the_gates_is_refused_before_the_day(coming):
    coming.promise_words = coming.promise_words
    coming.opens_on = factories.today(30)
    coming.save_revision()
    with pytest.raises(MayNotGoLive) as refused:
        publish(coming)
    assert refused.value.messages == [gates.OF_TIME[gates.has_twelve_weeks_or_a_reason]]
    assert again(coming).opens_on == factories.today(10) and again(coming).cleared_on


def test_an_open_round_keeps_what_people_need_to_answer(coming):
    page = let_time_pass(coming, 10)
    page.standard = []
    page.save_revision()
    with pytest.raises(MayNotGoLive) as refused:
        publish(page)
    assert refused.value.messages == ["Write the standard version."]


def test_an_open_round_keeps_its_public_reason_for_less_than_twelve_weeks(home_page):
    page = let_time_pass(publish(factories.make_ready_round(closes=60, short_reason="The money ends soon.")), 10)
    page.short_reason = ""
    page.save_revision()
    with pytest.raises(MayNotGoLive) as refused:
        publish(page)
    assert refused.value.messages == [gates.OF_TIME[gates.has_twelve_weeks_or_a_reason]]


def test_taken_down_it_is_not_open_and_comes_back_open(coming, unit):
    page = let_time_pass(coming, 10)
    take_down_page(page=page, reason="The date was wrong.", by=unit)
    page = again(page)
    assert page.cleared_on and page.stage == "before" and not may_answer(page, timezone.now())
    page.save_revision()
    assert publish(page).is_open


def test_taken_down_before_its_day_it_is_cleared_anew(coming, unit):
    take_down_page(page=coming, reason="The date was wrong.", by=unit)
    assert not again(coming).cleared_on
    assert publish(coming).cleared_on


@pytest.mark.parametrize(("cost", "goes_live"), [("", False), ("It costs 2 pounds.", True)])
def test_a_scheduled_version_meets_the_gates_on_its_day(ready, monkeypatch, cost, goes_live):
    ready.go_live_at = timezone.now() + timedelta(hours=1)
    ready.save_revision()
    assert not publish(ready).live and not again(ready).cleared_on
    ProposalPage.objects.filter(pk=ready.proposal.pk).update(cost=cost)
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("publish_scheduled")
    assert again(ready).live is bool(again(ready).cleared_on) is goes_live


@pytest.mark.parametrize("keep_live", [False, True])
def test_a_copy_starts_anew(coming, keep_live):
    page = let_time_pass(coming, 10)
    copy = CopyPageAction(
        page=page, to=page.get_parent(), update_attrs={"title": "Copy", "slug": "copy"}, keep_live=keep_live
    ).execute(skip_permission_checks=True)
    copy = RoundPage.objects.get(pk=copy.pk)
    assert copy.public_id != page.public_id
    assert (copy.cleared_on, copy.formats_live_on, copy.stage, copy.voices.count()) == (None, None, "before", 0)
    with pytest.raises(MayNotGoLive):
        copy.latest_revision.publish()
    assert not again(copy).is_open


def test_a_copied_plan_has_an_id_of_its_own(coming):
    plan = again(coming.proposal)
    copy = plan.copy(recursive=True, update_attrs={"title": "Copy", "slug": "copy"}, keep_live=False)
    assert copy.public_id != plan.public_id
    assert not RoundPage.objects.child_of(copy).filter(cleared_on__isnull=False).exists()


def test_an_older_version_does_not_bring_its_days_back(coming):
    first = coming.latest_revision
    coming.title = "A newer name"
    coming.save_revision()
    page = let_time_pass(publish(coming), 10)
    RoundPage.objects.filter(pk=page.pk).update(closes_on=page.closes_on)
    restored = first.as_object()
    assert (restored.cleared_on, restored.closes_on, restored.public_id) == (
        page.cleared_on,
        page.closes_on,
        page.public_id,
    )


FIXED = [
    ("kind", "what_matters", "The kind of round cannot change now. People were told it."),
    ("promise", "decide", "The promise cannot change now. People were told what they can change."),
    (
        "promise_words",
        "You decide.",
        "The words of the promise cannot change now. People were told what they can change.",
    ),
]


@pytest.mark.parametrize("days", [0, 10])
@pytest.mark.parametrize(("field", "value", "sentence"), FIXED)
def test_the_promise_is_fixed_once_cleared(coming, days, field, value, sentence):
    page = let_time_pass(coming, days)
    setattr(page, field, value)
    page.save_revision()
    with pytest.raises(MayNotGoLive) as refused:
        publish(page)
    assert sentence in refused.value.messages
    assert getattr(again(page), field) != value


def test_what_was_promised_about_a_vote_is_fixed(coming):
    raw = list(coming.questions.raw_data)
    raw[1] = raw[1] | {"value": raw[1]["value"] | {"poll": "follow"}}
    coming.questions = json.dumps(raw)
    coming.save_revision()
    with pytest.raises(MayNotGoLive) as refused:
        publish(coming)
    assert refused.value.messages == ["What was promised about a vote cannot change now. People were told it."]


def test_the_first_day_is_fixed_once_open(coming):
    page = let_time_pass(coming, 10)
    page.opens_on = factories.today(5)
    page.save_revision()
    with pytest.raises(MayNotGoLive) as refused:
        publish(page)
    assert refused.value.messages == ["The first day cannot change now. The round has opened."]


@pytest.mark.parametrize("days", [-1, 1])
def test_a_hand_made_version_moves_no_last_day(coming, days):
    coming.closes_on += timedelta(days=days)
    revision = coming.save_revision()
    with pytest.raises(MayNotGoLive) as refused:
        publish(coming)
    assert refused.value.messages == [
        "The last day moves only to a later day, with a reason that everybody can read. Use “Close later”."
    ]
    revision.refresh_from_db()
    assert again(coming).closes_on == factories.today(100)


def test_the_body_that_decides_is_fixed_once_people_were_told(coming):
    plan = again(coming.proposal)
    plan.decided_by = factories.make_body()
    revision = plan.save_revision()
    factories.check_version(revision)
    with pytest.raises(MayNotGoLive) as refused:
        revision.publish()
    assert refused.value.messages == ["The body that decides cannot change now. People were told that it decides."]


def test_a_plan_takes_nothing_away_from_an_open_round_and_may_be_put_right(coming):
    page = let_time_pass(coming, 10)
    plan = again(page.proposal)
    plan.contact_phone, plan.cost = "", ""
    revision = plan.save_revision()
    factories.check_version(revision)
    with pytest.raises(MayNotGoLive) as refused:
        revision.publish()
    assert len(refused.value.messages) == 2
    assert f"“{page.title}”" in refused.value.messages[0]
    plan.contact_phone, plan.cost = "01632 960 222", "It costs 3 pounds."
    revision = plan.save_revision()
    factories.check_version(revision)
    revision.publish()
    assert again(plan).contact_phone == "01632 960 222"


def test_a_round_from_before_there_were_gates_can_still_be_put_right(open_round):
    open_round.title = "Tell us about the bus"
    open_round.save_revision()
    assert publish(open_round).is_open
    plan = again(open_round.proposal)
    plan.title = "Better buses"
    revision = plan.save_revision()
    factories.check_version(revision)
    revision.publish()
    assert again(plan).title == "Better buses"


def facts(page):
    return list(Entry.objects.about(page.public_id).values_list("fact", "day"))


def test_the_record_tells_that_it_opened_with_what_people_were_told(coming):
    flows.record_openings()
    assert facts(coming) == []
    page = let_time_pass(coming, 12)
    flows.record_openings()
    flows.record_openings()
    assert facts(page) == [("round.opened", factories.today(-2))]
    assert Entry.objects.get(subject=page.public_id).data == {
        "kind": "have_your_say",
        "promise": "ask",
        "closes_on": page.closes_on.isoformat(),
        "decided_by": str(page.proposal.decided_by.public_id),
        "short_reason": "",
    }


def test_the_record_tells_at_once_when_it_opens_on_the_day_it_goes_live(home_page):
    page = publish(factories.make_ready_round(opens=0))
    assert facts(page) == [("round.opened", factories.today())]


def test_the_daily_command_tells_that_it_closed_once(coming):
    page = let_time_pass(coming, 105)
    for _ in range(2):
        call_command("record_voices", verbosity=0)
    assert facts(page) == [("round.opened", factories.today(-95)), ("round.closed", factories.today(-5))]


def test_nothing_that_never_opened_is_on_the_record(ready):
    RoundPage.objects.filter(pk=ready.pk).update(opens_on=factories.today(-50), closes_on=factories.today(-5))
    call_command("record_voices", verbosity=0)
    assert facts(ready) == []


def test_answers_before_it_is_cleared_are_refused_as_not_open_yet(open_round):
    from engagement.voices.flows import start_draft

    RoundPage.objects.filter(pk=open_round.pk).update(cleared_on=None)
    with pytest.raises(ValidationError) as refused:
        start_draft(round=again(open_round))
    assert refused.value.messages == ["This is not open yet. You cannot send answers now."]
