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
    thanks = answer.content.decode()
    assert answer.redirect_chain == [(reverse("easyread_check_thanks", args=[pk]), 302)]
    assert "You said that this page is good." in thanks and "You worked" in thanks
    assert label_of(InfoPage.objects.get(pk=info.pk)).name == "Sam Example"
    assert flows.IS_DONE in checker.get(part(pk)).content.decode()


@pytest.mark.parametrize(("verdict", "asked"), [("hard", "What is hard"), ("picture", "Which picture is wrong?")])
def test_each_press_is_one_thing_so_why_is_asked_on_a_screen_of_its_own(checker, pk, verdict, asked):
    first = checker.get(part(pk)).content.decode()
    assert "<textarea" not in first and 'type="file"' not in first
    why = checker.post(f"{part(pk)}?to=end", {"verdict": verdict, "go": "next"}).url
    assert why == f"{part(pk)}?why={verdict}&to=end" and not PartCheck.objects.exists()
    text = checker.get(why).content.decode()
    assert asked in text and "<textarea" in text and "How is this part?" not in text
    empty = checker.post(why, {"words": " ", "go": "next"})
    assert empty.status_code == 400 and flows.NEEDS_WORDS in empty.content.decode()
    assert checker.post(why, {"go": "back"}).url == f"{part(pk)}?to=end"
    assert checker.post(why, {"words": "This is <b>hard</b>.", "go": "back"}).url == f"{part(pk)}?to=end"
    assert PartCheck.objects.get().verdict == verdict  # every button keeps what was said
    assert f'value="{verdict}" checked' in checker.get(part(pk)).content.decode()
    assert "This is &lt;b&gt;hard&lt;/b&gt;." in checker.get(why).content.decode()
    assert checker.post(part(pk), {"verdict": verdict, "go": "stop"}).url == reverse("easyread_checks")
    assert PartCheck.objects.get().words == "This is <b>hard</b>."
    assert checker.post(part(pk), {"go": "next"}).status_code == 400  # nothing was chosen
    assert checker.get(f"{part(pk)}?why=nonsense").status_code == 200


def test_stop_and_come_on_later(checker, pk):
    checker.post(part(pk), {"verdict": "good", "go": "stop"})
    assert "1 part has an answer." in checker.get(reverse("easyread_checks")).content.decode()
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
    mine = reverse("easyread_my_remarks")
    assert mine in checker.get(reverse("easyread_checks")).content.decode()
    for address in (part(EasyReadCheck.objects.latest("pk").pk), mine):
        text = checker.get(address).content.decode()
        assert "You said:" in text and "=HARD()" in text
        assert "We changed it:" in text and "We use another word now." in text
        before, now = text.split("The words before")[1].split("The words now")
        assert "About us" in before and "About all of us" in now
    checker.force_login(pmu)
    editor = checker.get(reverse("wagtailadmin_pages:edit", args=[info.pk])).content.decode()
    assert "The words then" in editor and "The words now" in editor


def test_what_another_checker_said_is_not_called_mine(client, checker, remark, info, pmu):
    flows.answer_remark(remark=remark, by=pmu, changed=False, words="It is our name.")
    flows.send_to_checkers(page=InfoPage.objects.get(pk=info.pk), by=pmu)
    client.force_login(factories.make_user(CHECKER))
    text = client.get(part(EasyReadCheck.objects.latest("pk").pk)).content.decode()
    assert "A checker said:" in text and "You said:" not in text and "The words now" not in text
    assert "You have not told us yet" in client.get(reverse("easyread_my_remarks")).content.decode()


def test_a_checker_starts_with_the_pages_and_others_in_the_admin(client, checker, pmu):
    assert checker.get("/accounts/where-to/").url == reverse("easyread_checks")
    client.force_login(pmu)
    assert client.get("/accounts/where-to/").url == "/admin/"


def test_nobody_elses_thank_you_is_seen(client, checker, remark):
    address = reverse("easyread_check_thanks", args=[remark.page_check_id])
    assert "We will make this page better." in checker.get(address).content.decode()
    client.force_login(factories.make_user(CHECKER))
    assert client.get(address).status_code != 200


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
    mine = reverse("easyread_my_name")
    assert address in checker.get(mine).content.decode()
    assert "It does not say your name." in checker.get(address).content.decode()
    checker.post(address)
    assert label_of(InfoPage.objects.get(pk=info.pk)).name == ""
    assert "No page says your name." in checker.get(mine).content.decode()
    EasyReadCheck.objects.update(may_say_name=True)
    assert reverse("easyread_no_name") in checker.get(mine).content.decode()
    checker.post(reverse("easyread_no_name"))
    assert not EasyReadCheck.objects.filter(may_say_name=True).exists()


LISTS = ["easyread_checks", "easyread_remarks", "easyread_my_time", "easyread_my_name", "easyread_my_remarks"]


@pytest.mark.parametrize("name", [*LISTS, "easyread_pay"])
def test_lists_cost_the_same_for_few_and_many(client, checker, info, pmu, name):
    """F2: staff pages cost 25 queries at most."""
    user = pmu if name in ("easyread_remarks", "easyread_pay") else factories.make_user(CHECKER, first_name="Ann")
    client.force_login(user)
    counts = []
    client.get(reverse(name))  # what every page of the site needs is kept from here on
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
        factories.check_version(info.live_revision, by=user, may_say_name=True)
        page = info.get_parent().add_child(instance=InfoPage(title="Waits", slug=f"waits-{check.pk}", live=False))
        page.save_revision(), flows.send_to_checkers(page=page)


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
