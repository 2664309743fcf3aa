"""The checkers' own screens, and those that put a live page right or take it down."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from easyread import flows
from easyread.checking import ANSWER_FIRST
from easyread.label import label_of
from easyread.models import CheckSitting, EasyReadCheck, PartCheck
from engagement.people.roles import CHECKER
from home.models import InfoPage
from home.programme.rights import give_rights
from tests import factories
from tests.easyread.media import made
from tests.easyread.test_roads import page_form

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    """A private folder of each test's own."""
    options = settings.STORAGES["private"]["OPTIONS"] | {"location": tmp_path}
    settings.STORAGES = settings.STORAGES | {"private": settings.STORAGES["private"] | {"OPTIONS": options}}


@pytest.fixture
def info(home_page, roles):
    """A live plain page that is with the checkers."""
    give_rights()
    page = home_page.add_child(instance=InfoPage(title="About us", slug="about", live=False))
    page.save_revision().publish()
    return InfoPage.objects.get(pk=page.pk)


@pytest.fixture
def checker(client, info):
    user = factories.make_user(CHECKER)
    client.force_login(user)
    return client


@pytest.fixture
def pk(info):
    return EasyReadCheck.objects.get().pk


def part(pk, number=1):
    return reverse("easyread_check_part", args=[pk, number])


def test_a_checker_finds_looks_and_says_part_by_part(checker, info, pk):
    """T9: good, hard, wrong picture, one part at a time, then what was said and sending it."""
    assert "About us" in checker.get(reverse("easyread_checks")).content.decode()
    seen = checker.get(reverse("easyread_check_page", args=[pk])).content.decode()
    assert "<h1>About us</h1>" in seen and reverse("easyread_check", args=[pk]) in seen
    assert checker.post(reverse("easyread_check", args=[pk])).url == part(pk)
    page = checker.get(part(pk)).content.decode()
    assert "Part 1 of 2" in page and "How is this part?" in page and "About us" in page
    assert checker.post(part(pk), {"verdict": "good", "go": "next"}).url == part(pk, 2)
    end = reverse("easyread_check_end", args=[pk])
    assert checker.post(part(pk, 2), {"verdict": "good", "go": "next"}).url == end
    assert "May we say your name on the page?" in checker.get(end).content.decode()
    answer = checker.post(end, {"may_say_name": "yes"}, follow=True)
    assert "You said that this page is good." in answer.content.decode()
    assert label_of(InfoPage.objects.get(pk=info.pk)).name == "Sam Example"
    assert flows.IS_DONE in checker.get(part(pk)).content.decode()


def test_a_no_without_words_is_told_beside_them_and_what_was_chosen_stays(checker, pk):
    answer = checker.post(part(pk), {"verdict": "hard", "go": "next"})
    text = answer.content.decode()
    assert answer.status_code == 400 and flows.NEEDS_WORDS in text and 'value="hard" checked' in text
    typed = checker.post(part(pk), {"words": "This is <b>hard</b>.", "go": "stop"}).content.decode()
    assert flows.NEEDS_VERDICT in typed and "This is &lt;b&gt;hard&lt;/b&gt;." in typed


def test_stop_and_come_on_later(checker, pk):
    checker.post(part(pk), {"verdict": "good", "go": "stop"})
    assert "You answered 1 part." in checker.get(reverse("easyread_checks")).content.decode()
    assert checker.post(reverse("easyread_check", args=[pk])).url == part(pk, 2)
    assert checker.post(part(pk, 2), {"go": "back"}).url == part(pk)
    assert "You did not answer each part yet." in checker.get(reverse("easyread_check_end", args=[pk])).content.decode()
    assert checker.post(reverse("easyread_check_end", args=[pk])).status_code == 400
    assert checker.get(part(pk, 9)).status_code == 404


@pytest.fixture
def remark(checker, pk, pmu):
    """A remark with a sound, and its address."""
    checker.post(part(pk), {"verdict": "hard", "words": "=HARD()", "sound": made.sound(), "go": "next"})
    checker.post(part(pk, 2), {"verdict": "good", "go": "next"})
    checker.post(reverse("easyread_check_end", args=[pk]))
    return PartCheck.objects.remarks().get()


def test_the_unit_sees_each_remark_beside_its_part_and_answers(client, remark, info, pmu):
    client.force_login(pmu)
    assert "1 remark waits" in client.get("/admin/").content.decode()
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[info.pk])).content.decode()
    address = reverse("easyread_answer", args=[remark.pk])
    assert "=HARD()" in editor and address in editor and "Part 1: Title" in editor
    sound = reverse("easyread_check_sound", args=[remark.pk])
    assert sound in client.get(reverse("easyread_remarks")).content.decode()
    assert client.get(sound)["Content-Type"] == "audio/mpeg"
    assert "don&#x27;t" in client.post(address, {"changed": "yes", "words": "We don't."}).content.decode()
    client.post(address, {"changed": "no", "words": "It is our name."})
    assert PartCheck.objects.get(pk=remark.pk).answer == "It is our name."
    assert "No remark waits" in client.get(reverse("easyread_remarks")).content.decode()
    assert "It is our name." in client.get(reverse("easyread_remarks"), {"show": "all"}).content.decode()


def test_a_page_sent_too_early_from_the_editor_is_told_kindly(client, remark, info, pmu):
    """Wagtail's own button: the words are kept as a draft, and the sentence says what to do first."""
    client.force_login(pmu)
    sent = page_form(title="Changed", **{"action-submit": "1"})
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[info.pk]), sent, follow=True)
    assert ANSWER_FIRST in answer.content.decode() and answer.status_code == 200
    assert not EasyReadCheck.objects.filter(status="in_progress").exists()
    assert InfoPage.objects.get(pk=info.pk).get_latest_revision_as_object().title == "Changed"


def test_the_checker_sees_the_answer_at_the_next_check(checker, remark, info, pmu):
    flows.answer_remark(remark=remark, by=pmu, changed=True, words="We use another word now.")
    info.title = "About all of us"
    info.save_revision(user=pmu)
    flows.send_to_checkers(page=InfoPage.objects.get(pk=info.pk), by=pmu)
    text = checker.get(part(EasyReadCheck.objects.latest("pk").pk)).content.decode()
    assert "We changed it:" in text and "We use another word now." in text and "=HARD()" in text


def test_time_is_seen_put_right_and_paid(client, checker, remark, pmu):
    """S4: no cell of the table runs in a spreadsheet."""
    sitting = CheckSitting.objects.get()
    assert "About us" in checker.get(reverse("easyread_my_time")).content.decode()
    address = reverse("easyread_put_time_right", args=[sitting.pk])
    checker.post(address, {"minutes": 25, "reason": "=1+1"})
    client.force_login(pmu)
    page = client.get(reverse("easyread_pay")).content.decode()
    assert "25 minutes, 1 page" in page and "=1+1" in page
    table = client.get(reverse("easyread_pay_table")).content.decode()
    assert "'=1+1" in table and table.count("\n") == 2
    assert (
        "No checker worked in this month." in client.get(reverse("easyread_pay"), {"month": "2001-02"}).content.decode()
    )
    assert client.get(reverse("easyread_pay"), {"month": "nonsense"}).status_code == 200


def test_a_name_is_taken_off(client, checker, pk, info):
    for number in (1, 2):
        checker.post(part(pk, number), {"verdict": "good", "go": "next"})
    checker.post(reverse("easyread_check_end", args=[pk]), {"may_say_name": "yes"})
    address = reverse("easyread_name_hidden", args=[pk])
    assert address in checker.get(reverse("easyread_my_time")).content.decode()
    checker.post(address)
    assert label_of(InfoPage.objects.get(pk=info.pk)).name == ""


@pytest.mark.parametrize("name", ["easyread_checks", "easyread_remarks", "easyread_my_time", "easyread_pay"])
def test_lists_cost_the_same_for_few_and_many(client, checker, info, pmu, name):
    """F2: staff pages cost 25 queries at most."""
    user = pmu if name in ("easyread_remarks", "easyread_pay") else factories.make_user(CHECKER, first_name="Ann")
    client.force_login(user)
    counts = []
    for _ in range(2):
        fill(info, user)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(name)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 25, [query["sql"][:100] for query in queries]


def fill(info, user):
    """Five more checks with a remark and a sitting each."""
    for _ in range(5):
        check = factories.check_version(info.live_revision, by=user, verdict="hard", status="rejected")
        PartCheck.objects.create(
            page_check=check, key="title", place=1, name="Title", verdict="hard", words="x", said_by=user
        )
        flows.note_work(check=check, by=user)


def test_the_unit_puts_right_and_takes_down_with_a_reason(client, info, pmu):
    client.force_login(pmu)
    info.title = "About all of us"
    info.save_revision(user=pmu)
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[info.pk])).content.decode()
    assert reverse("easyread_put_right", args=[info.pk]) in editor
    assert reverse("easyread_take_down", args=[info.pk]) in editor
    for name, status in (("easyread_put_right", 200), ("easyread_take_down", 410)):
        address = reverse(name, args=[info.pk])
        assert client.post(address, {"reason": " "}).status_code == 200  # the form, which asks for it again
        client.post(address, {"reason": "The phone number was wrong."}, follow=True)
        answer = client.get("/about/")
        assert answer.status_code == status and "The phone number was wrong." in answer.content.decode()
