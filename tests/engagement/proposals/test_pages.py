"""Plans and rounds in Easy Read and in standard words: what each page tells, before, during and after (T8, Q8, Q11)."""

import html
import json
import re

import pytest
from django.core.exceptions import ValidationError

from engagement.proposals.models import ProposalPage, RoundPage
from tests import factories


def show(client, address):
    return html.unescape(re.sub(r"\s+", " ", client.get(address).content.decode()))


def test_plans_stand_under_open_coming_and_past(client, home_page):
    names = {"Open plan": (-10, 80), "Coming plan": (5, 80), "Past plan": (-60, -5)}
    for name, (opens, closes) in names.items():
        factories.make_round(proposal=factories.make_proposal(name), opens=opens, closes=closes)
    factories.make_proposal("Plan without rounds")
    page = show(client, "/have-your-say/")
    places = [
        page.index(words) for words in ("Open now</h2>", "Open plan", "Coming soon</h2>", "Coming plan", "Closed</h2>")
    ]
    assert places == sorted(places) and page.index("Past plan") > places[-1]
    assert page.index("Coming soon</h2>") < page.index("Plan without rounds") < page.index("Closed</h2>")


def test_a_plan_tells_enough_to_decide(client, home_page):
    plan = factories.make_proposal(
        why="It helps.",
        other_choices="We could wait.",
        bad_points="It is slow.",
        cost="It costs 2 pounds.",
        legal_duty="The law says so.",
        contact_phone="01632 960 111",
        contact_name="The plan team",
    )
    page = show(client, plan.address)
    for words in (
        "It helps.",
        "We could wait.",
        "It is slow.",
        "It costs 2 pounds.",
        "The law says so.",
        "The plan team",
    ):
        assert words in page
    assert 'href="tel:01632960111"' in page
    assert plan.asked_by.address in page and plan.decided_by.address in page


def test_a_round_states_its_promise_first_and_its_dates_in_full(client, home_page):
    round = factories.make_round(promise="together", minutes=7)
    page = show(client, round.address)
    assert page.index("We make it together") < page.index("You can answer until")
    assert f"{round.closes_on:%A} {round.closes_on.day} {round.closes_on:%B %Y}" in page
    assert "There are 5 questions." in page and "It takes about 7 minutes." in page


def test_a_promise_in_its_own_words_does_not_say_its_name_twice(client, home_page):
    round = factories.make_round(promise="ask", promise_words="We ask what you think.\nThe board must read it.")
    page = show(client, round.address)
    assert "The board must read it." in page and "<p>We ask what you think.</p>" not in page


def test_what_partners_said_stands_before_the_questions(client, home_page):
    page = show(client, factories.make_round(partners_said="Some partners want 1 leader.").address)
    assert page.index("You can answer until") < page.index("Some partners want 1 leader.") < page.index("Question 1")


def test_all_questions_can_be_seen_first_with_their_choices(client, open_round):
    page = show(client, open_round.address)
    for question in open_round.question_rows.asked():
        assert question.text in page
    assert "One leads" in page and "All together" in page and "I am not sure" in page


@pytest.mark.parametrize(
    ("opens", "closes", "answers", "results"), [(5, 80, False, False), (-10, 80, True, False), (-60, -5, False, True)]
)
def test_before_during_and_after(client, home_page, opens, closes, answers, results):
    round = factories.make_round(opens=opens, closes=closes)
    for page in (show(client, round.address), show(client, round.standard_address)):
        assert (f'href="{round.address}answer/"' in page) is answers
        assert (f'href="{round.address}results/"' in page) is results


def test_the_standard_version_and_the_way_back(client, home_page):
    standard = json.dumps([{"type": "text", "value": "<p>The full <b>text</b>.</p>"}])
    block = factories.question_block(standard_text="Do you concur?")
    round = factories.make_round(standard=standard, questions=[block])
    page = show(client, round.standard_address)
    assert "The full <b>text</b>." in page and "Do you concur?" in page
    assert f'href="{round.address}"' in page
    assert f'href="{round.standard_address}"' in show(client, round.address)


def test_a_page_that_is_not_live_has_no_standard_version(client, open_round):
    RoundPage.objects.filter(pk=open_round.pk).update(live=False)
    assert client.get(open_round.standard_address).status_code == 404
    assert client.get("/have-your-say/standard/").status_code == 404


def test_a_private_page_stays_private_in_all_its_versions(client, open_round):
    open_round.get_parent().view_restrictions.create(restriction_type="login")
    for address in (open_round.address, open_round.standard_address, f"{open_round.address}results/"):
        response = client.get(address)
        assert response.status_code == 302 and "/accounts/login/" in response.url


@pytest.mark.parametrize("slug", ["standard", "answer", "results", "map", "easy-read", "paper-form", "draft-2"])
def test_reserved_addresses_are_refused_kindly(home_page, slug):
    plan = factories.make_proposal()
    with pytest.raises(ValidationError) as refused:
        plan.add_child(instance=RoundPage(title="A", slug=slug, promise="ask", opens_on=factories.today()))
    assert "slug" in refused.value.message_dict
    plan.slug = slug
    with pytest.raises(ValidationError):
        plan.clean()


def test_an_example_says_so_on_every_page_and_card(client, home_page):
    round = factories.make_round(proposal=factories.make_proposal(is_example=True))
    plan = round.proposal
    for address in ("/", "/have-your-say/", plan.address, plan.standard_address, round.address, round.standard_address):
        assert "Example. This did not happen." in show(client, address), address


@pytest.mark.parametrize("mode", ["", "standard"])
def test_a_preview_shows_what_is_being_written(rf, home_page, mode):
    round = factories.make_round()
    written = [factories.question_block("yes_no", "Is this new?")]
    round.questions = RoundPage._meta.get_field("questions").to_python(json.dumps(written))
    round.easy_read = [("picture_and_words", {"words": "Not saved yet.", "picture": None})]
    response = round.make_preview_request(preview_mode=mode)
    page = response.rendered_content if hasattr(response, "rendered_content") else response.content.decode()
    assert "Is this new?" in page
    assert ("Not saved yet." in page) is (mode == "")


def test_a_plan_that_was_never_saved_can_be_previewed(home_page):
    parent = factories.make_proposal().get_parent().specific
    plan = ProposalPage(
        title="New", slug="new", summary="It is new.", asked_by=factories.make_body(), decided_by=factories.make_body()
    )
    plan.path, plan.depth = parent.path + "0009", parent.depth + 1
    plan.set_url_path(parent)
    assert plan.make_preview_request().status_code == 200


def test_a_round_that_stands_by_itself_is_always_open(client, home_page):
    round = RoundPage(
        title="Tell us something",
        slug="tell-us",
        kind="tell_us",
        promise="ask",
        opens_on=factories.today(-9),
        live=False,
        questions=json.dumps([factories.question_block("words", "What do you want to tell us?")]),
    )
    home_page.add_child(instance=round)
    factories.make_live(round)
    page = show(client, "/tell-us/")
    assert "It is always open." in page and 'href="/tell-us/answer/"' in page
    assert client.get("/tell-us/standard/").status_code == 200
    assert "So we do not count it here." in show(client, "/tell-us/results/")
