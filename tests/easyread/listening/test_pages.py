"""Going through a page sentence by sentence: what is listed, its state, and the next without a recording (M1, P7)."""

import json

import pytest
from django.urls import reverse

from easyread.listening import flows, page_screens, pages, screens
from easyread.listening.heard_text import sentences_of
from easyread.listening.sentences import fingerprint_of
from easyread.media import waiting
from easyread.media.private import storage
from easyread.models import SpokenSentence
from engagement.people.roles import CHECKER
from home.models import InfoPage
from home.programme.rights import give_rights
from tests import factories
from tests.easyread.media import made

pytestmark = pytest.mark.django_db


def ideas(*texts):
    """Blocks with these words (str each), with keys that stay the same, as JSON."""
    blocks = [
        {"type": "picture_and_words", "id": f"part-{n}", "value": {"picture": None, "words": words}}
        for n, words in enumerate(texts)
    ]
    return json.dumps(blocks)


@pytest.fixture
def page(pmu, home_page):
    """A live page with a title and three sentences, which the PMU may change."""
    give_rights()
    texts = ideas("We meet.\nYou decide.", "Thank you for your help.")
    return home_page.add_child(instance=InfoPage(title="Our buses", slug="our-buses", easy_read=texts))


def keep(by, text="We meet.", **values):
    """A person's recording, kept by the user `by`."""
    values = {"sound": made.sound(name="a.wav"), "agreed_on": factories.today(-1)} | values
    return flows.keep_reading(text=text, by=by, **values)


def record_address(page, text):
    return reverse("readings:sentence", args=[page.pk, fingerprint_of(text)])


def give(client, page, text, **values):
    """Bring in a sound for a sentence as the form does."""
    form = {"sound": made.sound(name="a.wav"), "agreed": "on", "agreed_on": str(factories.today()), **values}
    return client.post(record_address(page, text), form)


def states(page):
    """What is told of each sentence: its text to "heard", "coming", "before" or ""."""
    names = ("heard", "coming", "before")
    return {s.text: next((n for n in names if getattr(s, n)), "") for s in pages.reading_of(page).sentences}


@pytest.fixture
def no_worker_yet(settings):
    """There is a worker, but it did not come to it yet."""
    settings.TASKS = settings.TASKS | {"papers": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>You &amp; I. We meet.</p><p>No stop</p>", ["You & I.", "We meet.", "No stop"]),
        ("<p>An <strong>advocate</strong> helps.</p>", ["An advocate helps."]),
        (
            "<p class=dot-label><svg><title>x</title></svg><span>drivers</span><span>6 pounds</span></p>",
            ["drivers 6 pounds"],
        ),
        ("<li><a href=/x><span>Phone 01632 960 217</span></a></li>", ["Phone 01632 960 217"]),
        ("<p>Read <a href=/x>more</a> here.</p>", ["Read more here."]),
        ("<div aria-hidden=true>a</div><p hidden>b</p><p data-silent>c</p><video>d</video><p>e<br>f</p>", ["ef"]),
        ("<details><summary>Open</summary><div><p>In it.</p></div></details></div></p>", ["Open", "In it."]),
        ("", []),
    ],
)
def test_sentences_are_cut_as_listen_cuts_them_m1(html, said):
    assert sentences_of(html) == said


def test_every_sentence_once_and_in_order(page):
    page.easy_read = ideas("We meet.\nYou decide.", "We meet.")
    assert [(one.number, one.text) for one in pages.sentences_on(page)] == [
        (1, "Our buses"),
        (2, "We meet."),
        (3, "You decide."),
    ]


def test_the_state_of_each_sentence(pmu, page, client):
    """Recorded, changed since, not yet; a recording of words that are gone is shown apart."""
    client.force_login(pmu)
    for text in ("We meet.", "Thank you for your help.", "You decide."):
        assert give(client, page, text, speaker="Ana").status_code == 302
    assert set(states(page).values()) == {"", "heard"}
    page.easy_read = ideas("We meet.", "Thank you for all your help.")
    page.save_revision()
    shown = client.get(reverse("readings:page", args=[page.pk])).content.decode()
    assert states(page) == {"Our buses": "", "We meet.": "heard", "Thank you for all your help.": "before"}
    assert "<strong>1 of 3</strong>" in shown and "This version is not out yet." in shown
    assert "Ana, recorded on" in shown and f"by {pmu}" in shown and shown.count("<audio") == 1
    assert "Changed since the recording" in shown and "“Thank you for your help.”" in shown
    assert shown.index("gone from this page") < shown.index("You decide.")


def test_one_after_the_other_until_a_person_reads_all(pmu, page, client):
    """Next without; the progress; the name stays for the next sentence, but consent is asked each time (P7, Q13)."""
    client.force_login(pmu)
    answer = give(client, page, "Our buses", speaker="Ana")
    assert answer.url == record_address(page, "We meet.")
    text = client.get(answer.url).content.decode()
    assert 'value="Ana"' in text and "Sentence 2 of 4. 1 of 4 have a recording" in text and "checked" not in text
    unasked = give(client, page, "We meet.", agreed="")
    assert "Ask the person first." in unasked.content.decode() and SpokenSentence.objects.count() == 1
    give(client, page, "You decide.")
    assert give(client, page, "Thank you for your help.").url == record_address(page, "We meet.")
    answer = client.post(
        record_address(page, "We meet."),
        {"sound": made.sound(name="a.wav"), "agreed": "on", "agreed_on": str(factories.today())},
        follow=True,
    )
    assert answer.redirect_chain[0][0] == reverse("readings:page", args=[page.pk])
    assert page_screens.ALL_READ in answer.content.decode()
    assert SpokenSentence.objects.filter(page=page.pk).exclude(part="").count() == 4


def test_taking_away_leads_back_to_the_sentence_and_nowhere_else(pmu, page, client):
    client.force_login(pmu)
    back = reverse("readings:page", args=[page.pk]) + "#s2"
    for wanted, led in ((back, back), ("https://example.com/", reverse("readings:index"))):
        assert client.post(reverse("readings:end", args=[keep(pmu).pk]), {"back": wanted}).url == led


def test_what_is_not_on_the_page_is_told_kindly(pmu, page, client):
    client.force_login(pmu)
    answer = client.get(record_address(page, "No such words."), follow=True)
    assert page_screens.GONE in answer.content.decode()
    assert client.get(reverse("readings:page", args=[0])).status_code == 404
    client.force_login(factories.make_user(CHECKER))
    for address in (reverse("readings:pages"), record_address(page, "We meet."), record_address(page, "No.")):
        assert client.get(address).status_code == 302  # Wagtail's kind refusal


def test_pages_are_found_by_name(pmu, page, client):
    client.force_login(pmu)
    keep(pmu, page=page.page_ptr)
    shown = client.get(reverse("readings:pages"), {"q": " our  BUS "}).content.decode()
    assert "Our buses" in shown and "1 recording was made" in shown
    assert "No page has these words" in client.get(reverse("readings:pages"), {"q": "train&x"}).content.decode()


def test_it_costs_the_same_for_many_sentences_f2(pmu, page, client, django_assert_max_num_queries):
    client.force_login(pmu)
    for text in ("Our buses", "We meet."):
        keep(pmu, text=text, page=page.page_ptr)
    page.easy_read = ideas(*("\n".join(f"This is sentence {n} of {m}." for n in range(12)) for m in range(5)))
    page.save_revision().publish()
    for address in (reverse("readings:page", args=[page.pk]), record_address(page, "This is sentence 8 of 2.")):
        with django_assert_max_num_queries(25):
            assert client.get(address).status_code == 200
    shown = client.get(reverse("readings:page", args=[page.pk])).content.decode()
    assert shown.count("Record or upload") == 49 and "Page 1 of 2" in shown


def test_the_questions_of_a_round_cost_no_query_each_f2(roles, django_assert_max_num_queries):
    """The pictures of Yes and No are asked for once."""
    many = [factories.question_block(text=f"Is {n} good?") for n in range(20)]
    page = factories.make_round(questions=many)
    with django_assert_max_num_queries(8):
        found = [one.text for one in pages.reading_of(page).sentences]
    assert "Is 19 good?" in found


def test_the_one_before_is_heard_until_the_new_one_is_ready_f5(
    pmu, page, client, no_worker_yet, django_capture_on_commit_callbacks
):
    """The web process opens no sound: the worker does, and nothing is lost meanwhile."""
    old = keep(pmu)
    waiting.write_anew(old)
    old.refresh_from_db()
    new = keep(pmu, speaker="Ben")
    assert new.waiting and states(page)["We meet."] == "heard"
    assert list(SpokenSentence.objects.to_hear()) == [old]
    client.force_login(pmu)
    for name in ("readings:index", "readings:page"):
        shown = client.get(reverse(name, args=[page.pk] if name.endswith("page") else [])).content.decode()
        assert "We are still preparing it" in shown
    newest = keep(pmu, speaker="Cat")  # in place of the one that waits
    with django_capture_on_commit_callbacks(execute=True):
        waiting.write_anew(newest)
    assert SpokenSentence.objects.get().speaker == "Cat" and not storage().exists(old.file)
    assert SpokenSentence.objects.get().seconds > 0.8


def test_what_cannot_be_opened_is_told_and_the_one_before_stays(pmu, page, client, no_worker_yet):
    old = keep(pmu)
    waiting.write_anew(old)
    new = keep(pmu)
    storage().delete(new.file)
    waiting.write_anew(new)
    assert list(SpokenSentence.objects.to_hear()) == [old]
    client.force_login(pmu)
    assert waiting.GONE in client.get(reverse("readings:page", args=[page.pk])).content.decode()
    again = keep(pmu)
    assert set(SpokenSentence.objects.all()) == {old, again}


def test_staff_are_told_that_it_waits(pmu, page, client, no_worker_yet):
    client.force_login(pmu)
    answer = give(client, page, "We meet.")
    assert screens.WAITS in client.get(answer.url).content.decode()
    assert answer.url == record_address(page, "You decide.")  # what waits is not asked for again
