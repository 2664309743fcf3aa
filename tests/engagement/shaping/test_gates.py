"""No sentence of a later draft changes with nobody behind it, and no change names words that are in no draft."""

import json

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from engagement.shaping.flows import publish_draft
from engagement.shaping.gates import reasons_not_to_publish
from engagement.shaping.models import Draft
from tests import factories
from tests.engagement.refusals import hard_words, refused
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db
FIRST = ["You have 1 worker.", "The worker stays until you are 18.", "We meet at our office."]
SECOND = ["You have 1 worker.", "The worker stays until you are 25.", "You keep a copy."]
CHANGED = {"before": FIRST[1], "after": SECOND[1]}
TAKEN_OUT = {"before": FIRST[2], "after": ""}
NEW = {"before": "", "after": SECOND[2]}
NOBODY = [
    "This changed. Say because of whom: “The worker stays until you are 25.”",
    "This is new. Say because of whom: “You keep a copy.”",
    "This was taken out. Say because of whom: “We meet at our office.”",
]


def stream(sentences):
    return json.dumps([{"type": "picture_and_words", "value": {"picture": None, "words": "\n".join(sentences)}}])


@pytest.fixture
def plan(home_page):
    """A plan whose first draft is out."""
    plan = factories.make_proposal()
    made.make_draft(plan, easy_read=stream(FIRST))
    return plan


@pytest.fixture
def second(plan):
    """The second draft, in which nobody is behind anything yet."""
    return made.make_draft(plan, 2, published_on=None, easy_read=stream(SECOND))


def reasons(draft):
    return reasons_not_to_publish(Draft.objects.get(pk=draft.pk))


def test_each_sentence_that_changed_is_told_with_its_own_sentence(second):
    assert sorted(reasons(second)) == sorted(
        ["Say what changed in this draft and because of whom. Or say what we do not know.", *NOBODY]
    )
    assert hard_words(reasons(second)) == []


def test_with_somebody_behind_each_it_is_published(second, pmu):
    for names in (CHANGED, TAKEN_OUT):
        made.make_change(second, **names)
    with refused(NOBODY[1]):
        publish_draft(draft=second, by=pmu)
    made.make_change(second, **NEW)
    assert publish_draft(draft=Draft.objects.get(pk=second.pk), by=pmu).published_on


def test_a_change_may_name_several_sentences_one_a_line(second):
    made.make_change(
        second, before="\n".join(FIRST[1:]), after="  The worker stays  until you are 25.\nYou keep a copy.\n"
    )
    assert reasons(second) == []


def test_the_sentence_that_went_needs_somebody_too(second):
    made.make_change(second, before="", after=SECOND[1])
    made.make_change(second, **TAKEN_OUT)
    made.make_change(second, **NEW)
    assert reasons(second) == ["This was taken out. Say because of whom: “The worker stays until you are 18.”"]


def test_a_suggestion_that_was_not_taken_is_behind_nothing(second):
    for names in (CHANGED, TAKEN_OUT):
        made.make_change(second, **names)
    made.make_change(second, taken=False, **NEW)
    assert reasons(second) == [NOBODY[1]]


def test_what_is_not_known_may_be_said_instead(second):
    """As the west Kent paper: who asked for what is not known, and nobody is made up."""
    second.unknown = "The paper does not say who asked for what."
    second.save()
    assert reasons(second) == []


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ({"before": "Buses are free.", "after": SECOND[1]}, "words that are not in draft 1: “Buses are free.”"),
        ({"before": FIRST[1], "after": "Buses are free."}, "words that are not in this draft: “Buses are free.”"),
    ],
)
def test_a_change_names_words_that_are_there(second, pmu, names, sentence):
    second.unknown = "We do not know the rest."
    second.save()
    made.make_change(second, **names)
    with refused(sentence):
        publish_draft(draft=second, by=pmu)


def test_a_suggestion_that_was_not_taken_is_in_no_draft(second):
    second.unknown = "We do not know the rest."
    second.save()
    made.make_change(second, taken=False, before="", after="Buses are free.")
    assert reasons(second) == []


def test_without_an_earlier_draft_that_people_saw_nothing_is_compared(home_page):
    """Draft 3 of the west Kent paper is all there is."""
    third = made.make_draft(factories.make_proposal(), 3, published_on=None, easy_read=stream(SECOND))
    made.make_change(third)
    assert reasons(third) == []


def test_the_draft_before_is_the_newest_one_that_people_saw(plan, second):
    third = made.make_draft(plan, 3, published_on=None, easy_read=stream(SECOND), unknown="x")
    made.make_change(third, before=FIRST[1], after=SECOND[1])
    assert reasons(third) == []
    Draft.objects.filter(pk=second.pk).update(published_on=factories.today())
    assert reasons(third) == ["A change has words that are not in draft 2: “The worker stays until you are 18.”"]


def form_of(draft, changes, sentences):
    rows = [
        {"id": "", "taken": "on", "theme": "", "quote": "", "body": "", "standard": "", "reason": "You asked."} | change
        for change in changes
    ]
    words = {"picture": "", "words": "\n".join(sentences)}
    values = {"proposal": draft.proposal_id, "number": draft.number, "title": "Draft 2", "unknown": ""}
    values |= {"seen_version": draft.version, "approval": "", "approved_by": ""}
    return nested_form_data(
        values
        | {
            "easy_read": streamfield([("picture_and_words", words)]),
            "standard": streamfield([]),
            "changes": inline_formset(rows),
        }
    )


def test_a_draft_that_is_out_cannot_be_edited_past_the_gate(client, pmu, second):
    Draft.objects.filter(pk=second.pk).update(published_on=factories.today())
    client.force_login(pmu)
    address, body = reverse("drafts:edit", args=[second.pk]), factories.make_body()
    behind = [names | {"body": body.pk} for names in (CHANGED, TAKEN_OUT, NEW)]
    page = client.post(address, form_of(second, behind, [*SECOND, "Buses are free."])).content.decode()
    assert "This is new. Say because of whom: “Buses are free.”" in page
    assert "Buses" not in str(Draft.objects.get(pk=second.pk).easy_read)
    assert client.post(address, form_of(second, behind, SECOND)).status_code == 302
    assert second.changes.count() == 3


def test_a_change_of_no_words_is_refused(client, pmu, second):
    client.force_login(pmu)
    empty = {"before": " ", "after": "", "body": factories.make_body().pk}
    page = client.post(reverse("drafts:edit", args=[second.pk]), form_of(second, [empty], SECOND)).content.decode()
    assert "Say what changed: before, after or both." in page


def test_the_screen_lists_what_has_nobody_behind_it_yet(client, pmu, second):
    client.force_login(pmu)
    address = reverse("drafts:edit", args=[second.pk])
    page = client.get(address).content.decode()
    assert "What changed since draft 1" in page and all(sentence in page for sentence in NOBODY)
    for names in (CHANGED, TAKEN_OUT, NEW):
        made.make_change(second, **names)
    page = client.get(address).content.decode()
    assert "Somebody is named for each sentence that changed." in page and NOBODY[0] not in page
