"""Every way round the checkers that does not go through a version: the label stands only for exactly the words and
pictures that they saw (T9, DESIGN.md 6.8). The roads of versions are in test_roads.py."""

import json
from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import GroupApprovalTask, Page, Revision, TaskState, Workflow, WorkflowPage, WorkflowTask

from easyread import checking, flows
from easyread.checking import MayNotGoLive
from easyread.label import STILL_CHECKING, label_of, mark_checked, standing_of
from easyread.models import EasyReadCheck, PartCheck
from easyread.page_parts import parts_of
from easyread.printing.pages import key_of_page
from engagement.people.models import User
from engagement.people.roles import CHECKER
from engagement.polls.models import Choice, Question
from engagement.proposals.models import RoundPage
from engagement.trail.papers import key_of_round
from home.generation import current_generation
from home.models import InfoPage
from home.programme.rights import give_rights
from tests import factories
from tests.easyread.made import SVG, make_bus

pytestmark = pytest.mark.django_db
WHY = "I do not know this word."


@pytest.fixture
def bus():
    picture = make_bus()
    picture.idea, picture.file_hash, picture.description = "bus", "a" * 40, "A red bus."
    picture.save()
    return picture


@pytest.fixture
def checker(home_page, roles):
    give_rights()
    return factories.make_user(CHECKER, first_name="Sam", last_name="Lee")


@pytest.fixture
def info(home_page, roles, checker, bus):
    """A live plain page with a picture that the checker found good, and the label."""
    give_rights()
    words = json.dumps([{"type": "picture_and_words", "value": {"picture": bus.pk, "words": "We meet."}}])
    page = home_page.add_child(instance=InfoPage(title="About us", slug="about", easy_read=words, live=False))
    page.save_revision().publish()
    factories.check_by_parts(page.current_workflow_task_state, checker, may_say_name=True)
    page.current_workflow_state.cancel()
    return again(page)


def again(page):
    """The page as the database has it, without what was kept on it."""
    return type(page).objects.get(pk=page.pk)


def has_label(page):
    """Whether a page has the label: on itself and, in the same breath, in the lists of the open data."""
    shown = label_of(again(page))
    assert bool(mark_checked([again(page)])[0].checked_at) == bool(shown)
    return bool(shown)


def test_the_label_stands_while_everything_is_as_it_was_checked(info):
    assert has_label(info)


# --- The row itself


def save_row(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    page.save()


def load_row(page, **values):
    """As `loaddata` does it, past every guard."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save_base(raw=True)


@pytest.mark.parametrize(
    "change",
    [
        lambda page: save_row(page, title="About all of us"),  # a script, a migration, the shell
        lambda page: save_row(page, easy_read=factories.easy_read("We never meet.")),
        lambda page: InfoPage.objects.filter(pk=page.pk).update(easy_read=factories.easy_read("We never meet.")),
        lambda page: Page.objects.filter(pk=page.pk).update(title="All of us"),
        lambda page: save_row(page, picture=make_bus()),
        lambda page: load_row(page, easy_read=factories.easy_read("We never meet.")),
    ],
    ids=["title", "words", "update", "page row", "picture", "raw"],
)
def test_words_that_came_into_the_row_without_a_version_have_no_label(info, client, change):
    change(again(info))
    assert not has_label(info)
    assert STILL_CHECKING in client.get("/about/").content.decode()


@pytest.mark.parametrize(
    "change",
    [
        lambda page: save_row(page, slug="about-2"),
        lambda page: save_row(page, seo_title="Found by", search_description="What machines read."),
        lambda page: page.move(page.get_parent().add_child(instance=InfoPage(title="Above", slug="above"))),
        lambda page: save_row(page, first_published_at=timezone.now(), show_in_menus=True),
        lambda page: save_row(page, standard=factories.standard("Hereinafter.")),
    ],
    ids=["slug", "search", "moved", "dates", "standard words"],
)
def test_the_label_stays_when_no_easy_read_word_or_picture_changed(info, change):
    change(again(info))
    assert has_label(info)


def test_an_address_or_a_title_for_machines_in_a_new_version_needs_a_check(info, pmu):
    """A version is checked whole: who changes it in the editor goes to the checkers."""
    page = again(info)
    page.search_description = "What machines read."
    with pytest.raises(MayNotGoLive):
        page.save_revision(user=pmu).publish()
    assert has_label(info)


# --- Pictures


def test_a_replaced_picture_takes_the_label_and_the_page_goes_to_the_checkers(info, bus, client, checker):
    bus.file = default_storage.save("original_images/cat.svg", ContentFile(SVG))
    bus.file_hash = "b" * 40
    bus.save()
    assert not has_label(info) and not checking.is_checked(info.live_revision)
    check = again(info).current_workflow_task_state
    assert isinstance(check, EasyReadCheck) and check.revision == info.live_revision
    factories.check_by_parts(check, checker)
    assert has_label(info)


def test_a_picture_that_is_replaced_in_the_middle_of_a_check_is_looked_at_again(info, bus, checker):
    """Who found a part good saw another picture: they are asked again, and only about what shows it."""
    page = again(info)
    page.title = "Changed"
    page.save_revision()
    flows.send_to_checkers(page=again(info))
    check = again(info).current_workflow_task_state
    keys = [part.key for part in parts_of(check.revision.as_object())]
    for key in keys:
        flows.say_of_part(check=check, key=key, by=checker, verdict="good")
    bus.file_hash = "e" * 40
    bus.save()
    assert set(check.parts.values_list("key", flat=True)) == {"title"} and keys[0] == "title"
    with pytest.raises(ValidationError, match=flows.NOT_ALL):
        flows.finish_check(check=check, by=checker)


def test_words_that_changed_under_a_check_are_looked_at_again(info, checker):
    """Nothing of the product's writes over a version that was sent; a script in the database could."""
    page = again(info)
    page.title = "Changed"
    revision = page.save_revision()
    flows.send_to_checkers(page=again(info))
    check = again(info).current_workflow_task_state
    for part in parts_of(check.revision.as_object()):
        flows.say_of_part(check=check, key=part.key, by=checker, verdict="good")
    revision = Revision.objects.get(pk=revision.pk)
    revision.content["title"] = "Written over"
    revision.save()
    with pytest.raises(ValidationError, match="Part 1 is not as you saw it"):
        flows.finish_check(check=EasyReadCheck.objects.get(pk=check.pk), by=checker)


def test_a_picture_says_something_else(info, bus):
    """What a picture is called for those who hear it is a word of the page."""
    bus.description = "A cat."
    bus.save()
    assert not has_label(info)
    bus.description = "A red bus."
    bus.save()
    assert has_label(info)  # it is again exactly what was checked


def test_who_made_a_picture_and_where_it_is_found_are_not_what_people_see(info, bus):
    bus.title, bus.other_words, bus.author = "Bus 2", "coach", "Ben"
    bus.save()
    assert has_label(info) and again(info).current_workflow_state is None


def test_another_file_in_the_bank_under_one_name_is_seen_too(info, bus):
    get_image_model().objects.filter(pk=bus.pk).update(file_hash="c" * 40)
    assert not has_label(info)


def test_a_round_does_not_open_when_its_picture_was_replaced_after_the_check(home_page, bus, capsys):
    from django.core.management import call_command

    page = factories.make_ready_round()
    page.picture = bus
    revision = page.save_revision()
    factories.check_version(revision)
    assert checking.is_checked(revision)
    bus.file_hash = "d" * 40
    bus.save()
    with pytest.raises(MayNotGoLive, match=checking.NOT_CHECKED):
        Revision.objects.get(pk=revision.pk).publish()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now())
    call_command("publish_scheduled")
    assert not again(page).live


# --- Questions


def test_the_pictures_beside_yes_and_no_belong_to_a_round(open_round):
    """Those that people see: a picture that comes into the bank later is not shown yet."""
    assert has_label(open_round)
    yes = make_bus()
    yes.idea = "yes"
    yes.save()
    assert has_label(open_round)
    Choice.objects.filter(question__round=open_round, meaning="yes").update(picture=yes)
    assert not has_label(open_round)


def test_a_question_that_keeps_other_words_than_the_page(open_round):
    """An answered question keeps its words whatever a version says: the checkers saw the version's."""
    question = open_round.question_rows.get(kind="one")
    for rows, values in (
        (Question.objects.filter(pk=question.pk), {"text": "Which is worse?"}),
        (Question.objects.filter(pk=question.pk), {"help": "Take your time."}),
        (Choice.objects.filter(question=question, meaning=""), {"text": "Nobody leads"}),
    ):
        before = rows.values(*values).first()
        rows.update(**values)
        assert not has_label(open_round), values
        rows.update(**before) if rows.count() == 1 else rows.update(text="One leads")
    assert len(mark_checked([again(open_round), factories.make_round(proposal=open_round.proposal)])) == 2


def test_choices_that_the_product_gives_are_no_other_words(open_round):
    assert open_round.question_rows.filter(kind__in=["yes_no", "faces", "words"]).count() == 3
    assert has_label(open_round)


# --- The workflow


def test_a_check_ended_by_wagtails_own_action_approves_nothing(info, checker, pmu):
    """`approve` on the row of a check keeps no verdict and no fingerprint."""
    page = again(info)
    page.title = "Changed"
    revision = page.save_revision()
    flows.send_to_checkers(page=again(info))
    check = again(info).current_workflow_task_state
    check.task.on_action(check, checker, "approve")
    assert TaskState.objects.get(pk=check.pk).status == "approved" and not checking.is_checked(revision)
    with pytest.raises(MayNotGoLive):
        revision.publish()


def test_an_approval_that_wagtail_copies_to_a_newer_version_counts_for_nothing(info):
    """WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT switched off: each later version gets the approvals of the older."""
    page = again(info)
    page.title = "Changed"
    revision = page.save_revision()
    EasyReadCheck.objects.get().workflow_state.copy_approved_task_states_to_revision(revision)
    assert checking.checks_of(revision.pk).exists() and not checking.is_checked(revision)
    with pytest.raises(MayNotGoLive):
        revision.publish()
    Page.objects.filter(pk=page.pk).update(live_revision=revision)
    InfoPage.objects.filter(pk=page.pk).update(title="Changed")
    assert not has_label(info)


@pytest.mark.parametrize("how", ["other workflow", "no task", "task off", "renamed"])
def test_another_workflow_or_none_lets_no_changed_page_out(info, checker, pmu, how):
    task = task_of_checkers(info)
    if how == "task off":
        task.deactivate()
    elif how == "renamed":
        type(task).objects.filter(pk=task.pk).update(name="Anybody looks at it")
    else:
        other = Workflow.objects.create(name="Quick")
        quick = GroupApprovalTask.objects.create(name="Quick")
        quick.groups.set(pmu.groups.all())
        WorkflowTask.objects.create(workflow=other, task=quick)
        WorkflowPage.objects.update_or_create(page=again(info).get_parent(), defaults={"workflow": other})
    page = again(info)
    page.title = "Changed"
    page.save_revision(user=pmu)
    state = again(info).get_workflow().start(again(info), pmu)
    current = state.current_task_state.specific
    with pytest.raises((MayNotGoLive, ValidationError)):
        if isinstance(current, EasyReadCheck):
            raise ValidationError("It waits for the checkers.")
        current.task.specific.on_action(current, pmu, "approve")
    assert has_label(info) and again(info).title == "About us"


def task_of_checkers(page):
    return checking.task_of(again(page).get_workflow())


def test_a_cancelled_check_and_a_new_one_begin_again(info, checker):
    page = again(info)
    page.title = "Changed"
    page.save_revision()
    flows.send_to_checkers(page=again(info))
    check = again(info).current_workflow_task_state
    flows.say_of_part(check=check, key="title", by=checker, verdict="good")
    again(info).current_workflow_state.cancel()
    with pytest.raises(ValidationError, match=flows.IS_DONE):
        flows.finish_check(check=check, by=checker)
    flows.send_to_checkers(page=again(info))
    fresh = again(info).current_workflow_task_state
    assert fresh.pk != check.pk and not fresh.parts.exists()


# --- A remark that waits (docs/checking.md)


def test_no_label_while_a_remark_has_no_answer(info, checker, pmu, client):
    """A correction goes out at once and may be found good; the old remark still holds the label back."""
    page = again(info)
    page.title = "Changed"
    page.save_revision(user=pmu)
    flows.send_to_checkers(page=again(info), by=pmu)
    factories.check_by_parts(again(info).current_workflow_task_state, checker, "hard", words=WHY)
    assert has_label(info)  # what is live was found good; what is hard is in a draft
    page = again(info)
    page.title = "About all of us"
    revision = page.save_revision(user=pmu)
    flows.correct_page(page=page, revision=revision, reason="The name was wrong.", by=pmu)
    factories.check_by_parts(again(info).current_workflow_task_state, checker)
    assert checking.is_checked(again(info).live_revision) and not has_label(info)
    assert STILL_CHECKING in client.get("/about/").content.decode()
    remark = PartCheck.objects.unanswered().get()
    flows.answer_remark(remark=remark, by=pmu, changed=True, words="We use another word now.")
    assert has_label(info)


# --- Who, and when


@pytest.fixture
def kept(info):
    """A paper of the page that says the name, as if drawn before. Returns its name in the storage."""
    return default_storage.save(f"print/{key_of_page(info)}/old.pdf", ContentFile(b"Sam Lee"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("how", ["takes it off", "all", "renamed", "left"])
def test_a_name_that_may_not_be_said_is_gone_everywhere(info, checker, client, settings, kept, how):
    """P2: from the page that is kept whole, and from the papers, at once."""
    settings.PAGE_CACHE_SECONDS = 60
    cache.clear()  # an emptied database counts its generations from the start
    assert "Sam Lee checked this page" in client.get("/about/").content.decode()
    checker = User.objects.get(pk=checker.pk)
    if how == "takes it off":
        flows.hide_name(check=EasyReadCheck.objects.get(may_say_name=True), by=checker)
    elif how == "all":
        assert flows.hide_every_name(by=checker) == 1
    else:
        checker.first_name, checker.is_active = ("Kim", True) if how == "renamed" else ("Sam", False)
        checker.save()
    text = client.get("/about/").content.decode()
    assert "Sam" not in text and "checked this page on" in text
    assert ("Kim" in text) == (how == "renamed"), [line for line in text.splitlines() if "checked this" in line]
    assert not default_storage.exists(kept)


@pytest.mark.django_db(transaction=True)
def test_the_paper_of_a_round_forgets_a_name_too(home_page, roles):
    round = factories.make_round()
    kim = factories.make_user(CHECKER)
    check = factories.check_version(round.live_revision, by=kim, may_say_name=True)
    paper = default_storage.save(f"print/{key_of_round(round)}/old.pdf", ContentFile(b"Kim"))
    flows.hide_name(check=check, by=kim)
    assert not default_storage.exists(paper)


def test_noting_a_checkers_time_makes_no_kept_page_old(info, checker):
    """F1: pages stay in memory while checkers look at something."""
    before = current_generation()
    flows.note_work(check=EasyReadCheck.objects.get(), by=checker)
    assert current_generation() == before


def test_the_day_of_the_label_is_the_day_here(info):
    """A check late in the evening of a summer is of that day, whatever the clock of the server says."""
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)  # half past midnight on 2 July in London
    EasyReadCheck.objects.update(finished_at=late)
    assert str(label_of(again(info)).day) == "2026-07-02"


def test_how_a_page_stands_takes_two_queries_and_a_list_as_many_for_many(info, django_assert_num_queries):
    """F2: one for the pictures, which the page needs anyway, and one for the rest."""
    page = again(info)
    with django_assert_num_queries(2):
        standing_of(page)
    pages = list(InfoPage.objects.all())
    with django_assert_num_queries(2):
        mark_checked(pages)


def test_what_people_see_is_the_same_before_and_after_publishing(home_page):
    """A fingerprint of a version and of the row that it becomes are one, whatever saving adds to raw data."""
    from easyread.shown import shown_of

    yes = make_bus()
    yes.idea = "yes"  # the page's own picture may be one that its choices have too
    yes.save()
    page = factories.make_round(publish=False, picture=yes)
    revision = page.save_revision()
    then = shown_of(revision.as_object())
    factories.make_live(page)
    assert shown_of(RoundPage.objects.select_related("picture").get(pk=page.pk)) == then
    assert shown_of(again(page)) == then == shown_of(RoundPage.objects.get(pk=page.pk).live_revision.as_object())


def test_checks_from_before_get_what_their_version_shows(info, open_round):
    """The migration that brought the fingerprint of what is shown: labels of before stay."""
    migration = import_module("easyread.migrations.0011_shown_at_the_check")
    then = dict(EasyReadCheck.objects.values_list("pk", "shown"))
    EasyReadCheck.objects.update(shown="")
    assert not has_label(info) and not has_label(open_round)
    migration.see_again(apps, None)
    assert dict(EasyReadCheck.objects.values_list("pk", "shown")) == then and len(then) == 2
    assert has_label(info) and has_label(open_round)
