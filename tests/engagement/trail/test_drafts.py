"""A draft: what changed because of whom, what did not and why, what is not known."""

import html
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from easyread.printing.keeping import as_html
from engagement.trail.draft_papers import draft_paper
from tests import factories, pdf
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


OLD = ["You have 1 plan.", "Your worker keeps the plan.", "All can see it."]
NEW = ["You have 1 plan.", "The plan is yours.", "You keep a copy."]


def stream(sentences):
    return json.dumps([{"type": "picture_and_words", "value": {"picture": None, "words": "\n".join(sentences)}}])


def standard(text):
    return json.dumps([{"type": "text", "value": f"<p>{text}</p>"}])


@pytest.fixture
def second(home_page):
    """Draft 2 of a plan, beside a draft 1 that is out."""
    plan = factories.make_proposal()
    made.make_draft(plan, easy_read=stream(OLD), standard=standard("One plan. Kept by the worker."))
    return made.make_draft(plan, 2, easy_read=stream(NEW), standard=standard("One plan. Held by the person."))


def rows_of(page):
    """The rows of the two drafts as text, in their order."""
    rows = re.findall(r'<li class="panel flow[^"]*">(.*?)</li>\s*(?=<li class="panel|</ul>)', page, re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


def test_two_drafts_stand_side_by_side_and_each_sentence_says_what_it_is(client, second):
    forum = factories.make_body("The forum")
    made.make_change(second, before=OLD[1], after=NEW[1], body=forum, reason="It is about you.")
    page = show(client, second)
    first, changed, *rest = rows_of(page)[:4]
    assert first == "The same You have 1 plan."
    assert changed == (
        "Changed Draft 1 Your worker keeps the plan. Draft 2 The plan is yours. Why It is about you. "
        "The forum asked for this."
    )
    assert {row.split(" Draft")[0] for row in rest} == {"Taken out", "New"}
    assert all("We do not know who asked for this." in row for row in rest)
    assert "Draft 1 does not say this." in page and "Draft 2 does not say this." in page
    assert "1 sentence changed. 1 sentence is new. 1 sentence was taken out. 1 sentence is the same." in text_of(page)


def text_of(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_each_change_leads_to_who_is_behind_it(client, second):
    round = factories.make_round(proposal=second.proposal, opens=-60, closes=-5)
    made.publish_heard(round)
    theme = made.make_theme(round, title="My plan is mine")
    change = made.make_change(second, before=OLD[1], after=NEW[1], theme=theme)
    page = show(client, second)
    address = f"{second.proposal.address}{round.slug}/results/#theme-{theme.public_id}"
    assert f'href="{address}"' in page and "People told us about this: My plan is mine" in page
    assert f'id="change-{change.public_id}"' in page
    assert f'id="theme-{theme.public_id}"' in client.get(address).content.decode()


def test_a_theme_that_is_no_longer_public_is_not_told(client, second):
    round = factories.make_round(proposal=second.proposal, opens=-60, closes=-5)
    account = made.publish_heard(round)
    made.make_change(second, before=OLD[1], after=NEW[1], theme=made.make_theme(round, title="Ask Sam Jones"))
    assert "Sam Jones" in show(client, second)
    account.published_at = None
    account.save()
    page = show(client, second)
    assert "Sam Jones" not in page and "People told us about this." in page


def test_a_suggestion_that_was_not_taken_stands_with_its_reason_in_both_ways(client, second):
    made.make_change(
        second, before="", after="Buses are free.", taken=False, reason="They cost too much.", standard="No funding."
    )
    page = show(client, second)
    assert (
        page.index("What did not change, and why") < page.index("Buses are free.") < page.index("They cost too much.")
    )
    assert "Buses are free. (not taken): No funding." in in_standard(client, second)


def in_standard(client, draft):
    """The text of the page of a draft in standard words, reached by the link on its Easy Read page."""
    address = f"{draft.proposal.address}draft-{draft.number}/standard/"
    assert f'href="{address}"' in show(client, draft)
    return text_of(html.unescape(client.get(address).content.decode()))


def test_standard_words_stand_side_by_side_too(client, second):
    page = in_standard(client, second)
    assert "Kept by the worker." in page and "Held by the person." in page and "Draft 1 and draft 2" in page
    assert "Kept by the worker." not in show(client, second)


def test_a_draft_without_standard_words_has_no_page_of_them(client, draft):
    address = f"{draft.proposal.address}draft-2/standard/"
    assert address not in show(client, draft) and client.get(address).status_code == 404


def test_no_change_is_lost_where_its_words_are_in_no_draft(client, second):
    made.make_change(second, before="It was 1.", after="It is 2.", reason="It is better.")
    page = show(client, second)
    assert page.index("What else changed") < page.index("It was 1.") < page.index("It is better.")


def test_without_an_earlier_draft_there_is_nothing_beside_it(client, draft):
    made.make_change(draft)
    page = show(client, draft)
    assert "Draft 1" not in page and "What changed" in page and "We do not know who asked." in page


def test_a_draft_that_people_can_never_have_seen_is_not_compared(client, home_page):
    plan = factories.make_proposal()
    made.make_draft(plan, published_on=factories.today(5), easy_read=stream(OLD))
    page = show(client, made.make_draft(plan, 2, easy_read=stream(NEW)))
    assert OLD[1] not in page and "Draft 1" not in page


def test_words_in_a_draft_are_escaped(client, second):
    made.make_change(second, before="<b>x</b>", after="<script>1</script>", reason="<img src=x>")
    raw = client.get(f"{second.proposal.address}draft-2/").content.decode()
    assert "<script>1" not in raw and "<img src=x>" not in raw


def test_a_draft_of_80_sentences_takes_the_queries_of_one(client, second, settings, django_assert_num_queries):
    settings.PAGE_CACHE_SECONDS = 0
    made.make_change(second, before=OLD[1], after=NEW[1])
    address = f"{second.proposal.address}draft-2/"
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    second.easy_read = stream([*NEW, *(f"Sentence {n} is new." for n in range(80))])
    second.save()
    for number in range(40):
        made.make_change(second, before="", after=f"Sentence {number} is new.")
    with django_assert_num_queries(len(few)):
        client.get(address)
    assert len(few) <= 10


def test_a_draft_is_printed_with_what_changed_and_no_quote(client, second):
    round = factories.make_round(proposal=second.proposal, opens=-60, closes=-5)
    voice = made.make_voice(round, words="Ask me first.", question=round.question_rows.get(kind="words"))
    made.agree_to_show(voice)
    made.read(voice.said)
    quote = made.make_quote(made.make_theme(round, [voice.said]), voice.said)
    made.make_change(second, before=OLD[1], after=NEW[1], quote=quote, reason="It is about you.")
    response = client.get(f"{second.proposal.address}draft-2/easy-read.pdf")
    data = b"".join(response.streaming_content)
    assert not pdf.problems_of(data) and "Ask me first." not in " ".join(pdf.words_of(data).split())
    assert response["Content-Type"] == "application/pdf"
    html = as_html(draft_paper(second, second.proposal.drafts.get(number=1), second.proposal))
    assert "Draft 2: The plan is yours." in html and "It is about you." in html and "Ask me first." not in html
    assert client.get(f"{second.proposal.address}draft-9/easy-read.pdf").status_code == 404
