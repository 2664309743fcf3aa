"""A draft: what changed because of whom, what did not and why, what is not known."""

import html
import re

import pytest
from django.utils import timezone

from tests import factories
from tests.engagement.trail import made


@pytest.fixture
def draft(home_page):
    """A draft that is out, of a plan."""
    return made.make_draft(factories.make_proposal(), 2, title="Our words", unknown="We do not know who asked.")


def show(client, draft):
    page = client.get(f"{draft.proposal.address}draft-{draft.number}/")
    return html.unescape(re.sub(r"\s+", " ", page.content.decode()))


def test_a_change_names_who_asked(client, draft):
    made.make_change(draft, body=factories.make_body("The forum"))
    made.make_change(
        draft, theme=made.make_theme(factories.make_round(), title="More time"), taken=False, reason="No money."
    )
    page = show(client, draft)
    assert "The forum asked for this." in page and "It was 1." in page and "It is 2." in page
    assert page.index("What did not change, and why") < page.index("No money.")
    assert "We do not know who asked." in page


def test_a_quote_behind_a_change_follows_its_consent(client, draft):
    round = factories.make_round()
    voice = made.make_voice(round, words="Ask me first.", question=round.question_rows.get(kind="words"))
    quote = made.make_quote(made.make_theme(round, [voice.said]), voice.said)
    made.make_change(draft, quote=quote)
    assert "Ask me first." not in show(client, draft)
    made.read(voice.said)
    consent = made.agree_to_show(voice)
    assert "Ask me first." in show(client, draft)
    consent.withdrawn_at = timezone.now()
    consent.save()
    page = show(client, draft)
    assert "Ask me first." not in page and "We do not show their words." in page


def test_a_draft_that_is_not_out_is_not_there(client, home_page):
    draft = made.make_draft(factories.make_proposal(), published_on=factories.today(1))
    assert client.get(f"{draft.proposal.address}draft-1/").status_code == 404
    assert client.get(f"{draft.proposal.address}draft-7/").status_code == 404


def test_the_plan_leads_to_its_drafts(client, draft):
    made.make_change(draft)
    page = client.get(draft.proposal.address).content.decode()
    assert f"{draft.proposal.address}draft-2/" in page and "1 thing changed." in page
