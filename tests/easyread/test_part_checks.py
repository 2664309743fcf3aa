"""Checking a page part by part, answering what checkers said, and their time (T9)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from easyread import flows
from easyread.checking import ANSWER_FIRST, MayNotGoLive
from easyread.flows import checks, sittings
from easyread.label import label_of, standing_of
from easyread.media import private
from easyread.models import CheckSitting, EasyReadCheck, PartCheck
from easyread.page_parts import WHOLE, parts_of
from easyread.waiting import waiting_for
from engagement.people.roles import CHECKER
from home.models import InfoPage
from home.programme.rights import give_rights
from tests import factories
from tests.easyread.media import made

pytestmark = pytest.mark.django_db
WHY = "I do not know this word."


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    """A private folder of each test's own."""
    options = settings.STORAGES["private"]["OPTIONS"] | {"location": tmp_path}
    settings.STORAGES = settings.STORAGES | {"private": settings.STORAGES["private"] | {"OPTIONS": options}}


@pytest.fixture
def info(home_page, roles):
    """A live plain page of two ideas that is with the checkers."""
    give_rights()
    words = factories.easy_read("We meet.\nYou decide.")
    page = home_page.add_child(instance=InfoPage(title="About us", slug="about", easy_read=words, live=False))
    page.save_revision().publish()
    return InfoPage.objects.get(pk=page.pk)


@pytest.fixture
def checker(info):
    return factories.make_user(CHECKER, first_name="Sam", last_name="Lee")


@pytest.fixture
def check(info):
    return EasyReadCheck.objects.get()


def keys(check):
    return [part.key for part in parts_of(check.revision.as_object())]


def say(check, by, number, verdict="good", **values):
    """Say something of the part with this `number` (int, from 0)."""
    return flows.say_of_part(check=check, key=keys(check)[number], by=by, verdict=verdict, **values)


def files():
    return set(private.names_in(checks.FOLDER))


# --- Parts


def test_each_part_is_shown_as_people_will_see_it(info, check):
    """T9: the title, each block, and the page as a whole last."""
    parts = parts_of(check.revision.as_object())
    assert [part.name for part in parts] == ["Title", "Picture and words", "The whole page"]
    assert parts[1].words == ["We meet.", "You decide."] and "<p>We meet.</p>" in parts[1].html()
    assert parts[-1].key == WHOLE and keys(check) == keys(check)


def test_questions_with_their_choices_are_parts_of_a_round(home_page):
    """Through a hook: the kit knows nothing of questions."""
    block = factories.question_block("one", "Which bus?", choices=["Red", "Blue"])
    page = factories.make_round(questions=[block], publish=False)
    part = next(part for part in parts_of(page) if part.name == "Question")
    assert part.key == block["id"] and part.words == ["Which bus?", "Red", "Blue", "I am not sure"]
    assert all(words in part.html() for words in part.words)


# --- Saying how a part is


def test_the_whole_verdict_follows_from_the_parts(info, check, checker):
    """T9: all parts good makes the label; one that is not sends the page back with its remark."""
    for number in range(3):
        say(check, checker, number)
    assert flows.finish_check(check=check, by=checker, may_say_name=True).verdict == "good"
    assert label_of(info).who == "Sam Lee"


@pytest.mark.parametrize(("said", "whole"), [("hard", "hard"), ("picture", "picture")])
def test_one_remark_sends_the_page_back(info, check, checker, said, whole):
    say(check, checker, 0), say(check, checker, 2)
    remark = say(check, checker, 1, said, words=WHY)
    done = flows.finish_check(check=check, by=checker, may_say_name=True)
    assert done.verdict == whole and not done.may_say_name and label_of(info) is None
    assert (remark.place, remark.name, remark.shown) == (2, "Picture and words", "We meet.\nYou decide.")
    assert list(PartCheck.objects.unanswered()) == [remark]


def test_nothing_is_sent_before_each_part_has_an_answer(check, checker):
    say(check, checker, 0)
    with pytest.raises(ValidationError, match=flows.NOT_ALL):
        flows.finish_check(check=check, by=checker)


def test_a_checker_goes_back_and_changes_their_mind(check, checker):
    say(check, checker, 0, "hard", words=WHY)
    say(check, checker, 0)
    part = PartCheck.objects.get()
    assert part.verdict == "good" and part.words == ""


def test_a_remark_says_why(check, checker):
    with pytest.raises(ValidationError, match=flows.NEEDS_WORDS):
        say(check, checker, 0, "picture", words="  ")
    with pytest.raises(ValidationError, match=flows.NEEDS_VERDICT):
        say(check, checker, 0, "")
    assert not PartCheck.objects.exists()


def test_a_part_that_is_not_there_is_told_kindly(check, checker):
    with pytest.raises(ValidationError, match=checks.NO_SUCH_PART):
        flows.say_of_part(check=check, key="nothing", by=checker, verdict="good")


def test_only_checkers_say_something_and_not_of_their_own_words(info, check, checker, pmu):
    with pytest.raises(PermissionDenied):
        say(check, pmu, 0)
    info.title = "About all of us"
    info.save_revision(user=checker)
    flows.send_to_checkers(page=info)
    with pytest.raises(ValidationError, match=flows.OWN_WORK):
        say(EasyReadCheck.objects.latest("pk"), checker, 0)


def test_two_checkers_share_a_page_and_the_label_says_so(info, check, checker):
    """What one said stays theirs; the label names who sent it, and that others helped."""
    other = factories.make_user(CHECKER)
    say(check, other, 0)
    with pytest.raises(ValidationError, match=flows.NOT_YOUR_PART):
        say(check, checker, 0, "hard", words=WHY)
    say(check, checker, 1), say(check, checker, 2)
    flows.finish_check(check=check, by=checker, may_say_name=True)
    assert standing_of(info).words()[0].startswith("Sam Lee and other checkers checked this page on")


def test_the_database_keeps_one_verdict_a_part_and_a_why(check, checker):
    part = say(check, checker, 0)
    values = {"page_check": check, "place": 1, "name": "Title", "said_by": checker}
    for wrong in (
        {"key": part.key, "verdict": "good"},
        {"key": "other", "verdict": "hard"},
        {"key": "other", "verdict": "fine"},
        {"key": "other", "verdict": "good", "answer": "Yes."},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            PartCheck.objects.create(**values | wrong)


# --- By voice


@pytest.mark.django_db(transaction=True)
def test_why_can_be_said_heard_and_deleted(check, checker, django_capture_on_commit_callbacks):
    """S3: written anew, kept in private; a new sound takes the place of the old one, and a good part needs none."""
    first = say(check, checker, 0, "hard", sound=made.sound())
    assert files() == {first.file} and first.seconds == 1
    second = say(check, checker, 0, "picture", sound=made.sound())
    assert files() == {second.file} != {first.file}
    assert say(check, checker, 0, "hard", words=WHY).file == second.file  # it stays beside the words
    flows.take_sound_back(check=check, key=second.key, by=checker)
    assert files() == set() and PartCheck.objects.get().words == WHY
    say(check, checker, 1, "hard", sound=made.sound())
    flows.take_sound_back(check=check, key=keys(check)[1], by=checker)
    assert files() == set() and PartCheck.objects.count() == 1  # without a why there is no remark
    say(check, checker, 1, "hard", sound=made.sound())
    say(check, checker, 1)
    assert files() == set()


def test_what_is_no_sound_is_refused_beside_the_field(check, checker):
    with pytest.raises(ValidationError) as refusal:
        say(check, checker, 0, "hard", sound=SimpleUploadedFile("a.mp3", b"nothing"))
    assert list(refusal.value.message_dict) == ["sound"] and files() == set()


def test_a_sound_that_no_row_names_goes_at_night(check, checker):
    kept = say(check, checker, 0, "hard", sound=made.sound())
    PartCheck.objects.filter(pk=kept.pk).update(file="checks/aa/other.mp3")
    assert flows.clear_lost_check_sounds() == 0  # it may belong to a row that is being written
    assert flows.clear_lost_check_sounds(now=timezone.now() + timedelta(days=2)) == 1 and files() == set()


# --- Answers


@pytest.fixture
def remark(check, checker):
    """A page that was sent back with one remark."""
    factories.check_by_parts(check, checker, "hard", words=WHY)
    return PartCheck.objects.remarks().get()


def test_a_page_is_not_sent_again_while_a_remark_has_no_answer(info, remark, pmu):
    """T9: the Unit answers each remark. What goes by itself, such as a correction, does not wait."""
    info.title = "About all of us"
    info.save_revision(user=pmu)
    for send in (
        lambda: flows.send_to_checkers(page=info, by=pmu),
        lambda: info.current_workflow_state.resume(pmu),
    ):
        with pytest.raises(MayNotGoLive, match=ANSWER_FIRST):
            send()
    flows.answer_remark(remark=remark, by=pmu, changed=True, words="We use another word now.")
    flows.send_to_checkers(page=InfoPage.objects.get(pk=info.pk), by=pmu)
    assert EasyReadCheck.objects.filter(status="in_progress").count() == 1


def test_a_correction_does_not_wait_for_an_answer(info, remark, pmu):
    info.title = "About all of us"
    revision = info.save_revision(user=pmu)
    flows.correct_page(page=info, revision=revision, reason="The name was wrong.", by=pmu)
    assert InfoPage.objects.get(pk=info.pk).title == "About all of us"
    assert EasyReadCheck.objects.filter(status="in_progress", revision=revision).exists()


def test_an_answer_is_easy_read_and_comes_from_who_may_publish(remark, pmu, checker):
    with pytest.raises(PermissionDenied):
        flows.answer_remark(remark=remark, by=checker, changed=True, words="Yes.")
    for words in (" ", "We don't know."):
        with pytest.raises(ValidationError):
            flows.answer_remark(remark=remark, by=pmu, changed=False, words=words)
    flows.answer_remark(remark=remark, by=pmu, changed=False, words="It is the name of the law.")
    answered = PartCheck.objects.get(pk=remark.pk)
    assert (answered.changed, answered.answered_by) == (False, pmu) and not PartCheck.objects.unanswered().exists()


def test_a_remark_is_not_answered_before_the_checker_sent_it(check, checker, pmu):
    remark = say(check, checker, 0, "hard", words=WHY)
    with pytest.raises(ValidationError, match="has not finished"):
        flows.answer_remark(remark=remark, by=pmu, changed=True, words="Yes.")


# --- Time for pay


def test_breaks_of_more_than_10_minutes_are_not_counted(check, checker):
    start = timezone.now() - timedelta(hours=2)
    for minute in (0, 4, 13, 40, 41):
        flows.note_work(check=check, by=checker, now=start + timedelta(minutes=minute))
    assert [row.minutes for row in CheckSitting.objects.all()] == [13, 1]


def test_a_minute_counts_once_with_two_screens_open_and_going_from_page_to_page(info, check, checker):
    """Two tabs, each with a page of its own: their sittings follow each other, and nothing is lost between them."""
    other = factories.check_version(info.live_revision, status="in_progress", finished_at=None)
    start = timezone.now() - timedelta(hours=2)
    for minute, one in ((0, check), (2, check), (3, other), (5, check), (6, other), (9, other), (30, check)):
        flows.note_work(check=one, by=checker, now=start + timedelta(minutes=minute))
    rows = list(CheckSitting.objects.order_by("began_at", "pk"))
    assert [row.minutes for row in rows] == [2, 1, 2, 4, 0] and sum(row.minutes for row in rows) == 9
    assert all(earlier.ended_at <= later.began_at for earlier, later in zip(rows, rows[1:], strict=False))
    colleague = flows.note_work(check=check, by=factories.make_user(CHECKER), now=start + timedelta(minutes=31))
    assert colleague.minutes == 0  # each one's time is their own


def test_a_forgotten_screen_and_a_phone_asleep_count_nothing(check, checker):
    """Only what the checker does counts; no screen counts by being open."""
    start = timezone.now() - timedelta(hours=9)
    for hours in (0, 8):
        flows.note_work(check=check, by=checker, now=start + timedelta(hours=hours))
    assert sum(row.minutes for row in CheckSitting.objects.all()) == 0


def test_a_checker_puts_their_own_time_right_with_a_reason(check, checker):
    sitting = flows.note_work(check=check, by=checker)
    with pytest.raises(PermissionDenied):
        flows.put_time_right(sitting=sitting, by=factories.make_user(CHECKER), minutes=5, reason="x")
    for minutes, reason in ((601, "Long."), (5, " ")):
        with pytest.raises(ValidationError):
            flows.put_time_right(sitting=sitting, by=checker, minutes=minutes, reason=reason)
    flows.put_time_right(sitting=sitting, by=checker, minutes=25, reason="I read it on paper first.")
    sitting.refresh_from_db()
    assert (sitting.minutes, sitting.minutes_counted) == (25, 0)
    later = flows.note_work(check=check, by=checker)
    assert later != sitting  # what was put right stays as it was said


def test_saying_and_sending_are_counted(check, checker):
    factories.check_by_parts(check, checker)
    sitting = CheckSitting.objects.get()
    assert sitting.checker == checker and sitting.title == "About us" and sitting.ended_at >= sitting.began_at


def test_time_stays_when_the_page_is_deleted(home_page, roles, checker):
    """People are paid for checking a page that never went out."""
    page = home_page.add_child(instance=InfoPage(title="Never", slug="never", live=False))
    page.save_revision()
    flows.send_to_checkers(page=page)
    flows.note_work(check=EasyReadCheck.objects.latest("pk"), by=checker)
    InfoPage.objects.get(pk=page.pk).delete()
    assert CheckSitting.objects.get().title == "Never"


def test_a_name_is_taken_off_a_page_again(info, check, checker):
    factories.check_by_parts(check, checker, may_say_name=True)
    done = EasyReadCheck.objects.get(pk=check.pk)
    with pytest.raises(PermissionDenied):
        flows.hide_name(check=done, by=factories.make_user(CHECKER))
    flows.hide_name(check=done, by=checker)
    assert label_of(info).name == "" and label_of(info)


def test_who_waits_is_told_how_far_they_are(check, checker):
    say(check, checker, 0)
    assert [waits.said for waits in waiting_for(checker)] == [1]
    assert timedelta(minutes=10) == sittings.BREAK
