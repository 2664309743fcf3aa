"""What people said becomes a change of the next draft, or a reason why not; the card shows it when it is out."""

import json

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from easyread.models import Picture
from engagement.people.roles import SECRETARY
from engagement.shaping import flows
from engagement.shaping.comparing import changed
from engagement.shaping.flows.answering import NEEDS_REASON, NOBODY, NOT_READ
from engagement.shaping.gates import reasons_not_to_publish
from engagement.shaping.models import Change, Comment, Draft
from engagement.shaping.places import places_of
from engagement.shaping.replacing import replaced, says
from engagement.shaping.sentences import easy_sentences
from engagement.trail.drafts import changes_in
from tests import factories
from tests.engagement.refusals import refused
from tests.engagement.shaping.shaped import SENTENCES, make_talk, say, stream
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db
AFTER = "The worker stays until you are 25."


@pytest.fixture
def talk(home_page):
    """An open round and the draft that it is about."""
    return make_talk()


def answer(comments, by, **values):
    said = Comment.objects.filter(pk__in=[comment.pk for comment in comments])
    told = {"taken": True, "after": AFTER, "reason": "You told us that 18 is too early."} | values
    return flows.answer_comments(comments=said, by=by, **told)


def test_a_change_begins_the_next_draft_which_says_it(talk, pmu):
    comment = say(*talk, SENTENCES[1])
    change = answer([comment], pmu)
    draft = Draft.objects.get(number=2)
    assert change.draft == draft and change.comment == comment and draft.published_on is None
    assert easy_sentences(draft.easy_read) == [SENTENCES[0], AFTER, SENTENCES[2]]
    assert (change.before, change.after) == (SENTENCES[1], AFTER)
    comment.refresh_from_db()
    assert comment.change == change and reasons_not_to_publish(draft) == []


def test_what_a_person_said_is_a_because_in_public_without_their_words(talk, pmu, client):
    comment = say(*talk, SENTENCES[1], said="Marker words.")
    flows.read_comments(comments=Comment.objects.all(), by=pmu, may_show=True)
    change = answer([comment], pmu)
    flows.publish_draft(draft=Draft.objects.get(number=2), by=pmu)
    address = f"{talk[0].proposal.address}draft-2/"
    page = client.get(address).content.decode()
    assert "A person said: this is hard to understand." in page and str(change.public_id) in page
    assert "Marker words." not in page  # nobody agreed
    made.agree_to_show(comment.voice)
    assert "Marker words." in client.get(address).content.decode()


def test_unread_or_held_words_are_shown_nowhere(talk, pmu):
    comment = say(*talk, SENTENCES[1], said="Marker words.")
    made.agree_to_show(comment.voice)
    flows.read_comments(comments=Comment.objects.all(), by=pmu, may_show=True)
    answer([comment], pmu)
    draft, plan = Draft.objects.get(number=2), talk[0].proposal
    assert changes_in(draft, plan)[0].said_words == "Marker words."
    for values in ({"may_show": False}, {"held_out": True, "may_show": True}):
        Comment.objects.update(**values)
        assert changes_in(draft, plan)[0].said_words == ""


def test_a_suggestion_not_taken_keeps_the_sentence_and_its_reason(talk, pmu, client):
    comment = say(*talk, SENTENCES[2], kind="wrong")
    change = answer([comment], pmu, taken=False, after="", reason="Our office has a ramp.", standard="Step-free.")
    draft = Draft.objects.get(number=2)
    assert easy_sentences(draft.easy_read) == SENTENCES and (change.before, change.after) == ("", "")
    flows.publish_draft(draft=draft, by=pmu)
    page = " ".join(client.get(f"{talk[0].proposal.address}draft-2/").content.decode().split())
    assert page.index("What did not change, and why") < page.index("This sentence") < page.index("Our office has")


def test_many_can_be_behind_one_change_and_each_card_shows_it(talk, pmu):
    comments = [say(*talk, SENTENCES[1]) for _ in range(3)]
    change = answer(comments, pmu)
    assert set(change.comments.all()) == set(comments)


def test_a_sentence_can_be_taken_out(talk, pmu):
    answer([say(*talk, SENTENCES[2])], pmu, after="")
    draft = Draft.objects.get(number=2)
    assert easy_sentences(draft.easy_read) == SENTENCES[:2] and reasons_not_to_publish(draft) == []


def test_two_answers_go_into_the_same_next_draft(talk, pmu):
    answer([say(*talk, SENTENCES[1])], pmu)
    answer([say(*talk, SENTENCES[2])], pmu, after="You choose where we meet.")
    assert Draft.objects.count() == 2 and Change.objects.count() == 2
    assert Draft.objects.get(number=2).versions.count() == 2  # what it said before each is kept


def test_a_picture_is_answered_without_words_of_the_draft(home_page, pmu):
    picture = Picture.objects.create(title="Bus", idea="bus", file="bus.svg", width=72, height=72)
    page, draft = make_talk(picture=picture.pk)
    key = next(place.key for place in places_of(draft.easy_read) if place.is_picture)
    comment = flows.say_about(draft=draft, place=key, round=page, secret="s" * 43, kind="wrong")
    assert comment.is_picture and comment.sentence == SENTENCES[0]
    change = answer([comment], pmu, reason="We chose a new picture.")
    assert (change.before, change.after) == ("", "")
    same = "Somebody asked for another picture beside “You have 1 worker.”. Choose another, or say why not."
    assert reasons_not_to_publish(Draft.objects.get(number=2)) == [same]
    other = Picture.objects.create(title="Car", idea="car", file="car.svg", width=72, height=72)
    second = Draft.objects.get(number=2)
    second.easy_read = stream(SENTENCES, other.pk)
    second.save()
    assert reasons_not_to_publish(Draft.objects.get(number=2)) == []


def test_what_is_missing_is_refused(talk, pmu, roles):
    comment = say(*talk, SENTENCES[1], said="Too fast.")
    with refused(NOT_READ):
        answer([comment], pmu)
    flows.read_comments(comments=Comment.objects.all(), by=pmu, may_show=False)
    with refused(NEEDS_REASON):
        answer([comment], pmu, reason=" ")
    with pytest.raises(ValidationError):
        answer([comment], pmu, after=f"You {'very ' * 30}much ask.")
    with refused(NOBODY):
        answer([], pmu)
    with pytest.raises(PermissionDenied):
        answer([comment], factories.make_user(SECRETARY))
    assert Draft.objects.count() == 1
    answer([comment], pmu)
    with refused(NOBODY):
        answer([comment], pmu)


def test_a_sentence_that_the_next_draft_says_otherwise_is_changed_there(talk, pmu):
    comment = say(*talk, SENTENCES[1])
    made.make_draft(talk[0].proposal, 2, published_on=None, easy_read=stream(["Something else."]))
    with refused("Draft 2 does not say this sentence any more. Write the change in that draft."):
        answer([comment], pmu)


def test_a_change_taken_out_of_the_draft_leaves_the_words_waiting(talk, pmu):
    comment = say(*talk, SENTENCES[1])
    answer([comment], pmu).delete()
    assert list(Comment.objects.waiting()) == [comment]


TEXT = st.sampled_from(["You ask.", "We meet.", "You choose.", "It is free."])


@given(before=st.lists(TEXT, min_size=1, max_size=5), others=st.lists(TEXT, max_size=2), chosen=st.integers(0, 4))
def test_replacing_changes_one_sentence_and_nothing_else(before, others, chosen):
    """Whatever stands around it, the same sentence is another one afterwards, and all the rest stays in its order."""
    sentence = before[chosen % len(before)]
    raw = json.loads(stream(before))
    after = replaced(raw, sentence, others)
    wanted = [line for old in before for line in (others if old == sentence else [old])]
    assert [line for block in after for line in block["value"]["words"].splitlines()] == wanted
    assert says(raw, sentence) and [block["id"] for block in after] in (["b1"], [])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_from_draft_2_on_no_change_is_without_its_because(home_page, pmu, data):
    """Issue 4: whatever people say and the Unit answers, 0 changed sentences without a because when a draft is out."""
    page, draft = make_talk()
    for sentence in data.draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True)):
        taken = data.draw(st.booleans())
        after = data.draw(st.sampled_from(["", AFTER, "You choose."])) if taken else ""
        answer([say(page, draft, sentence)], pmu, taken=taken, after=after)
    second = Draft.objects.get(proposal=page.proposal, number=2)
    if reasons_not_to_publish(second):
        return
    flows.publish_draft(draft=second, by=pmu)
    told = list(second.changes.all())
    named = {line for change in told for line in (*change.before.splitlines(), *change.after.splitlines())}
    for row in changed(easy_sentences(draft.easy_read), easy_sentences(second.easy_read)):
        assert {row.before, row.after} & named
    assert all(change.reason and change.comment_id for change in told)
    assert not Comment.objects.waiting().filter(draft=draft).exists()
