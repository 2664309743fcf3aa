"""load_programme: every body with its sources, loaded once, never over what staff edited; the demo comes and goes."""

import shutil
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from easyread.checking import NOT_CHECKED
from easyread.models import Film
from engagement.bodies.models import Authority, Body, Fact, Meeting, Paper, ReportingLine, Seat
from engagement.decisions.models import Action, Debt, Decision
from engagement.heard import in_time
from engagement.heard.models import Quote, Theme, WhatWeHeard
from engagement.people import roles
from engagement.people.models import User
from engagement.polls.models import Choice, Poll, Question
from engagement.proposals.gates import reasons_not_to_open
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.record.flows import EXAMPLE
from engagement.record.models import Entry
from engagement.shaping.models import Change, Draft
from engagement.trail.results import results_of
from engagement.voices.flows import record_voices
from engagement.voices.models import AnswerChoice, Voice, Vote
from engagement.voices.models.voices import Provenance, Speaking
from engagement.voices.reports import count_round
from home.models import HomePage, InfoPage, LoadedRow
from home.programme.demo import load_demo
from home.programme.files import DATA
from home.programme.loading import Loading
from home.programme.register import load_register
from tests import factories

pytestmark = pytest.mark.django_db

NAMED_IN_THE_PAPERS = {
    "strategic-leadership-body",
    "delivery-partnership",
    "executive-leadership-team",
    "programme-management-unit",
    "current-provider-partnership",
    "kent-county-council",
    "kcc-cabinet",
    "kent-and-medway-ccg",
    "kent-and-medway-ics",
    "kent-and-medway-ccg-governing-body",
    "kchft",
    "kmpt",
    "nelft",
    "children-and-young-peoples-services",
    "nhs-england",
    "the-government",
    "public-health",
    "integrated-care-partnerships",
    "primary-care-networks",
    "kent-health-and-wellbeing-board",
    "west-kent-health-and-wellbeing-board",
    "urgent-care-board",
    "integration-working-group",
    "integration-pioneer-steering-group",
    "kcc-dmt",
    "ccgs-in-kent",
    "west-kent-ccg",
    "west-kent-ccg-governing-body",
    "ccg-clinical-strategy-group",
    "ccg-officers",
    "programme-oversight-groups",
    "practice-engagement-committee",
    "patient-forum",
    "system-leadership-group",
    "mapping-the-future-leadership-forum",
    "resilience-forum",
    "healthwatch",
    "district-councils",
    "nhs-lewis-havens-and-high-weald-ccg",
}
SOURCED = (Authority, Seat, ReportingLine, Fact)


def run(capsys, *flags):
    """Run the command. Returns what it said."""
    capsys.readouterr()
    call_command("load_programme", *flags)
    return capsys.readouterr().out


def load(data=DATA, today=None, demo=False):
    """One run without the command, with another folder of data files or on another day. Returns the Loading."""
    loading = Loading(data=data, today=today)
    loaded = load_register(loading)
    if demo:
        load_demo(loading, **loaded)
    return loading


@pytest.fixture(scope="module")
def register(django_db_setup, django_db_blocker):
    """The register, loaded once for all tests below; what a test changes goes when it ends."""
    with django_db_blocker.unblock(), transaction.atomic():
        factories.make_ground()
        yield load()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def demo(register):
    """The demo on top of it, loaded once for all tests below."""
    with transaction.atomic():
        yield load(demo=True)
        transaction.set_rollback(True)


# --- From an empty site; these come first, before the fixtures above fill it


def test_a_second_run_changes_nothing_and_says_so(capsys):
    run(capsys, "--demo")
    before = {model: model.objects.count() for model in (Body, Fact, Voice, Vote, Theme, Decision, LoadedRow)}
    said = run(capsys, "--demo")
    assert "Nothing changed." in said
    assert before == {model: model.objects.count() for model in before}


def test_a_body_that_staff_made_first_is_left_alone(capsys):
    Body.objects.create(slug="kmpt", name="Ours", plain_name="Ours", kind="group", plain="It is ours.")
    run(capsys)
    assert Body.objects.get(slug="kmpt").name == "Ours"


def test_clearing_the_demo_leaves_the_register(capsys):
    run(capsys)
    register = {model: model.objects.count() for model in (Body, Fact, InfoPage, HomePage, LoadedRow)}
    run(capsys, "--demo")
    said = run(capsys, "--clear-demo")
    assert "plans removed" in said and "The public record keeps its facts about the example" in said
    for model in (ProposalPage, Voice, Theme, Debt, Decision, Draft, Meeting, Film, User):
        assert not model.objects.exists(), model
    assert [(page.slug, page.live, page.made_up) for page in RoundPage.objects.all()] == [("tell-us", False, False)]
    assert register == {model: model.objects.count() for model in register}
    assert "There was no demo." in run(capsys, "--clear-demo")


@override_settings(DEMO_ALLOWED=False)
def test_production_refuses_the_demo(capsys):
    with pytest.raises(CommandError, match="made-up voices and sign-ins"):
        call_command("load_programme", "--demo")
    assert not User.objects.exists() and not ProposalPage.objects.exists()
    run(capsys)
    assert Body.objects.exists()


# --- The register


def test_every_body_of_both_papers_is_there(register):
    assert set(Body.objects.values_list("slug", flat=True)) >= NAMED_IN_THE_PAPERS
    assert Paper.objects.count() == 2


def test_every_fact_has_a_paper_and_a_section_or_is_since(register):
    for model in SOURCED:
        assert not model.objects.filter(section="").exists()
        assert not model.objects.filter(official="").exists()
        without = model.objects.filter(paper=None)
        assert {getattr(row, "kind", "") for row in without} <= {Fact.Kind.SINCE}
        assert {row.section for row in without} <= {"Since the paper"}
    assert not Fact.objects.filter(kind=Fact.Kind.SINCE).exclude(paper=None).exists()


def test_no_body_is_without_a_source(register):
    for body in Body.objects.all():
        facts = sum(model.objects.filter(body=body).count() for model in SOURCED)
        assert facts, body


def test_every_body_says_when_it_meets_or_that_the_paper_does_not(register):
    """Only the board that no paper names is left out."""
    for body in Body.objects.exclude(slug="kent-and-medway-icb"):
        kinds = set(body.facts.values_list("kind", flat=True))
        assert body.meetings_per_year or kinds & {"meets", "silent"}, body


def test_the_footnote_that_lost_its_place_is_our_reading(register):
    seat = Seat.objects.get(body__slug="strategic-leadership-body", for_people=True)
    assert (seat.number, seat.number_is_least, seat.our_reading) == (4, True, True)
    assert "Minimum four members" in seat.official
    assert "lost its place" in seat.plain


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("delivery-partnership", "Lead Provider Model"),
        ("system-leadership-group", "Systems Leadership Board"),
        ("resilience-forum", "Chair and Executive Support"),
        ("resilience-forum", "has been established"),
        ("west-kent-health-and-wellbeing-board", "Healthwatch"),
        ("ccg-clinical-strategy-group", "Governing body, CCG and PEC"),
    ],
)
def test_where_a_paper_says_two_things_the_register_says_so(register, body, words):
    facts = Fact.objects.filter(body__slug=body, kind=Fact.Kind.TWO_THINGS, official__contains=words)
    assert facts.exists()


def test_what_became_of_it_since_stands_beside_it(register):
    since = Fact.objects.get(body__slug="west-kent-ccg", kind=Fact.Kind.SINCE)
    assert (since.when_words, since.other.slug) == ("April 2020", "kent-and-medway-ccg")
    assert Body.objects.get(slug="kent-and-medway-icb").facts.get().when_words == "July 2022"


def test_only_bodies_with_authority_can_decide(register):
    can = {body.slug for body in Body.objects.able_to_decide()}
    assert {"strategic-leadership-body", "west-kent-ccg-governing-body", "executive-leadership-team"} <= can
    assert not can & {"system-leadership-group", "resilience-forum", "healthwatch", "programme-management-unit"}


def test_the_sites_own_pages_are_there(register):
    home = HomePage.objects.get()
    assert home.live and home.get_site().is_default_site
    assert set(InfoPage.objects.live().values_list("slug", flat=True)) == {
        *("about", "help", "not-safe", "privacy", "accessibility", "open-data"),
    }
    assert not ProposalPage.objects.exists()


def test_tell_us_is_a_draft_until_checkers_have_checked_it(register):
    page = RoundPage.objects.get(slug="tell-us")
    assert not page.live and not page.made_up and page.current_workflow_state is not None
    assert reasons_not_to_open(page, page.latest_revision) == [NOT_CHECKED]


@pytest.mark.slow
def test_tell_us_opens_once_it_was_checked(register):
    page = RoundPage.objects.get(slug="tell-us")
    factories.publish_checked(page)
    page = RoundPage.objects.get(pk=page.pk)
    assert page.is_open and not page.is_example and page.question_rows.asked().count() == 4
    loading = load()
    assert RoundPage.objects.get(pk=page.pk).live and "tell-us/tell-us" not in loading.kept


# --- Loading again


def test_what_staff_edited_survives(register, capsys):
    body = Body.objects.get(slug="kchft")
    body.plain = "We wrote this ourselves."
    body.save()
    Fact.objects.filter(body__slug="nelft", kind="silent").first().delete()
    said = run(capsys)
    body.refresh_from_db()
    assert body.plain == "We wrote this ourselves."
    assert "Left alone" in said and "kchft" in said
    assert "nelft/silent" in said


def test_a_page_with_an_unpublished_draft_is_left_alone(register, capsys):
    page = InfoPage.objects.get(slug="help")
    page.title = "Help for you"
    page.save_revision()
    said = run(capsys)
    page.refresh_from_db()
    assert page.has_unpublished_changes and "help" in said


def test_a_changed_data_file_updates_what_staff_did_not_touch(register, tmp_path):
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    path = data / "bodies_kent_others.toml"
    path.write_text(path.read_text().replace("Nurses and therapists work for the trust.", "Nurses work for the trust."))
    loading = load(data=data)
    assert loading.counts["changed"] == 1
    assert "Nurses work for the trust." in Body.objects.get(slug="kchft").plain


def test_a_fact_gone_from_the_data_files_goes(register, tmp_path):
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    path = data / "bodies_national.toml"
    facts = Fact.objects.count()
    text = path.read_text()
    start = text.index('[[body.fact]]\nkind = "since"\non = "the Coalition"')
    path.write_text(text[:start])
    assert load(data=data).counts["removed"] == 1
    assert Fact.objects.count() == facts - 1


# --- The demo


def test_the_six_plans_are_there_and_are_examples(demo):
    plans = ProposalPage.objects.live()
    assert plans.count() == 6 and not plans.filter(is_example=False).exists()
    assert plans.order_by("place_on_home").first().slug == "moving-on-at-16"
    today = timezone.localdate()
    opened = {page.slug: page.proposal.slug for page in RoundPage.objects.open_on(today) if page.proposal}
    assert opened == {
        "make-it-together": "moving-on-at-16",
        "have-your-say": "one-organisation-or-together",
        "what-matters-east": "something-to-do",
        "have-your-say-east": "days-out",
    }
    assert not Voice.objects.filter(is_example=False).exists()
    assert not Meeting.objects.filter(is_example=False).exists()


def test_every_round_is_open_twelve_weeks_or_says_why_not(demo):
    """3.13: twelve weeks is the least, or a reason that everybody can read."""
    rounds = RoundPage.objects.exclude(closes_on=None)
    shorter = [page for page in rounds if (page.closes_on - page.opens_on) < timedelta(days=84)]
    assert [page.slug for page in shorter if not page.short_reason] == []
    assert len(shorter) <= 1


def test_questions_are_few_and_never_ask_to_agree(demo):
    """Q2, Q3, Q5."""
    for page in RoundPage.objects.all():
        questions = page.question_rows.asked()
        assert 4 <= questions.count() <= 9, page  # 9 only where every kind is shown
        for question in questions:
            assert "agree" not in question.text.lower()
            assert question.standard_text
            assert question.picks_ideas or question.choices.filter(meaning="").count() <= 4


def test_one_round_has_every_kind_with_standard_words_and_its_results(demo):
    """Q3, Q7, Q8: the same questions are asked in an open round and counted in a closed one."""
    kinds = set(Question.Kind.values) - {Question.Kind.PICK}
    for slug in ("have-your-say-west", "have-your-say-east"):
        page = RoundPage.objects.get(slug=slug)
        questions = page.question_rows.asked().ready_to_show()
        assert {question.kind for question in questions} == kinds and all(q.standard_text for q in questions)
        choices = [choice for question in questions for choice in question.choices.all() if not choice.meaning]
        assert all(choice.standard_text for choice in choices)
    results, counts = results_of(RoundPage.objects.get(slug="have-your-say-west"))
    found = {result.question.kind: result for result in results}
    assert counts.voices.total > 40 and counts.workshop_people == 12
    assert len(found["number"].rows) >= 2 and sum(row.count for row in found["order"].rows) > 40
    assert all(sum(row.count for row in thing.rows) > 30 for thing in found["sort"].told.things)
    assert len(found["sort"].hands) == 6  # two things were asked by hands, in three piles each


def test_voices_of_every_provenance_and_channel(demo):
    assert set(Voice.objects.values_list("provenance", flat=True)) == set(Provenance.values)
    assert set(Voice.objects.values_list("channel", flat=True)) == set(Voice.Channel.values)


def test_the_open_consultation_has_splits_that_may_be_shown(demo):
    """3.9: each at least 8."""
    voices = Voice.objects.filter(round__slug="have-your-say", is_group=False)
    voices = voices.filter(round=RoundPage.objects.get(url_path__contains="one-organisation", slug="have-your-say"))
    for name, values in (("provenance", Provenance.values), ("speaking", Speaking.values)):
        for value in values:
            assert voices.filter(**{name: value}).count() >= 8, value


def test_voices_fall_inside_their_round(demo):
    for voice in Voice.objects.select_related("round"):
        day = timezone.localdate(voice.given_at)
        assert voice.round.opens_on <= day <= min(voice.round.closes_on or timezone.localdate(), timezone.localdate())


def test_tell_us_is_open_with_a_debt_in_each_state(demo):
    page = RoundPage.objects.get(slug="tell-us")
    assert page.is_open and page.is_example and page.closes_on is None
    debts = Debt.objects.in_full()
    assert {debt.state for debt in debts} == {"waiting", "late", "yes", "some", "no", "not_ours", "not_yet"}
    handed_on = next(debt for debt in debts if debt.came_from)
    assert handed_on.came_from.body != handed_on.body and handed_on.state == "yes"
    assert in_time.late(page).count() == 1 and in_time.told_and_unread(page).count() == 2
    plan = ProposalPage.objects.get(began_with__isnull=False)
    assert plan.slug == "moving-on-at-16"
    facts = Entry.objects.filter(fact__startswith="theme.")
    assert facts.count() > 20 and all(entry.data["example"] == EXAMPLE for entry in facts)


def test_loaded_on_a_later_day_what_people_told_us_moves_on(demo):
    before = {debt.pk: debt.due_on for debt in Debt.objects.all()}
    load(today=timezone.localdate() + timedelta(days=3), demo=True)
    assert {debt.pk: debt.due_on - timedelta(days=3) for debt in Debt.objects.all()} == before


def test_words_without_consent_or_unread_are_never_shown(demo):
    """6.4"""
    for quote in Quote.objects.select_related("answer__voice"):
        answer = quote.answer
        assert quote.words in answer.words
        assert answer.voice.consents.filter(kind="publish", withdrawn_at=None).exists()
        assert answer.readings.last().may_show


def test_the_heard_round_answers_every_theme(demo):
    """6.7: no theme without a reply, and a reason for each."""
    for decision in Decision.objects.all():
        themes = set(Theme.objects.filter(round__in=decision.proposal.get_children()))
        replies = decision.replies.select_related("theme")
        assert {reply.theme for reply in replies} == themes
        assert all(reply.reason for reply in replies)
    assert WhatWeHeard.objects.exclude(published_at=None).count() == 4


def test_one_action_is_done_and_one_is_late(demo):
    states = sorted(action.state for action in Action.objects.filter(decision__slug="money-to-speak-up-decided"))
    assert states == ["done", "late", "not_started"]


def test_drafts_say_because_of_whom_or_that_it_is_unknown(demo):
    changes = Change.objects.filter(draft__proposal__slug="moving-on-at-16")
    assert changes.filter(taken=False).exists() and changes.exclude(quote=None).count() == 3
    draft = Draft.objects.get(proposal__slug="new-leaders-group")
    assert (draft.number, draft.groups.count(), draft.changes.count()) == (3, 3, 0)
    assert "does not say who asked for what" in draft.unknown


def test_the_example_meeting_has_a_late_paper_an_answer_and_a_question_that_waits(demo):
    meeting = Meeting.objects.get(announced_on__isnull=False)
    assert meeting.is_example and meeting.held_on > timezone.localdate()
    assert sorted(paper.days_late(timezone.localdate()) for paper in meeting.papers.all()) == [0, 3, 5]
    assert sorted(question.state for question in meeting.questions.all()) == ["answered", "waiting"]
    assert meeting.questions.filter(place__holder__email="place@example.org", may_show=True).count() == 2
    assert meeting.agenda.filter(on_plan__proposal__is_example=True).count() == 2


def test_example_words_are_not_in_the_names_of_people(demo):
    assert {user.email.partition("@")[0] for user in User.objects.all()} == {
        "pmu",
        "secretary",
        "checker",
        "worker",
        "lead",
        "safeguarding",
        "place",
        "supporter",
        "admin",
    }
    assert User.objects.get(email="pmu@example.org").has_role(roles.PMU)
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_dates_move_on_when_the_demo_is_loaded_on_a_later_day(demo):
    before = {voice.pk: timezone.localdate(voice.given_at) for voice in Voice.objects.all()}
    opens = dict(RoundPage.objects.values_list("pk", "opens_on"))
    later = load(today=timezone.localdate() + timedelta(days=10), demo=True)
    assert later.counts["changed"] and not later.counts["made"]
    for voice in Voice.objects.all():
        assert timezone.localdate(voice.given_at) == before[voice.pk] + timedelta(days=10)
    for page in RoundPage.objects.exclude(closes_on=None):  # what is always open, opened once
        assert page.opens_on == opens[page.pk] + timedelta(days=10)


def test_what_the_decision_says_of_the_votes_is_true(demo):
    """The made-up decision says that more advocates got the most votes."""
    poll = Poll.objects.get(question__round__url_path__contains="money-to-speak-up")
    counts = poll.count_by_choice()
    assert Choice.objects.get(pk=max(counts, key=counts.get)).text == "More advocates"


def test_each_fact_on_the_record_says_that_it_is_an_example(demo):
    """The record keeps what happened for ever; what did not happen says so there as well."""
    for page in RoundPage.objects.live():
        record_voices(round=page)
    facts = set(Entry.objects.values_list("fact", flat=True))
    assert {"voice.given", "decision.published", "action.updated", "draft.published"} <= facts
    assert not [entry for entry in Entry.objects.all() if entry.data.get("example") != EXAMPLE]


def test_ideas_are_read_shown_put_together_and_picked(demo):
    """docs/what-matters.md: one round closed with its results, one open; alike, late and taken down ideas in both."""
    closed, opened = (RoundPage.objects.get(slug=slug) for slug in ("what-matters-west", "what-matters-east"))
    assert closed.ideas.shown().count() == 5 and opened.ideas.shown().count() == 5
    assert closed.ideas.filter(choice__together_with__isnull=False).count() == 1
    assert closed.ideas.get(taken_down_at__isnull=False).reason
    cells = count_round(closed).choices
    most = max(closed.ideas.shown(), key=lambda idea: cells[idea.choice_id].total)
    assert most.title == "Buses that go until midnight" and cells[most.choice_id].total == 10
    assert AnswerChoice.objects.filter(answer__voice__round=opened, place__isnull=False).count() == 9
    assert all(answer.readings.exists() for idea in closed.ideas.all() for answer in idea.answers.all())
