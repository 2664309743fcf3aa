"""The pages of the support workspace: who comes in, the whole way, and every wrong turn."""

import re
import sys
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from engagement.bodies.models import Body, Independence, Worker
from engagement.people.roles import ADVOCACY_WORKER
from engagement.voices import flows
from engagement.voices.models import Answer, Consent, DraftAnswer, Support, Voice, VoiceDraft
from tests import factories
from tests.engagement.voices.conftest import close
from tests.engagement.voices.support.conftest import make_worker, tell
from tests.engagement.voices.test_easy_words import errors_of

pytestmark = pytest.mark.django_db


def link(name, visit, *args):
    return reverse(f"support_{name}", args=[visit.public_id, *args])


def test_who_is_not_signed_in_goes_to_sign_in_and_back(client, home_page):
    assert client.get("/support/").url == "/accounts/login/?next=/support/"


@pytest.mark.parametrize("roles_of_user", [[], [ADVOCACY_WORKER]])
def test_who_has_no_organisation_is_told_kindly(client, home_page, roles, roles_of_user):
    client.force_login(factories.make_user(*roles_of_user))
    page = client.get("/support/")
    assert page.status_code == 403 and not errors_of(page.content.decode())
    assert "We do not know at which organisation you work." in page.content.decode()


def test_who_left_the_organisation_does_not_come_in(signed_in, worker, home_page):
    assert signed_in.get("/support/").status_code == 200
    Worker.objects.filter(user=worker).update(left_on=factories.today())
    assert signed_in.get("/support/").status_code == 403


def test_the_whole_way(signed_in, open_round, worker):
    """Choose a round, read what may be shared, answer, say how, check, send, card."""
    before = reverse("support_before", args=[open_round.pk])
    assert before in signed_in.get("/support/").content.decode()
    page = signed_in.get(before).content.decode()
    assert "Then we may have to tell someone who can help." in page and "Tell the person this first" in page
    assert not VoiceDraft.objects.exists()
    place = signed_in.post(before).url
    visit = Support.objects.get()
    for number in range(1, 6):
        assert place.endswith(f"/{number}/")
        place = answer(signed_in, place).url
    for name, data in STEPS:
        assert place == link("step", visit, name)
        place = signed_in.post(place, data | {"go": "next"}).url
    assert place == link("check", visit)
    page = signed_in.get(place)
    assert (
        "She said more time." in page.content.decode()
        and "I want &lt;b&gt;more&lt;/b&gt; time." in page.content.decode()
    )
    sent = signed_in.post(place, {"secret": page.context["secret"]}, follow=True)
    assert "Print the card now" in sent.content.decode() and "/my-voice/" in sent.context["card"]["link"]
    said = Answer.objects.get(question__kind="words")
    assert (said.words, said.summary) == ("I want <b>more</b> time.", "She said more time.")
    assert set(Consent.objects.values_list("kind", "how")) == {("publish", "said it to a worker")}
    assert Voice.objects.get().about_you.who == ["autistic"]


STEPS = [
    ("whose", {"whose": "read_back"}),
    ("how", {"explained": ["pictures", "signing"], "showed": ["pointed"]}),
    ("person", {"who": ["autistic"], "place": "Thanet"}),
    ("agree", {"publish": "said", "contact": "", "picture": "", "voice": ""}),
]


def answer(client, address, **extra):
    """Answer the question at `address` as its page offers it."""
    page = client.get(address)
    data = {"words": "I want <b>more</b> time.", "summary": "She said more time."}
    if page.context["question"].has_choices:
        data = {"choice": page.context["options"][0]["value"]}
    return client.post(address, data | {"go": "next"} | extra)


def test_the_questions_are_those_of_the_public(signed_in, visit, open_round):
    """The same words in the same order; also in standard words."""
    for number, asked in enumerate(open_round.question_rows.asked().ready_to_show(), start=1):
        page = signed_in.get(link("question", visit, number))
        assert f"Question {number} of 5" in page.content.decode() and page.context["legend"] == asked.text
        words = [option["label"] for option in page.context["options"]]
        assert {choice.text for choice in asked.choices.all()} <= set(words)
    away = signed_in.post(link("question", visit, 1), {"go": "words"}).url
    assert away.endswith("/1/?words=standard") and signed_in.get(away).status_code == 200


def test_what_was_typed_is_kept_whatever_is_pressed(signed_in, visit, questions):
    """A visit's notes are never lost: back, stop, skip and the switch store them too."""
    address = link("question", visit, 5)
    for go in ("next", "back", "stop", "words", "skip"):
        DraftAnswer.objects.all().delete()
        signed_in.post(address, {"go": go, "words": "Exact.", "summary": "Mine."})
        kept = DraftAnswer.objects.get()
        assert (kept.words, kept.summary) == ("Exact.", "Mine."), go
    page = signed_in.get(address).content.decode()
    assert "Exact.</textarea>" in page and "Mine.</textarea>" in page
    signed_in.post(link("step", visit, "how"), {"go": "stop", "explained": ["video"]})
    assert Support.objects.get().explained == ["video"]


def test_a_full_disk_keeps_what_was_typed_in_the_page(signed_in, visit, monkeypatch):
    def full(**kwargs):
        raise OperationalError("database or disk is full")

    question = sys.modules["engagement.voices.support.question"]
    monkeypatch.setattr(question, "save_visit_answer", full)
    page = signed_in.post(link("question", visit, 5), {"go": "next", "words": "Exact.", "summary": "Mine."})
    assert page.status_code == 503 and "Exact.</textarea>" in page.content.decode()
    assert "We could not save." in page.content.decode()


def test_a_visit_goes_on_where_it_stopped(signed_in, visit, questions, worker):
    assert signed_in.get(link("one", visit)).url == link("question", visit, 1)
    flows.save_visit_answer(support=visit, by=worker, question=questions[0], state="skipped")
    assert signed_in.get(link("one", visit)).url == link("question", visit, 2)
    for question in questions[1:]:
        flows.save_visit_answer(support=visit, by=worker, question=question, state="skipped")
    assert signed_in.get(link("one", visit)).url == link("step", visit, "whose")
    tell(visit, worker)
    assert signed_in.get(link("one", visit)).url == link("check", visit)


def test_a_step_asks_for_what_is_missing(signed_in, visit):
    page = signed_in.post(link("step", visit, "whose"), {"go": "next"})
    assert "Choose whose words they are." in page.content.decode()
    assert signed_in.post(link("step", visit, "whose"), {"go": "next", "whose": "observed"}).url.endswith("/more/")
    page = signed_in.post(link("step", visit, "more"), {"go": "next", "seen_by": "Support worker"})
    assert "Say how sure you are." in page.content.decode() and Support.objects.get().seen_by == "Support worker"
    assert signed_in.post(link("step", visit, "more"), {"go": "next", "seen_by": "A", "how_sure": "not"}).url.endswith(
        "/how/"
    )
    page = signed_in.post(link("step", visit, "more"), {"go": "next", "seen_by": "x" * 90})
    assert page.status_code == 200 and page.context["form"].errors


def test_only_a_summary_and_what_was_seen_have_more_to_tell(signed_in, visit, worker):
    assert signed_in.get(link("step", visit, "more")).url == link("step", visit, "how")
    flows.save_whose(support=visit, by=worker, whose="summary")
    assert "Did the person agree with your summary?" in signed_in.get(link("step", visit, "more")).content.decode()
    assert signed_in.get(link("step", visit, "age")).status_code == 404


def test_nobody_is_asked_what_a_person_is_able_to_do(signed_in, ready_visit):
    """3.1: no tick box about capacity; 3.7: no box for a name."""
    pages = [link("step", ready_visit, name) for name, _ in STEPS] + [link("check", ready_visit)]
    for address in pages:
        html = signed_in.get(address).content.decode().lower()
        assert "capacity" not in html and not re.search(r'name="(name|full_name|person)"', html), address


def test_two_workers_never_see_each_others_visits(ready_visit, sent_of_other, other_worker, worker):
    """Of the same organisation too: 404 at every address, and not in the list."""
    for user, theirs in ((other_worker, ready_visit), (worker, sent_of_other)):
        client = Client()
        client.force_login(user)
        question = theirs.round.question_rows.first().public_id
        names = ["one", "clear", "withdraw", "card", "new_card", "check"]
        addresses = [link(name, theirs) for name in names]
        addresses += [link("question", theirs, 1), link("step", theirs, "how"), link("change", theirs, question)]
        for address in addresses:
            assert client.get(address).status_code == 404, address
            assert client.post(address, {"kind": "publish"}).status_code == 404, address
        assert str(theirs.public_id) not in client.get("/support/").content.decode()
    assert Consent.objects.filter(withdrawn_at=None).exists() and VoiceDraft.objects.exists()


@pytest.fixture
def sent_of_other(open_round, organisation, other_worker, questions):
    """A sent visit of the other worker."""
    visit = flows.start_visit(round=open_round, by=other_worker, organisation=organisation)
    flows.save_visit_answer(support=visit, by=other_worker, question=questions[4], words="Words of theirs.")
    tell(visit, other_worker)
    flows.save_agreements(support=visit, by=other_worker, agrees_to={"publish": "said"})
    flows.send_visit(support=visit, by=other_worker)
    visit.refresh_from_db()
    return visit


def test_sending_from_two_presses_shows_one_card(signed_in, ready_visit):
    """R2: both presses of one page lead to the same card."""
    secret = signed_in.get(link("check", ready_visit)).context["secret"]
    links = [
        signed_in.post(link("check", ready_visit), {"secret": secret}, follow=True).context["card"]["link"]
        for _ in range(2)
    ]
    assert links[0] == links[1] and Voice.objects.count() == 1
    assert signed_in.get(links[0]).status_code == 200


def test_the_card_is_there_only_right_after_sending(signed_in, ready_visit, worker):
    """No secret stays on the server: without the browser's cookie there is only a new card."""
    secret = signed_in.get(link("check", ready_visit)).context["secret"]
    signed_in.post(link("check", ready_visit), {"secret": secret})
    cookie = signed_in.cookies["support_card"]
    assert cookie["httponly"] and cookie["path"] == link("card", ready_visit) and cookie["max-age"] == 3600
    assert "Print the card now" in signed_in.get(link("card", ready_visit)).content.decode()
    assert signed_in.post(link("card", ready_visit)).url == "/support/"
    page = signed_in.get(link("card", ready_visit)).content.decode()
    assert "We cannot show this card again" in page and "/my-voice/" not in page


def test_a_new_card_makes_the_old_link_stop(signed_in, ready_visit):
    secret = signed_in.get(link("check", ready_visit)).context["secret"]
    old = signed_in.post(link("check", ready_visit), {"secret": secret}, follow=True).context["card"]
    asked = signed_in.get(link("new_card", ready_visit)).content.decode()
    assert "The link on the old card will not work any more." in asked
    new = signed_in.post(link("new_card", ready_visit), follow=True).context["card"]
    assert new["link"] != old["link"] and new["code"] == old["code"]
    assert signed_in.get(old["link"]).status_code == 404 and signed_in.get(new["link"]).status_code == 200


def test_a_summary_alone_is_refused_beside_the_answers(signed_in, ready_visit, questions, worker):
    flows.save_visit_answer(support=ready_visit, by=worker, question=questions[4], summary="Only mine.")
    page = signed_in.post(link("check", ready_visit), {})
    assert "Type the exact words here." in page.content.decode() and not Voice.objects.exists()


def test_what_is_missing_is_told_before_sending(signed_in, visit, questions, worker):
    flows.save_visit_answer(support=visit, by=worker, question=questions[4], words="Words.")
    page = signed_in.get(link("check", visit)).content.decode()
    assert "Something is missing" in page and "Choose whose words they are." in page
    page = signed_in.post(link("check", visit), {}).content.decode()
    assert 'href="#how"' in page and not Voice.objects.exists()


def test_nothing_answered_is_nothing_to_send(signed_in, visit, worker):
    tell(visit, worker)
    assert "You have not answered a question yet." in signed_in.post(link("check", visit), {}).content.decode()


def test_a_sent_visit_shows_no_vote(signed_in, sent_visit):
    """DESIGN.md 6.9: a vote is never shown, also not to the worker who wrote it down."""
    page = signed_in.get(link("one", sent_visit)).content.decode()
    assert "The person voted here. We never show the vote." in page and "One leads" not in page
    change = link("change", sent_visit, sent_visit.round.question_rows.get(kind="one").public_id)
    assert not re.search(r'name="choice"[^>]* checked', signed_in.get(change).content.decode())


def test_putting_right_and_being_read(signed_in, sent_visit, pmu):
    from engagement.heard.flows import read_answer

    question = sent_visit.round.question_rows.get(kind="words")
    change = link("change", sent_visit, question.public_id)
    assert "I want more time.</textarea>" in signed_in.get(change).content.decode()
    page = signed_in.post(change, {"words": "I need more time.", "summary": "Time."}, follow=True).content.decode()
    assert "We saved your change." in page and "I need more time." in page
    read_answer(answer=Answer.objects.get(question=question, is_current=True), by=pmu, may_show=True)
    page = signed_in.get(link("one", sent_visit)).content.decode()
    assert "Our staff have read this" in page and change not in page
    late = signed_in.post(change, {"words": "Too late."})
    assert late.status_code == 409 and "Too late.</textarea>" in late.content.decode()
    assert "Our staff have read this already." in late.content.decode() and not errors_of(late.content.decode())
    assert signed_in.get(change).url == link("one", sent_visit)
    assert not Answer.objects.filter(words="Too late.").exists()


def test_what_the_person_wrote_alone_is_not_for_the_worker(signed_in, sent_visit, worker):
    """After a change with the card: no answer is shown, none can be put right, and no new card opens them."""
    question = sent_visit.round.question_rows.get(kind="words")
    flows.correct_answer(support=sent_visit, by=worker, question=question, words="Put right by the worker.")
    assert "Put right by the worker." in signed_in.get(link("one", sent_visit)).content.decode()
    flows.change_answer(voice=sent_visit.voice, question=question, words="Written alone.")
    page = signed_in.get(link("one", sent_visit)).content.decode()
    assert "So we do not show you the answers any more." in page and not errors_of(page)
    change = link("change", sent_visit, question.public_id)
    late = signed_in.post(change, {"words": "Over it."}).content.decode()
    assert "The person changed this with the card." in late and "Written alone." not in page + late
    assert signed_in.get(change).url == signed_in.get(link("new_card", sent_visit)).url == link("one", sent_visit)
    with pytest.raises(ValidationError, match="The person changed this"):
        flows.correct_answer(support=sent_visit, by=worker, question=question, words="Over it.")
    assert not Answer.objects.filter(words="Over it.").exists()


def test_a_vote_that_stands_stays_when_words_are_put_right(signed_in, sent_visit):
    question = sent_visit.round.question_rows.get(kind="one")
    signed_in.post(link("change", sent_visit, question.public_id), {"words": "Because."})
    assert Answer.objects.get(question=question, is_current=True).words == "Because."
    assert sent_visit.voice.votes.filter(is_current=True).count() == 1


def test_the_person_agrees_no_longer(signed_in, sent_visit):
    signed_in.post(link("withdraw", sent_visit), {"kind": "publish"})
    assert list(Consent.objects.filter(withdrawn_at=None).values_list("kind", flat=True)) == ["contact"]
    assert signed_in.post(link("withdraw", sent_visit), {"kind": "money"}).url == link("one", sent_visit)


def test_the_card_takes_back_each_agreement(client, sent_visit, worker):
    """3.7: with the card too, each by itself."""
    token = flows.give_new_card(voice=sent_visit.voice, by=worker)
    page = client.get(f"/my-voice/{token}/").content.decode()
    assert "You may contact me" in page and not errors_of(page)
    client.post(f"/my-voice/{token}/", {"no_longer": "contact"})
    assert list(Consent.objects.filter(withdrawn_at=None).values_list("kind", flat=True)) == ["publish"]


def test_taken_back_with_the_card(signed_in, sent_visit):
    flows.take_back(voice=sent_visit.voice)
    for name in ("one", "card", "new_card"):
        page = signed_in.get(link(name, sent_visit), follow=True).content.decode()
        assert "The person took this back" in page and "more time" not in page
    assert "Taken back" in signed_in.get("/support/").content.decode()


def test_clearing_asks_first(signed_in, visit):
    assert "Please be sure" in signed_in.get(link("clear", visit)).content.decode()
    page = signed_in.post(link("clear", visit), follow=True).content.decode()
    assert "This visit is cleared." in page and not Support.objects.exists()


def test_a_closed_round(signed_in, visit, questions, worker):
    """What was written down can still be read, and is not sent."""
    flows.save_visit_answer(support=visit, by=worker, question=questions[4], words="Kept words.")
    close(visit.draft.round)
    VoiceDraft.objects.update(saved_at=timezone.now() - timezone.timedelta(days=2))
    assert "Kept words." in signed_in.get(link("one", visit)).content.decode()
    page = signed_in.post(link("question", visit, 5), {"words": "New words.", "go": "next"}).content.decode()
    assert "You cannot send this any more" in page and "New words.</textarea>" in page and not errors_of(page)
    assert "It closed before you sent this" in signed_in.get("/support/").content.decode()
    assert signed_in.get(reverse("support_before", args=[visit.draft.round_id])).status_code == 404


def test_words_typed_after_sending_in_another_tab_stand_there(signed_in, sent_visit):
    page = signed_in.post(link("question", sent_visit, 5), {"go": "next", "words": "Typed.", "summary": "Mine."})
    assert page.status_code == 409 and "Typed.</textarea>" in page.content.decode()
    assert signed_in.get(link("question", sent_visit, 5)).url == link("one", sent_visit)


def test_words_typed_after_being_signed_out_stand_there(client, visit):
    """6.1: nothing that was noted is lost by going to sign in."""
    page = client.post(link("question", visit, 5), {"go": "next", "words": "Typed.", "summary": "Mine."})
    html = page.content.decode()
    assert page.status_code == 401 and "Typed.</textarea>" in html and "Mine.</textarea>" in html
    assert f"/accounts/login/?next={link('question', visit, 5)}" in html and not errors_of(html)
    assert client.post(link("question", visit, 5), {"go": "next"}).url.startswith("/accounts/login/")
    assert not DraftAnswer.objects.exists()


def test_a_question_taken_out_meanwhile(signed_in, visit, questions):
    type(questions[0]).objects.filter(pk=questions[0].pk).update(ended_at=timezone.now())
    assert "All other answers are safe." in signed_in.get(link("question", visit, 1)).content.decode()


def test_addresses_that_are_nothing(signed_in, visit):
    assert signed_in.get(reverse("support_one", args=[uuid.uuid4()])).status_code == 404
    assert signed_in.get(link("question", visit, 6)).status_code == 404


def test_a_worker_whose_organisation_is_not_independent_is_warned(signed_in, open_round, organisation):
    """3.3: a provider's staff who enter about their own service."""
    before = reverse("support_before", args=[open_round.pk])
    assert "Nobody has written it down." in signed_in.get(before).content.decode()
    Independence.objects.create(organisation=organisation, body=open_round.proposal.asked_by, kind="provider")
    page = signed_in.get(before).content.decode()
    assert "Are you the right person to help?" in page and "Speak Up gives services for a group" in page
    signed_in.post(before)
    assert Support.objects.get().stands == "provider"


def test_a_worker_of_two_organisations_says_for_which(open_round, organisation, roles):
    second = Body.objects.create(
        name="Talk Out", plain_name="Talk Out", slug="talk-out", kind="organisation", plain="They help."
    )
    user = make_worker(organisation)
    Worker.objects.create(organisation=second, user=user)
    client, before = Client(), reverse("support_before", args=[open_round.pk])
    client.force_login(user)
    assert "Choose your organisation." in client.post(before).content.decode()
    client.post(before, {"organisation": str(second.public_id)})
    assert Support.objects.get().organisation == second


def test_a_worker_needs_no_admin(signed_in, home_page):
    assert signed_in.get("/admin/").status_code in (302, 403)
    assert signed_in.get("/accounts/where-to/").url == "/support/"


def test_no_page_is_kept_and_none_is_asked_without_a_worker(signed_in, sent_visit):
    for address in ("/support/", link("one", sent_visit), link("card", sent_visit)):
        assert "no-store" in signed_in.get(address)["Cache-Control"]


def test_the_list_asks_as_often_for_many_as_for_few(
    signed_in, open_round, worker, organisation, django_assert_max_num_queries
):
    """F2: at most 25 queries, the same for 10 visits and for 10,000; and a page of them at a time."""
    signed_in.get("/support/")  # the first request of a session writes more
    asked = []
    for first, last in ((0, 10), (10, 10_000)):
        made = (VoiceDraft(key=f"{n:064x}", round=open_round) for n in range(first, last))
        drafts = VoiceDraft.objects.bulk_create(made, batch_size=1000)
        Support.objects.bulk_create(
            (Support(by=worker, organisation=organisation, draft=draft) for draft in drafts), batch_size=1000
        )
        with django_assert_max_num_queries(25) as queries:
            page = signed_in.get("/support/")
        asked.append(len(queries))
    assert asked[0] == asked[1] and len(page.context["page"]) == 20


def test_each_page_asks_a_fixed_number_of_times(signed_in, ready_visit, django_assert_max_num_queries):
    signed_in.get("/support/")
    for address in (link("question", ready_visit, 2), link("step", ready_visit, "how"), link("check", ready_visit)):
        with django_assert_max_num_queries(18):
            signed_in.get(address)


def test_every_page_is_easy_read(signed_in, open_round, organisation, ready_visit, worker, pmu):
    from engagement.heard.flows import read_answer

    Independence.objects.create(organisation=organisation, body=open_round.proposal.asked_by, kind="commissioned")
    pages = [signed_in.get("/support/"), signed_in.get(reverse("support_before", args=[open_round.pk]))]
    pages += [signed_in.get(link("question", ready_visit, n)) for n in range(1, 6)]
    pages += [signed_in.post(link("question", ready_visit, 5), {"go": "next"})]
    flows.save_whose(support=ready_visit, by=worker, whose="observed")
    steps = ("whose", "more", "how", "person", "agree")
    pages += [signed_in.get(link("step", ready_visit, name)) for name in steps]
    pages += [signed_in.post(link("step", ready_visit, "more"), {"go": "next"})]
    pages += [signed_in.get(link(name, ready_visit)) for name in ("clear", "check")]
    pages += [signed_in.post(link("check", ready_visit), {})]
    flows.save_whose(support=ready_visit, by=worker, whose="own_words")
    flows.save_agreements(support=ready_visit, by=worker, agrees_to={"picture": "pointed"})
    pages += [signed_in.post(link("check", ready_visit), {}, follow=True)]
    names = ("one", "card", "new_card")
    pages += [signed_in.get(link(name, ready_visit)) for name in names]
    signed_in.post(link("card", ready_visit))
    question = open_round.question_rows.get(kind="one").public_id
    pages += [signed_in.get(link("card", ready_visit)), signed_in.get(link("change", ready_visit, question))]
    pages += [signed_in.get("/support/?said=cleared")]
    read_answer(answer=Answer.objects.get(question__kind="words"), by=pmu, may_show=True)
    pages += [signed_in.get(link("one", ready_visit)), signed_in.get("/support/")]
    for page in pages:
        html = page.content.decode()
        assert page.status_code in (200, 400, 503) and not errors_of(html), page.request["PATH_INFO"]
