"""Safeguarding on its screens: nothing is shown before the look is written down, and only to named leads (3.6)."""

import pytest
from django.test import Client
from django.urls import reverse

from engagement.bodies.flows.leads import name_lead
from engagement.voices import flows
from engagement.voices.models import Answer, Concern, WorryWord
from engagement.voices.words_that_worry import is_worrying
from tests import factories
from tests.engagement.voices.support.conftest import tell


def signed_in_as(user):
    client = Client()
    client.force_login(user)
    return client


def screen(concern, name="one"):
    return reverse(f"safeguarding:{name}", args=[concern.public_id])


def test_the_words_are_shown_only_after_the_look_is_written_down(signed_in_lead, concern, words):
    before = signed_in_lead.get(screen(concern)).content.decode()
    assert "He was hit." not in before and words.words not in before
    assert not concern.entries.filter(kind="opened").exists()
    opened = signed_in_lead.post(screen(concern)).content.decode()
    assert "He was hit." in opened and words.words in opened
    assert concern.entries.filter(kind="opened").count() == 1
    signed_in_lead.post(screen(concern))
    assert concern.entries.filter(kind="opened").count() == 2


def test_a_concern_followed_to_its_end(signed_in_lead, concern, words, django_assert_max_num_queries):
    signed_in_lead.post(screen(concern))
    signed_in_lead.post(screen(concern, "done"), {"words": "I phoned.", "to": "The council"})
    refused = signed_in_lead.post(screen(concern, "close"), {"words": "", "outcome": "keep_out"})
    assert "Write why you close this." in refused.content.decode()
    signed_in_lead.post(screen(concern, "close"), {"words": "The council has it.", "outcome": "keep_out"})
    with django_assert_max_num_queries(25):
        page = signed_in_lead.get(reverse("safeguarding:list")).content.decode()
    assert "Closed on" in page and "No concern is open." in page
    assert Answer.objects.get(pk=words.pk).held_out


def test_no_role_and_no_administrator_sees_the_screens(concern, pmu, organisation):
    other = name_lead(by=pmu, email="else@example.org", organisation=factories.make_organisation("Other")).user
    for user in (pmu, factories.make_user(is_superuser=True), factories.make_user("Safeguarding lead")):
        client = signed_in_as(user)
        assert client.get(reverse("safeguarding:list")).status_code in (302, 403)
        assert client.post(screen(concern)).status_code in (302, 403)
    assert signed_in_as(other).post(screen(concern)).status_code == 404
    assert not concern.entries.filter(kind="opened").exists()


def test_the_unit_sees_numbers_and_no_word(pmu, concern, words):
    page = signed_in_as(pmu).get("/admin/").content.decode()
    assert "Nobody looked yet: <strong>1</strong>" in page
    assert "He was hit." not in page and "See the concerns" not in page


def test_a_worker_raises_it_from_a_question_and_loses_no_word(lead, visit, questions, worker):
    client, asked = signed_in_as(worker), len(questions)
    address = reverse("support_question", args=[visit.public_id, asked])
    assert "Then we may have to tell someone who can help." in client.get(address).content.decode()  # before the box
    page = client.post(address, {"go": "worried", "words": "He hits me."})
    assert page.url == reverse("support_worried", args=[visit.public_id]) + f"?question={questions[-1].public_id}"
    assert visit.draft.answers.get(question=questions[-1]).words == "He hits me."
    assert "phone 999" in client.get(page.url).content.decode()
    done = client.post(page.url, {"worry": "He has a bruise."})
    assert "We told our safeguarding lead" in client.get(done.url).content.decode()
    concern = Concern.objects.get()
    assert concern.question == questions[-1] and concern.words[0]["words"] == "He hits me."


def test_another_worker_meets_404(lead, visit, roles):
    from tests.engagement.voices.support.conftest import make_worker

    for organisation in (visit.organisation, factories.make_organisation("Other")):
        client = signed_in_as(make_worker(organisation))
        address = reverse("support_worried", args=[visit.public_id])
        assert client.get(address).status_code == client.post(address).status_code == 404
    assert not Concern.objects.exists()


def test_a_reader_raises_it_from_the_queue(lead, pmu, words):
    client = signed_in_as(pmu)
    address = reverse("reading:worried", args=[words.pk])
    assert words.words in client.get(address).content.decode()
    client.post(address, {"worry": "Please look."})
    assert Concern.objects.get().raised_as == "reader"
    assert words.words not in client.get(reverse("reading:queue")).content.decode()
    assert client.get(reverse("reading:read", args=[words.pk])).status_code == 404
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("text", "worries"),
    [("He hits me", True), ("It HURTS", True), ("end  my life", True), ("I hit on an idea", True),
     ("A white van", False), ("the hitch", False), ("", False), ("I love the bus", False)],
)  # fmt: skip
def test_words_that_worry_are_whole_words(db, text, worries):
    assert is_worrying(text) is worries


def test_words_that_worry_only_order_the_queue(pmu, open_round, worker, organisation, questions, roles):
    """3.6: word flags only ORDER the queue, never close it."""
    said = ["First I like it.", "He hits me.", "Last I like it."]
    for words in said:
        visit = flows.start_visit(round=open_round, by=worker, organisation=organisation)
        flows.save_visit_answer(support=visit, by=worker, question=questions[-1], words=words)
        tell(visit, worker)
        flows.send_visit(support=visit, by=worker)
    page = signed_in_as(pmu).get(reverse("reading:queue")).content.decode()
    assert [page.index(words) for words in (said[1], said[0], said[2])] == sorted(page.index(words) for words in said)
    assert not Answer.objects.filter(held_out=True).exists() and not Concern.objects.exists()


def test_staff_add_a_word_and_what_waits_is_looked_through(pmu, words, worker):
    client = signed_in_as(pmu)
    address = reverse("reading:worry_words")
    client.post(address, {"word": "More   Tim*"})
    words.refresh_from_db()
    assert words.worrying and WorryWord.objects.get().word == "more tim*"
    assert "This is in the list already." in client.post(address, {"word": "more tim*"}).content.decode()
    client.post(reverse("reading:remove_worry_word", args=[WorryWord.objects.get().pk]))
    assert not is_worrying("I want more time.")


def test_naming_a_lead_on_its_screen(pmu):
    client = signed_in_as(pmu)
    address = reverse("safeguarding_leads:list")
    assert "Nobody is a safeguarding lead yet." in client.get(address).content.decode()
    client.post(address, {"name": "Lee Lead", "email": "lee@example.org"})
    assert "lee@example.org" in client.get(address).content.decode()


def test_ten_thousand_concerns_cost_the_same(signed_in_lead, concern, django_assert_max_num_queries):
    """F2: a staff page costs the same for few and many rows."""
    with django_assert_max_num_queries(25) as few:
        signed_in_lead.get(reverse("safeguarding:list"))
    make = {"draft_key": "k", "raised_by": concern.raised_by, "raised_as": "reader"}
    Concern.objects.bulk_create(Concern(**make) for _ in range(300))
    with django_assert_max_num_queries(len(few)):
        signed_in_lead.get(reverse("safeguarding:list"))
