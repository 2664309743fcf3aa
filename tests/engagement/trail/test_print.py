"""Any round and any outcome on paper, in Easy Read: what stands there, and to whom it is given (D1 to D3, T2, T10)."""

import sys

import pytest
from django.core.files.storage import default_storage
from django.http import HttpResponse
from wagtail import hooks

from easyread.dates import full_date
from easyread.flows import take_down_page
from easyread.printing import answering, keeping
from easyread.rules import check
from engagement.proposals.models import RoundPage
from engagement.trail.outcome_papers import outcome_paper
from engagement.trail.papers import round_paper
from tests import factories, pdf
from tests.engagement.trail import made
from tests.engagement.trail.test_public_words import faults

EXAMPLE = "Example. This did not happen."


def paper_at(client, address):
    """The PDF below the page at `address` (str). Returns bytes."""
    response = client.get(f"{address}easy-read.pdf")
    assert response.status_code == 200 and response["Content-Type"] == "application/pdf"
    return response.getvalue()


def in_order(words, parts):
    place = 0
    for part in parts:
        assert part in words[place:], part
        place = words.index(part, place)


def test_a_round_says_all_that_is_needed_to_answer(client, home_page):
    """T2, T8: what, who from, until when, why, the promise, the questions, who decides, who to ask."""
    plan = factories.make_proposal(
        "Buses",
        summary="We want more buses.",
        why="Many people wait.",
        cost="It costs £5.",
        contact_name="The bus team",
        contact_phone="01632 960 116",
    )
    page = factories.make_round(proposal=plan, title="Tell us about buses")
    data = paper_at(client, page.get_url())
    assert pdf.problems_of(data) == set()
    in_order(
        pdf.words_of(data),
        [
            "Have your say",
            "Tell us about buses",
            f"{plan.asked_by.plain_name} asks you.",
            f"You can answer until {full_date(page.closes_on)}.",
            "There are 5 questions.",
            "We want more buses.",
            "We ask what you think",
            "Your answers help them to decide.",
            "Many people wait.",
            "It costs £5.",
            "Question 1",
            "Do you like the bus?",
            "Yes",
            "No",
            "I am not sure",
            "Question 2",
            "One leads",
            "You can choose 1 or more",
            "Question 5",
            "You can write or say what you think.",
            f"{plan.decided_by.plain_name} will decide.",
            full_date(plan.decide_on),
            "Who you can ask",
            "The bus team",
            "Phone 01632 960 116",
            "On the website",
            "/have-your-say/buses/",
        ],
    )


def test_an_outcome_says_who_decided_what_why_and_what_happens_next(client, home_page):
    round = factories.make_round(opens=-60, closes=-5)
    decision = made.make_decision(round.proposal)
    made.make_reply(decision, made.make_theme(round, title="More buses"), "no", reason="There is no money.")
    made.make_action(decision, -3, what="Find a room.")
    data = paper_at(client, decision.address)
    assert pdf.problems_of(data) == set()
    in_order(
        pdf.words_of(data),
        [
            "What happened",
            decision.title,
            "Who decided",
            decision.meeting.body.plain_name,
            full_date(decision.meeting.held_on),
            "What they decided",
            "The board said yes.",
            "Why",
            "Most people wanted it.",
            "More buses",
            "What you said",
            "People want more time.",
            "What they answer",
            "No, we will not do it.",
            "There is no money.",
            "What happens next",
            "Find a room.",
            "This is late.",
            "On the website",
        ],
    )


def test_the_pages_lead_to_their_papers(client, story):
    for address in (story.open_round.address, story.round.address, story.decision.address):
        assert f'href="{address}easy-read.pdf"' in client.get(address).content.decode()
        paper_at(client, address)


def test_what_is_made_up_says_so_on_every_page(client, home_page):
    page = factories.make_round(proposal=factories.make_proposal(is_example=True))
    assert all(EXAMPLE in text for text in pdf.pages_of(paper_at(client, page.get_url())))


def test_nobodys_own_words_are_kept_on_paper(client, story):
    """P2: a person may take their words back, and no copy may stay."""
    for address in (story.round.address, story.decision.address):
        assert "I say" not in pdf.words_of(paper_at(client, address))


def test_our_own_sentences_on_paper_pass_the_rules(story):
    """W, S, N: what the paper adds is Easy Read."""
    said = []
    for paper in (round_paper(story.open_round), outcome_paper(story.decision)):
        said += paper.words + [sentence for part in paper.parts() for sentence in getattr(part, "words", [])]
    wrong = [(sentence, p.rule) for sentence in said for p in check(sentence) if p.level == "error"]
    assert said and not wrong


def test_only_a_round_that_people_checked_is_called_easy_read(story):
    """6.8: nobody checks outcomes yet, so their paper has no label."""
    assert not round_paper(story.open_round).unchecked
    assert outcome_paper(story.decision).unchecked


def test_a_draft_is_never_printed(client, story):
    """D3: only what everybody can read."""
    take_down_page(page=story.open_round, reason="We wrote a wrong day.", by=factories.make_user(is_superuser=True))
    assert client.get(f"{story.open_round.address}easy-read.pdf").status_code == 410
    hidden = made.make_decision(story.plan, published=False)
    assert client.get(f"{hidden.address}easy-read.pdf").status_code == 404
    assert client.get("/have-your-say/nothing/here/easy-read.pdf").status_code == 404
    assert client.get("/what-happened/nothing/easy-read.pdf").status_code == 404


def test_a_round_that_is_taken_down_leaves_no_paper(client, story):
    page, admin = RoundPage.objects.get(pk=story.open_round.pk), factories.make_user(is_superuser=True)
    take_down_page(page=page, reason="We wrote a wrong day.", by=admin)  # nothing was printed yet
    factories.publish_checked(RoundPage.objects.get(pk=page.pk))
    paper_at(client, story.open_round.address)
    take_down_page(page=page, reason="We wrote a wrong day.", by=admin)
    assert default_storage.listdir(f"print/round-{page.public_id}")[1] == []


def test_a_round_of_its_own_has_a_paper_too(client, home_page):
    """Tell us something: always open, without a plan."""
    page = RoundPage(title="Tell us", kind="tell_us", promise="tell", opens_on=factories.today(-1), live=False)
    home_page.add_child(instance=page)
    page = factories.make_live(page)
    words = pdf.words_of(paper_at(client, page.get_url()))
    assert "Tell us something" in words and "It is always open." in words


def test_words_of_an_unsent_edit_are_not_printed(client, story):
    page = RoundPage.objects.get(pk=story.open_round.pk)
    page.title = "Not out yet"
    page.save_revision()
    assert "Not out yet" not in pdf.words_of(paper_at(client, story.open_round.address))


def test_a_private_page_has_no_public_paper(client, story):
    """S7: what keeps the page back keeps its paper back."""

    def refuse(page, request, args, kwargs):
        return HttpResponse("Not yours", status=403)

    with hooks.register_temporarily("before_serve_page", refuse):
        assert client.get(f"{story.round.address}easy-read.pdf").status_code == 403


def test_a_new_version_takes_the_place_of_the_old_one(client, story):
    """D3: one version is made once."""
    first = paper_at(client, story.round.address)
    assert paper_at(client, story.round.address) == first
    page = RoundPage.objects.get(pk=story.round.pk)
    page.title = "A better title"
    factories.publish_checked(page)
    assert "A better title" in pdf.words_of(paper_at(client, story.round.address))
    assert len(default_storage.listdir(f"print/round-{page.public_id}")[1]) == 1


def test_it_has_a_name_that_people_can_find_again(client, story):
    response = client.get(f"{story.round.address}easy-read.pdf")
    assert response["Content-Disposition"] == 'inline; filename="what-do-you-think-easy-read.pdf"'
    assert not response.cookies


@pytest.mark.parametrize("address", ["round", "decision"])
def test_without_the_system_packages_a_kind_page_says_so(client, story, monkeypatch, address):
    """T: PDFs are off and the site still runs; never a 500."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    address = getattr(story, address).address
    response = client.get(f"{address}easy-read.pdf")
    text = response.content.decode()
    assert response.status_code == 503
    assert "We cannot print this now" in text and f'href="{address}"' in text


def test_a_paper_that_does_not_pass_is_not_given(client, story, monkeypatch):
    """D1: checked before each is published."""

    def refuse(paper, key):
        raise answering.CannotPrint("The PDF breaks a rule.")

    monkeypatch.setattr(answering, "printed", refuse)
    assert client.get(f"{story.round.address}easy-read.pdf").status_code == 503


def test_only_asking_for_it_is_allowed(client, story):
    assert client.post(f"{story.round.address}easy-read.pdf").status_code == 405


def test_a_long_paper_is_on_its_way_and_the_page_says_so(client, story, settings, monkeypatch):
    """D3: above 10 pages in the background; the page works without JavaScript and is kept by nobody."""
    settings.TASKS = settings.TASKS | {"papers": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(keeping, "about_pages", lambda paper: 11)
    for address in (story.round.address, story.decision.address):
        response = client.get(f"{address}easy-read.pdf")
        text = response.content.decode()
        assert response.status_code == 202 and response["Retry-After"] == "30"
        assert "no-store" in response["Cache-Control"] and "We are making this for you" in text
        assert f'href="{address}easy-read.pdf"' in text and f'href="{address}"' in text
        assert faults(text) == [] and "<meta http-equiv" not in text
