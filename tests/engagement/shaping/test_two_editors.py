"""Two editors on one draft lose nothing: who saves second sees both texts first, and what is written over is kept."""

import html
import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from engagement.people.roles import PMU
from engagement.shaping.flows import keep_version
from engagement.shaping.models import Change, Draft
from engagement.shaping.sentences import easy_sentences
from tests import factories
from tests.engagement.shaping.shaped import stream
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db
TOLD = "Somebody else saved this draft while you were writing."


@pytest.fixture
def draft(home_page):
    """A draft that is not out."""
    return made.make_draft(factories.make_proposal(), published_on=None, easy_read=stream(["One bus.", "It is red."]))


@pytest.fixture
def editors(roles):
    """Two people of the Unit, each in a browser of their own."""
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(factories.make_user(PMU))
    return clients


def seen_by(client, draft):
    """The version that the form of a `client` says it shows (int)."""
    page = client.get(reverse("drafts:edit", args=[draft.pk])).content.decode()
    return int(re.search(r'name="seen_version" value="(\d+)"', page)[1])


def form(draft, seen, sentences, **values):
    block = {"picture": "", "words": "\n".join(sentences)}
    told = {"proposal": draft.proposal_id, "number": draft.number, "title": draft.title, "unknown": "", "approval": ""}
    streams = {"easy_read": streamfield([("picture_and_words", block)]), "standard": streamfield([])}
    return nested_form_data(told | streams | {"changes": inline_formset([]), "seen_version": seen, **values})


def save(client, draft, seen, sentences, **values):
    """Press Save. Returns the response."""
    return client.post(reverse("drafts:edit", args=[draft.pk]), form(draft, seen, sentences, **values))


def text(response):
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split()))


def sentences_of(draft):
    return easy_sentences(Draft.objects.get(pk=draft.pk).easy_read)


def test_who_saves_second_is_refused_and_sees_both_texts(draft, editors):
    first, second = editors
    seen = [seen_by(client, draft) for client in editors]
    assert save(first, draft, seen[0], ["Two buses.", "It is red."]).status_code == 302
    refused = save(second, draft, seen[1], ["One bus.", "It is blue."])
    told = text(refused)
    assert refused.status_code == 200 and TOLD in told and sentences_of(draft) == ["Two buses.", "It is red."]
    assert "Two buses." in told and "It is blue." in refused.content.decode()  # theirs and mine
    assert told.index("They saved") < told.index("You typed") < told.index("Two buses.")


def test_after_looking_at_both_it_can_be_saved_and_the_other_text_stays(draft, editors):
    first, second = editors
    seen = [seen_by(client, draft) for client in editors]
    save(first, draft, seen[0], ["Two buses."])
    refused = save(second, draft, seen[1], ["One bus.", "It is blue."])
    now = int(re.search(r'name="seen_version" value="(\d+)"', refused.content.decode())[1])
    assert save(second, draft, now, ["Two buses.", "It is blue."]).status_code == 302
    assert sentences_of(draft) == ["Two buses.", "It is blue."]
    told = text(second.get(reverse("drafts:versions", args=[draft.pk])))
    assert "Two buses." in told and "One bus." in told and "It is red." in told  # both earlier versions


def test_a_form_that_does_not_say_what_it_saw_is_refused(draft, editors):
    refused = save(editors[0], draft, "", ["Two buses."])
    assert TOLD in text(refused) and sentences_of(draft) == ["One bus.", "It is red."]


def test_changes_that_somebody_else_added_are_seen_too(draft, editors):
    seen = seen_by(editors[0], draft)
    keep_version(draft=draft, by=None)
    made.make_change(draft, before="", after="It is red.", reason="You asked for red.")
    refused = save(editors[0], draft, seen, ["One bus."])
    assert "You asked for red." in text(refused) and Change.objects.count() == 1


def test_in_the_very_same_moment_the_flow_refuses_the_second(draft, pmu):
    keep_version(draft=draft, by=pmu, seen=1)
    with pytest.raises(ValidationError, match="Somebody else saved"):
        keep_version(draft=draft, by=pmu, seen=1)
    assert draft.versions.count() == 1


def test_a_version_keeps_all_that_the_draft_said(draft, pmu):
    made.make_change(draft, before="", after="It is red.", reason="You asked.")
    kept = keep_version(draft=draft, by=pmu)
    assert json.loads(kept.content["easy_read"])[0]["value"]["words"] == "One bus.\nIt is red."
    assert kept.content["changes"][0]["reason"] == "You asked." and kept.number == 1


def test_the_screen_of_versions_takes_few_queries(draft, editors, pmu, django_assert_max_num_queries):
    for _ in range(12):
        keep_version(draft=draft, by=pmu)
    editors[0].get("/admin/")
    with django_assert_max_num_queries(25):
        assert "Version 12" in text(editors[0].get(reverse("drafts:versions", args=[draft.pk])))
