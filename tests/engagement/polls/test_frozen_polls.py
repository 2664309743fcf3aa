"""A poll's words, choices and pictures are frozen at its first vote (SEAMS.md, Counting)."""

import pytest

from engagement.polls.flows import freeze
from engagement.polls.models import Poll
from engagement.proposals.models import RoundPage
from engagement.voices import flows
from engagement.voices.flows import Said
from tests.engagement.polls.test_sync_questions import raw, republish, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def poll(open_round):
    return Poll.objects.select_related("question").get(question__round=open_round)


def vote(poll, place=0, **how):
    """One voice with one vote in a poll."""
    choice = poll.question.choices.all()[place]
    return flows.give_voice(round=poll.question.round, said=[Said(poll.question, choices=(choice,))], **how)


def changed(blocks, **values):
    """The blocks with other values for the poll, the second question."""
    blocks[1]["value"] = blocks[1]["value"] | values
    return blocks


def form_errors(page, blocks):
    """What the page's form says about its questions when these blocks are sent."""
    edit = RoundPage.get_edit_handler().get_form_class()
    form = edit(instance=page)
    form.cleaned_data = {"questions": RoundPage._meta.get_field("questions").stream_block.to_python(blocks)}
    form._errors = {}
    from engagement.polls.permissions import refuse_changed_polls

    form.add_error = lambda field, error: form._errors.update({field: error})
    refuse_changed_polls(form)
    return form._errors


def test_the_first_vote_freezes_with_its_copy(poll):
    assert poll.frozen_at is None
    vote(poll)
    poll.refresh_from_db()
    assert poll.frozen["text"] == "Which is better?"
    assert [choice["text"] for choice in poll.frozen["choices"]] == ["One leads", "All together", "I am not sure"]


def test_freezing_twice_keeps_the_first(poll):
    assert freeze(poll=poll)
    copy = Poll.objects.get(pk=poll.pk).frozen_at
    assert not freeze(poll=Poll.objects.get(pk=poll.pk))
    assert Poll.objects.get(pk=poll.pk).frozen_at == copy


def test_a_later_publish_never_changes_it(open_round, poll):
    vote(poll)
    page = republish(open_round, changed(raw(open_round), text="Which is worse?", choices=[], help="Think."))
    question = page.question_rows.get(kind="one")
    assert question.text == "Which is better?" and question.help == ""
    assert texts(question) == ["One leads", "All together", "I am not sure"]
    assert question.poll.frozen_at


def test_it_may_be_moved_and_ended(open_round, poll):
    vote(poll)
    blocks = raw(open_round)
    page = republish(open_round, [blocks[1], blocks[0]])
    assert page.question_rows.asked().first().pk == poll.question_id
    page = republish(page, [blocks[0]])
    assert page.question_rows.get(pk=poll.question_id).ended_at
    assert poll.votes.count() == 1


def test_the_form_refuses_kindly_beside_the_question(open_round, poll):
    vote(poll)
    for values in ({"text": "Other?"}, {"poll": ""}, {"kind": "several"}, {"choices": []}, {"standard_text": "Other"}):
        errors = form_errors(open_round, changed(raw(open_round), **values))
        assert list(errors["questions"].block_errors) == [1], values
        assert "cannot change" in str(errors["questions"].block_errors[1])


def test_the_form_accepts_what_did_not_change(open_round, poll):
    vote(poll)
    assert form_errors(open_round, raw(open_round)) == {}
    assert form_errors(open_round, list(reversed(raw(open_round)))) == {}


def test_before_any_vote_the_form_accepts_all(open_round, poll):
    assert form_errors(open_round, changed(raw(open_round), text="Other?", poll="")) == {}


def test_an_answered_question_keeps_its_kind(open_round):
    question = open_round.question_rows.get(kind="words")
    flows.give_voice(round=open_round, said=[Said(question, words="Hello")])
    blocks = raw(open_round)
    blocks[4]["value"] = blocks[4]["value"] | {"kind": "yes_no"}
    assert list(form_errors(open_round, blocks)["questions"].block_errors) == [4]
    page = republish(open_round, blocks)
    assert page.question_rows.get(pk=question.pk).kind == "words"


def test_django_polls_meanings(poll):
    first = vote(poll)
    second = vote(poll, 1)
    vote(poll, 1, is_group=True, people_present=9, channel="group")
    assert poll.count_choices() == 3
    assert poll.count_total_votes() == 2
    assert sorted(poll.count_by_choice().values()) == [0, 1, 1]
    assert not poll.can_vote(first)
    second = flows.take_back(voice=second)
    assert poll.count_total_votes() == 1
    assert not poll.can_vote(second)


def test_someone_elses_view_does_not_count_in_you_decide(poll):
    vote(poll, provenance="someone_else")
    assert poll.count_total_votes() == 1
    poll.promise = "follow"
    assert poll.count_total_votes() == 0


def test_the_form_in_the_admin_shows_it(open_round, poll, admin_client):
    """The whole way: the edit form is sent with other words for a poll that has votes."""
    vote(poll)
    form = RoundPage.get_edit_handler().get_form_class()(instance=open_round)
    assert hasattr(form, "clean")
    from wagtail.test.utils.form_data import nested_form_data, streamfield

    blocks = [("question", changed_value(b, place)) for place, b in enumerate(open_round.questions)]
    data = nested_form_data(
        {
            "title": open_round.title, "slug": open_round.slug, "kind": open_round.kind, "promise": "ask",
            "opens_on": str(open_round.opens_on), "closes_on": str(open_round.closes_on), "minutes": 10,
            "easy_read": streamfield([]), "standard": streamfield([]),
            "questions": streamfield(blocks) | {f"{i}-id": b.id for i, b in enumerate(open_round.questions)},
        }
    )  # fmt: skip
    response = admin_client.post(f"/admin/pages/{open_round.pk}/edit/", data)
    assert response.status_code == 200
    assert b"People have voted here" in response.content
    assert poll.question.text == "Which is better?"


def changed_value(block, place):
    """The form data of one question, with other words for the second."""
    value = block.value
    choices = {"count": str(len(value["choices"]))}
    for i, item in enumerate(value["choices"].bound_blocks):
        choices |= {f"{i}-deleted": "", f"{i}-order": str(i), f"{i}-id": item.id, f"{i}-type": "item"}
        choices |= {f"{i}-value-text": item.value["text"], f"{i}-value-standard_text": "", f"{i}-value-picture": ""}
    text = "Which is worse?" if place == 1 else value["text"]
    return {"kind": value["kind"], "text": text, "standard_text": "", "help": "", "picture": "", "sensitive": "",
            "poll": value["poll"] or "", "choices": choices}  # fmt: skip
