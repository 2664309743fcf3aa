"""The checkers' task, the label, corrections and take-downs (T9, DESIGN.md 6.8)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState

from easyread import checking, flows
from easyread.dates import full_date
from easyread.label import STILL_CHECKING, Label, label_of
from easyread.models import Correction, EasyReadCheck
from easyread.waiting import waiting_for
from engagement.people.roles import CHECKER
from engagement.proposals.models import RoundPage
from engagement.voices.flows import Said, give_voice
from engagement.voices.models import Voice
from home.models import InfoPage
from home.programme.rights import give_rights
from tests import factories

pytestmark = pytest.mark.django_db
WHY = "The phone number was wrong."


@pytest.fixture
def workflow(home_page, roles):
    give_rights()
    return factories.make_workflow()


@pytest.fixture
def checker(workflow):
    return factories.make_user(CHECKER, first_name="Sam", last_name="Lee")


@pytest.fixture
def info(home_page, workflow):
    """A live plain page; it went to the checkers by itself."""
    page = home_page.add_child(instance=InfoPage(title="About us", slug="about", live=False))
    page.save_revision().publish()
    return InfoPage.objects.get(pk=page.pk)


def waiting(page):
    """The check of `page` that waits (EasyReadCheck)."""
    return page.current_workflow_task_state


def changed(page, by=None, title="Changed"):
    page = type(page).objects.get(pk=page.pk)
    page.title = title
    return page.save_revision(user=by)


def again(page):
    return type(page).objects.get(pk=page.pk)


def check(page, by, verdict="good", **values):
    return factories.check_by_parts(waiting(page), by, verdict, **values)


# --- The task


def test_wagtails_own_workflow_has_no_checkers(home_page):
    """It hangs on the root of the tree from the start; a page does not wait there for nobody."""
    page = home_page.add_child(instance=InfoPage(title="About us", slug="about", live=False))
    page.save_revision().publish()
    assert again(page).live and page.current_workflow_state is None


def test_a_page_that_goes_live_unchecked_goes_to_the_checkers_by_itself(info):
    assert isinstance(waiting(info), EasyReadCheck)
    assert waiting(info).revision == info.live_revision


def test_a_good_page_gets_the_label_with_the_day(info, checker):
    check(info, checker)
    label = label_of(info)
    assert label == Label(day=timezone.localdate())
    assert checking.is_checked(info.live_revision)


@pytest.mark.parametrize(("agrees", "name"), [(True, "Sam Lee"), (False, "Our Easy Read checkers")])
def test_a_checker_is_named_only_when_they_agree(info, checker, client, agrees, name):
    check(info, checker, may_say_name=agrees)
    text = client.get("/about/").content.decode()
    assert f"{name} checked this page on {full_date(timezone.localdate())}." in text
    assert agrees or "Sam" not in text


def test_somebody_without_a_name_is_never_named_by_their_address(info, checker, client):
    checker.first_name = checker.last_name = ""
    checker.save()
    check(info, checker, may_say_name=True)
    assert checker.email not in client.get("/about/").content.decode()


@pytest.mark.parametrize("verdict", ["hard", "picture"])
def test_a_no_needs_words(info, checker, verdict):
    with pytest.raises(ValidationError, match=flows.NEEDS_WORDS):
        check(info, checker, verdict)
    check(info, checker, verdict, words="The second sentence is long.", may_say_name=True)
    state = info.current_workflow_state
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    remark = EasyReadCheck.objects.get()
    assert "The second sentence is long." in remark.comment and not remark.may_say_name
    assert label_of(info) is None


def test_an_answer_must_be_chosen(info, checker):
    with pytest.raises(ValidationError, match=flows.NEEDS_VERDICT):
        check(info, checker, "")


def test_one_checker_is_enough_and_the_second_press_says_so(info, checker):
    waits = waiting(info)
    check(info, checker)
    with pytest.raises(ValidationError, match="was checked already"):
        flows.finish_check(check=waits, by=checker)


def test_only_checkers_check_not_even_an_administrator(info, pmu):
    for user in (pmu, factories.make_user(is_superuser=True)):
        with pytest.raises(PermissionDenied, match=flows.NOT_A_CHECKER):
            check(info, user)


def test_nobody_checks_their_own_work(info, checker):
    """The last editor's own approval is refused, and that of anybody whose words are in this version."""
    changed(info, by=checker)
    changed(info, by=None, title="A little more")
    flows.send_to_checkers(page=again(info))
    with pytest.raises(ValidationError, match=flows.OWN_WORK):
        check(info, checker)
    assert waiting(info) not in waiting_for(checker)
    check(info, factories.make_user(CHECKER))


def test_wagtails_own_buttons_do_not_check(info, checker):
    """A check says what was good or hard, and who said so: so it is done on the checkers' own screen alone."""
    task = info.current_workflow_task
    for user in (checker, factories.make_user(is_superuser=True)):
        assert task.get_actions(info, user) == []
    assert not task.user_can_access_editor(info, checker)
    assert not task.locked_for_user(info, factories.make_user())


def test_the_checkers_come_first_and_the_unit_last(home_page, workflow, checker, pmu):
    """A round that met every gate opens when the checkers and then an editor said yes."""
    page = factories.make_ready_round()
    flows.send_to_checkers(page=page, by=pmu)
    check(page, checker)
    assert not again(page).live  # it waits for an editor
    task = page.current_workflow_task
    assert task.name == "The Unit makes it public"
    task.on_action(page.current_workflow_task_state, pmu, "approve")
    assert again(page).live and label_of(again(page))


def test_a_change_while_an_editor_has_it_goes_to_the_checkers_again(home_page, workflow, checker, pmu):
    page = factories.make_ready_round()
    flows.send_to_checkers(page=page, by=pmu)
    check(page, checker)
    changed(page, by=pmu)
    page.current_workflow_task.on_action(page.current_workflow_task_state, pmu, "approve")
    assert isinstance(waiting(page), EasyReadCheck) and not again(page).live


def test_a_version_that_was_checked_goes_on_to_the_editor(home_page, workflow, pmu):
    page = factories.make_ready_round()
    factories.check_version(page.latest_revision)
    flows.send_to_checkers(page=page, by=pmu)
    assert page.current_workflow_task.name == "The Unit makes it public"


def test_setting_up_again_changes_nothing(workflow):
    give_rights()
    assert [task.name for task in workflow.tasks] == ["Easy-read checkers look at it", "The Unit makes it public"]
    assert factories.make_workflow() == workflow


# --- The other half of the label: the rules


def test_errors_of_the_rules_hold_the_label_back(home_page, workflow, checker, client):
    words = "You can't go there."
    page = home_page.add_child(
        instance=InfoPage(title="About us", slug="about", easy_read=factories.easy_read(words), live=False)
    )
    page.save_revision().publish()
    page = again(page)
    check(page, checker)
    assert checking.is_checked(page.live_revision) and label_of(page) is None
    assert STILL_CHECKING in client.get("/about/").content.decode()


# --- Corrections


def test_a_correction_goes_out_at_once_without_the_label_and_with_its_reason(info, checker, pmu, client):
    check(info, checker)
    before = again(info).live_revision
    after = changed(info, by=pmu)
    correction = flows.correct_page(page=info, revision=after, reason=WHY, by=pmu)
    page, text = again(info), client.get("/about/").content.decode()
    assert page.title == "Changed" and page.live_revision == after
    assert STILL_CHECKING in text and "checked this page on" not in text
    assert f"We changed this page on {full_date(timezone.localdate())}." in text and f"Why: {WHY}" in text
    assert (correction.earlier_revision, correction.revision, correction.made_by) == (before, after, pmu)
    assert WHY in client.get("/about/standard/").content.decode()


def test_a_correction_returns_to_the_checkers_and_gets_the_label_back(info, checker, pmu, client):
    check(info, checker)
    flows.correct_page(page=info, revision=changed(info, by=pmu), reason=WHY, by=pmu)
    assert waiting(info).revision == again(info).live_revision
    check(again(info), checker)
    text = client.get("/about/").content.decode()
    assert "checked this page on" in text and WHY in text


def test_both_versions_are_kept(info, pmu):
    """Wagtail's own command that throws old versions away leaves them."""
    from django.core.management import call_command

    flows.correct_page(page=info, revision=changed(info), reason=WHY, by=pmu)
    correction = Correction.objects.get()
    changed(info, title="Later"), changed(info, title="Later still")
    call_command("purge_revisions", verbosity=0)
    correction.refresh_from_db()
    assert correction.earlier_revision.as_object().title == "About us"
    assert correction.revision.as_object().title == "Changed"


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_correction_needs_a_reason(info, pmu, reason):
    with pytest.raises(ValidationError, match=flows.NEEDS_REASON):
        flows.correct_page(page=info, revision=changed(info), reason=reason, by=pmu)
    assert again(info).title == "About us"


def test_a_reason_is_easy_read(info, pmu):
    with pytest.raises(ValidationError, match="can't"):
        flows.take_down_page(page=info, reason="You can't phone us.", by=pmu)
    assert again(info).live


def test_only_those_who_may_publish_put_right_or_take_down(info, checker):
    for do in (
        lambda: flows.correct_page(page=info, revision=changed(info), reason=WHY, by=checker),
        lambda: flows.take_down_page(page=info, reason=WHY, by=checker),
    ):
        with pytest.raises(PermissionDenied, match=flows.NOT_YOURS):
            do()


def test_only_the_newest_version_of_a_live_page_is_put_right(info, pmu):
    first = info.live_revision
    with pytest.raises(ValidationError, match="already"):
        flows.correct_page(page=info, revision=first, reason=WHY, by=pmu)
    older = changed(info)
    changed(info, title="Newer")
    with pytest.raises(ValidationError, match="after you opened it"):
        flows.correct_page(page=info, revision=older, reason=WHY, by=pmu)
    draft = factories.make_ready_round()
    with pytest.raises(ValidationError, match="cannot see this page"):
        flows.correct_page(page=draft, revision=draft.latest_revision, reason=WHY, by=pmu)


def test_a_correction_lets_only_its_own_version_out(info, pmu):
    flows.correct_page(page=info, revision=changed(info), reason=WHY, by=pmu)
    with pytest.raises(checking.MayNotGoLive):
        changed(info, title="Another").publish()


def test_no_answer_is_lost_when_a_round_is_put_right(open_round, workflow, pmu):
    """Questions keep their ids, so a person who is in the middle can go on."""
    question = open_round.question_rows.get(kind="words")
    give_voice(
        round=open_round, said=[Said(question=question, words="Buses are late.")], secret="a secret of this test"
    )
    before = list(open_round.question_rows.values_list("pk", "public_id", "ended_at"))
    flows.correct_page(page=open_round, revision=changed(open_round), reason=WHY, by=pmu)
    page = RoundPage.objects.get(pk=open_round.pk)
    assert page.is_open and page.title == "Changed"
    assert list(page.question_rows.values_list("pk", "public_id", "ended_at")) == before
    assert Voice.objects.get(round=page).answers.get().words == "Buses are late."


def test_a_correction_says_why_and_who_in_the_database(info):
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.create(
            page_id=info.pk, kind="put_right", revision=info.live_revision, earlier_revision=info.live_revision
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.create(page_id=info.pk, kind="loaded", earlier_revision=info.live_revision)


# --- Taking down


def test_a_page_that_was_taken_down_says_so_kindly(info, pmu, client):
    flows.take_down_page(page=info, reason=WHY, by=pmu)
    answer = client.get("/about/")
    text = answer.content.decode()
    assert answer.status_code == 410 and not again(info).live
    assert "We took this page down" in text and WHY in text and "About us" in text


def test_what_people_said_on_a_page_that_is_down_is_safe(open_round, workflow, pmu, client):
    question = open_round.question_rows.get(kind="words")
    give_voice(
        round=open_round, said=[Said(question=question, words="Buses are late.")], secret="a secret of this test"
    )
    flows.take_down_page(page=open_round, reason=WHY, by=pmu)
    for part in ("", "answer/", "answer/1/", "standard/", "easy-read.pdf", "results/"):
        answer = client.get(f"{open_round.url}{part}", follow=True)
        assert answer.status_code == 410, part
        assert "We keep every answer." in answer.content.decode()
    assert Voice.objects.get(round=open_round).answers.get().words == "Buses are late."


def test_a_page_can_come_back_after_it_was_taken_down(info, pmu, checker, client):
    flows.take_down_page(page=info, reason=WHY, by=pmu)
    changed(info, title="Better").publish()
    assert client.get("/about/").status_code == 200
    with pytest.raises(checking.MayNotGoLive):  # the old reason does not take it down again
        again(info).unpublish()


def test_an_address_that_never_was_is_still_not_found(home_page, client):
    assert client.get("/nothing-here/").status_code == 404


def test_a_page_that_was_taken_down_is_not_deleted(info, pmu, admin_client):
    from django.db.models import ProtectedError

    flows.take_down_page(page=info, reason=WHY, by=pmu)
    told = admin_client.post(f"/admin/pages/{info.pk}/delete/", follow=True).content
    assert b"Take it down first, and keep it" in told and again(info)
    with pytest.raises(ProtectedError):
        Page.objects.get(pk=info.pk).delete()


# --- What is kept whole


@pytest.mark.django_db(transaction=True)
def test_a_kept_page_changes_with_its_label(info, checker, client, settings):
    """docs/caching.md: the label comes and goes at once, in every process."""
    settings.PAGE_CACHE_SECONDS = 60
    assert STILL_CHECKING in client.get("/about/").content.decode()
    check(info, checker)
    assert "checked this page on" in client.get("/about/").content.decode()


def test_a_check_is_of_one_version(info, checker):
    check(info, checker)
    state = TaskState.objects.get(easyreadcheck__verdict="good")
    copied = state.copy(update_attrs={"revision": changed(info)})
    assert not checking.is_checked(copied.revision)
