"""The PMU's screens for reading and sorting: who sees them, what they do, how many queries they take (F2)."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from engagement.heard.flows import make_theme, publish_what_we_heard, read_answer, write_what_we_heard
from engagement.heard.models import Quote, Reading, Theme
from engagement.people.roles import SECRETARY
from engagement.voices.models import Answer, Voice
from tests import factories

pytestmark = pytest.mark.django_db


def make_many(round, question, count):
    """Many voices with words, in few queries."""
    voices = Voice.objects.bulk_create(
        Voice(round=round, draft_key=uuid.uuid4().hex, given_at=timezone.now()) for _ in range(count)
    )
    return Answer.objects.bulk_create(
        Answer(voice=voice, question=question, state="answered", words=f"Words {n}") for n, voice in enumerate(voices)
    )


def test_the_oldest_words_come_first_with_whose_they_are_and_their_age(staff, say):
    say("Second.")
    old = say("First.", provenance="read_back", channel="worker")
    Answer.objects.filter(pk=old.pk).update(given_at=timezone.now() - timedelta(days=12))
    page = staff.get(reverse("reading:queue")).content.decode()
    assert page.index("First.") < page.index("Second.")
    assert "Read back and agreed" in page and "With an advocacy worker" in page and "have waited 12 days" in page


def test_one_press_reads_words_and_goes_back_to_the_queue(staff, say, pmu):
    answer = say()
    gone = staff.post(reverse("reading:may_show", args=[answer.pk]), {"back": "?round=&show="})
    assert gone.status_code == 302 and gone.url.endswith("/admin/heard/?round=&show=")
    assert Reading.objects.get().read_by == pmu
    assert "There is nothing to read here." in staff.get(reverse("reading:queue")).content.decode()


def test_each_press_leads_to_the_answer_that_comes_next(staff, say):
    """A2: 60 words are read one after another; nobody looks for their place again after each."""
    first, second = say("First."), say("Second.")
    page = staff.get(reverse("reading:queue") + "?show=").content.decode()
    assert f'name="back" value="?show=#answer-{second.pk}"' in page and f'id="answer-{second.pk}" tabindex="-1"' in page
    gone = staff.post(reverse("reading:may_show", args=[first.pk]), {"back": f"?show=#answer-{second.pk}"})
    assert gone.url.endswith(f"/admin/heard/?show=#answer-{second.pk}")
    Voice.objects.filter(pk=second.voice_id).update(taken_back_at=timezone.now())
    refused = staff.post(reverse("reading:may_show", args=[second.pk]), {"back": "?show=#answer-1"})
    assert "#" not in refused.url  # at the top, where the refusal stands


def test_a_place_to_go_back_to_is_never_another_site(staff, say):
    gone = staff.post(reverse("reading:may_show", args=[say().pk]), {"back": "https://evil.example/"})
    assert gone.url == reverse("reading:queue")


def test_words_taken_out_without_a_reason_keep_what_was_typed(staff, say):
    address = reverse("reading:read", args=[say("Ask Sam.").pk])
    page = staff.post(address, {"decision": "part", "shown_words": "Ask …", "reason": ""}).content.decode()
    assert "Say why in one sentence." in page and "Ask …" in page and "error-summary" in page
    staff.post(address, {"decision": "part", "shown_words": "Ask …", "reason": "A name."})
    assert Reading.objects.get().shown_words == "Ask …"


def test_words_are_escaped(staff, say):
    say("<script>alert(1)</script>")
    assert "<script>alert(1)" not in staff.get(reverse("reading:queue")).content.decode()


@pytest.mark.parametrize("who", [SECRETARY, None])
def test_others_do_not_read(client, say, roles, who):
    client.force_login(factories.make_user(*([who] if who else [])))
    answer = say("Only for the PMU.")
    for address in (reverse("reading:queue"), reverse("reading:read", args=[answer.pk]), reverse("heard:rounds")):
        assert client.get(address).status_code in (302, 403)
    client.post(reverse("reading:may_show", args=[answer.pk]))
    assert not Reading.objects.exists()


def test_ticked_words_become_a_theme_and_a_quote(staff, closed, say, pmu):
    answers = [say("The bus is late."), say("Buses cost a lot.")]
    for answer in answers:
        read_answer(answer=answer, by=pmu, may_show=True)
    put = {"answers": [answer.pk for answer in answers], "theme": "new", "title": "Buses"}
    staff.post(reverse("heard:put", args=[closed.pk]), put)
    theme = Theme.objects.get()
    assert theme.answers.count() == 2
    page = staff.get(reverse("heard:round", args=[closed.pk])).content.decode()
    assert "People's own words: <strong>2" in page
    staff.post(reverse("heard:theme", args=[theme.pk]), {"title": "Buses", "plain": "Buses are late.", "picture": ""})
    quote = reverse("heard:quote", args=[theme.pk, answers[0].pk])
    refused = staff.post(quote, {"words": "The bus is early."}).content.decode()
    assert "Use the words exactly as the person said them." in refused and "The bus is early." in refused
    staff.post(quote, {"words": "bus is late"})
    assert Quote.objects.get().words == "bus is late"
    assert staff.get(reverse("heard:theme", args=[theme.pk])).status_code == 200
    staff.post(reverse("heard:drop_quote", args=[theme.pk, answers[0].pk]))
    staff.post(reverse("heard:take_out", args=[theme.pk, answers[0].pk]))
    assert not Quote.objects.exists() and theme.answers.count() == 1
    staff.post(reverse("heard:remove_theme", args=[theme.pk]))
    assert not Theme.objects.exists() and Answer.objects.count() == 2


def test_a_refusal_keeps_what_was_ticked_and_typed(staff, closed, say, pmu):
    """Q13: 25 ticks are work. They stay when the theme cannot be made."""
    put, address = {"answers": [say().pk], "theme": "new", "title": "Buses"}, reverse("heard:put", args=[closed.pk])
    assert "Read these words first. Then put them in a theme." in staff.post(address, put).content.decode()
    for pk in (put["answers"][0], say("Buses cost a lot.").pk):
        read_answer(answer=Answer.objects.get(pk=pk), by=pmu, may_show=True)
    page = staff.post(address, put | {"title": ""}).content.decode()
    assert "Give the theme a name." in page and page.count(" checked>") == 1
    assert f'value="{put["answers"][0]}" checked>' in page
    page = staff.post(address, {"theme": "new", "title": "Dear buses"}).content.decode()
    assert "Tick the words first." in page and 'value="Dear buses"' in page and not Theme.objects.exists()
    assert staff.post(f"{address}?show=all&page=1", put).url.endswith(f"/{closed.pk}/?show=all&page=1")


def test_the_account_is_written_published_put_right_and_taken_down(staff, closed, say, pmu):
    answer = say()
    read_answer(answer=answer, by=pmu, may_show=True)
    make_theme(round=closed, by=pmu, title="Buses", plain="Buses are late.", answers=[answer])
    address = reverse("heard:round", args=[closed.pk])
    assert "Write what we heard in Easy Read first." in staff.get(address).content.decode()
    staff.post(reverse("heard:write", args=[closed.pk]), {"plain": "You told us about buses."})
    assert "Publish what we heard" in staff.get(address).content.decode()
    staff.post(reverse("heard:publish", args=[closed.pk]))
    closed.what_we_heard.refresh_from_db()
    assert closed.what_we_heard.published_at
    for name in ("correct", "take_down"):
        page = staff.post(reverse(f"heard:{name}", args=[closed.pk]), {"plain": "New.", "reason": ""})
        assert page.status_code == 200 and "error-summary" in page.content.decode()
    staff.post(reverse("heard:correct", args=[closed.pk]), {"plain": "New.", "reason": "A wrong day."})
    staff.post(reverse("heard:take_down", args=[closed.pk]), {"reason": "A name was in it."})
    page = staff.get(address).content.decode()
    assert "A wrong day." in page and "A name was in it." in page


@pytest.mark.parametrize("count", [10, 300])
def test_lists_take_the_same_few_queries_for_any_number_of_rows(
    staff, closed, question, pmu, django_assert_max_num_queries, count
):
    answers = make_many(closed, question, count)
    with django_assert_max_num_queries(25):
        staff.get(reverse("reading:queue"))
    Reading.objects.bulk_create(Reading(answer=answer, read_by=pmu, may_show=True) for answer in answers)
    theme = make_theme(round=closed, by=pmu, title="Buses", plain="Late.", answers=Answer.objects.all()[: count // 2])
    for address in (
        reverse("reading:queue") + "?show=read",
        reverse("heard:rounds"),
        reverse("heard:round", args=[closed.pk]),
        reverse("heard:round", args=[closed.pk]) + "?show=all",
        reverse("heard:theme", args=[theme.pk]),
        "/admin/",
    ):
        with django_assert_max_num_queries(25):
            assert staff.get(address).status_code == 200


def test_the_first_screen_says_how_many_words_wait(staff, say):
    say()
    assert "Words that nobody has read: <strong>1</strong>" in staff.get("/admin/").content.decode()


def test_all_screens_of_a_published_round_draw(staff, closed, say, pmu):
    answer = say()
    read_answer(answer=answer, by=pmu, may_show=True)
    make_theme(round=closed, by=pmu, title="Buses", plain="Late.", answers=[answer])
    publish_what_we_heard(account=write_what_we_heard(round=closed, by=pmu, plain="Buses."), by=pmu)
    assert "Published on" in staff.get(reverse("heard:round", args=[closed.pk])).content.decode()
