"""A word about one sentence: kept with the sentence, once, with the person's voice and card; nothing shown unread."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from engagement.people.roles import SECRETARY
from engagement.shaping import flows
from engagement.shaping.flows.commenting import GONE, NEEDS_WORDS, NEWER, NO_KIND, NOT_HERE, TOO_MANY
from engagement.shaping.models import Comment
from engagement.voices.flows import save_answer, send_voice, start_draft, take_back
from engagement.voices.keys import link_token_of, new_secret
from engagement.voices.models import Voice
from engagement.voices.permissions import CLOSED, TAKEN_BACK
from tests import factories
from tests.engagement.refusals import refused
from tests.engagement.shaping.shaped import SENTENCES, make_talk, place_of, say
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk(home_page):
    """An open round and the draft that it is about."""
    return make_talk()


def test_it_keeps_the_sentence_and_makes_a_voice_with_a_card(talk):
    comment = say(*talk, SENTENCES[1], kind="wrong", said="Until 25.", secret="s" * 43)
    comment.refresh_from_db()
    assert (comment.sentence, comment.kind, comment.words) == (SENTENCES[1], "wrong", "Until 25.")
    assert comment.voice.card.link_key and comment.voice.round == talk[0] and comment.read_at is None
    assert link_token_of("s" * 43)  # the card opens with the link made of the same secret


def test_the_sentence_stays_as_it_was_when_the_draft_is_put_right(talk):
    comment = say(*talk)
    talk[1].easy_read = "[]"
    talk[1].save()
    comment.refresh_from_db()
    assert comment.sentence == SENTENCES[0]


def test_pressing_twice_is_one_word_and_one_voice(talk):
    secret = new_secret()
    first, again = (say(*talk, secret=secret) for _ in range(2))
    assert first == again and Voice.objects.count() == 1
    other = say(*talk, SENTENCES[1], secret=secret)
    assert other.voice == first.voice and Comment.objects.count() == 2


def test_other_words_later_are_a_new_row_and_the_old_one_stays(talk):
    secret = new_secret()
    old = say(*talk, said="Too fast.", secret=secret)
    new = say(*talk, said="Too many words.", secret=secret)
    assert say(*talk, secret=secret) == new  # pressed without words: what was said stands
    old.refresh_from_db()
    assert (old.words, old.is_current, new.is_current) == ("Too fast.", False, True)
    assert list(Comment.objects.standing()) == [new]


def test_people_who_answered_add_to_the_same_voice(talk):
    page, draft = talk
    secret = new_secret()
    question = page.question_rows.get(kind="words")
    started, _ = start_draft(round=page, secret=secret)
    save_answer(draft=started, question=question, words="More time.")
    sent = send_voice(secret=secret)
    assert say(page, draft, secret=secret).voice == sent and Voice.objects.count() == 1


def test_answers_sent_after_a_comment_join_its_voice_and_card(talk):
    page, draft = talk
    secret = new_secret()
    question = page.question_rows.get(kind="words")
    started, _ = start_draft(round=page, secret=secret)
    save_answer(draft=started, question=question, words="More time.")
    comment = say(page, draft, secret=secret)
    code = comment.voice.card.code
    sent = send_voice(secret=secret)
    assert sent == comment.voice and sent.card.code == code
    assert sent.answers.get().words == "More time." and send_voice(secret=secret) == sent


def test_what_cannot_be_said_is_told_kindly(talk):
    page, draft = talk
    given = {"draft": draft, "place": place_of(draft, SENTENCES[0]), "round": page, "secret": new_secret()}
    with refused(NEEDS_WORDS):
        flows.say_about(**given, kind="say", words=" ")
    with refused(NO_KIND):
        flows.say_about(**given, kind="like")
    with refused(GONE):
        flows.say_about(**given | {"place": "0" * 12}, kind="hard")
    with refused(NOT_HERE):
        flows.say_about(**given | {"round": factories.make_round(proposal=page.proposal)}, kind="hard")
    with refused(NOT_HERE):
        flows.say_about(**given | {"round": factories.make_round(kind="make_together")}, kind="hard")
    made.make_draft(page.proposal, 2)
    with refused(NEWER):
        flows.say_about(**given, kind="hard")
    assert not Comment.objects.exists() and not Voice.objects.exists()


def test_a_closed_round_takes_nothing(home_page):
    page, draft = make_talk(opens=-50, closes=-2)
    with refused(CLOSED):
        say(page, draft)


def test_one_voice_cannot_fill_a_draft(talk, monkeypatch):
    monkeypatch.setattr("engagement.shaping.flows.commenting.MOST_COMMENTS", 2)
    secret = new_secret()
    for sentence in SENTENCES[:2]:
        say(*talk, sentence, secret=secret)
    with refused(TOO_MANY):
        say(*talk, SENTENCES[2], secret=secret)
    assert say(*talk, SENTENCES[0], secret=secret)  # the same again is no new row


def test_taking_back_erases_the_words_and_the_card_takes_no_more(talk):
    secret = new_secret()
    comment = say(*talk, kind="say", said="Marker words.", secret=secret)
    take_back(voice=comment.voice)
    comment.refresh_from_db()
    assert comment.words == "" and not Comment.objects.standing().exists() and not Comment.objects.counted().exists()
    with refused(TAKEN_BACK):
        say(*talk, secret=secret)


def test_after_closing_what_was_counted_stands(talk):
    page, draft = talk
    comment = say(page, draft, said="Marker words.")
    type(page).objects.filter(pk=page.pk).update(closes_on=factories.today(-1))
    take_back(voice=Voice.objects.get(pk=comment.voice_id))
    comment.refresh_from_db()
    assert comment.words == "" and Comment.objects.counted().get() == comment


def test_only_the_unit_reads(talk, pmu, roles):
    comment = say(*talk, said="Too fast.")
    said = Comment.objects.filter(pk=comment.pk)
    with pytest.raises(PermissionDenied):
        flows.read_comments(comments=said, by=factories.make_user(SECRETARY), may_show=True)
    assert list(Comment.objects.to_read()) == [comment]
    assert flows.read_comments(comments=said, by=pmu, may_show=True) == 1
    comment.refresh_from_db()
    assert comment.may_show and comment.read_by == pmu and not Comment.objects.to_read().exists()


BEHIND = {
    "shaping_says_something": {"kind": "say"},
    "shaping_comment_keeps_the_sentence": {"kind": "hard", "sentence": ""},
    "shaping_shown_only_when_read": {"kind": "hard", "may_show": True},
}


@pytest.mark.parametrize("rule", BEHIND)
def test_the_database_refuses_what_goes_behind_the_flow(talk, rule):
    voice = say(*talk).voice
    values = {"voice": voice, "draft": talk[1], "place": "1" * 12, "sentence": "x", **BEHIND[rule]}
    with pytest.raises(IntegrityError, match=rule):
        Comment.objects.create(**values)


def test_one_word_a_place_is_kept_by_the_database(talk):
    comment = say(*talk)
    same = {"voice": comment.voice, "draft": comment.draft, "place": comment.place, "kind": "hard", "sentence": "x"}
    with pytest.raises(IntegrityError, match="(?i)unique"):
        Comment.objects.create(**same)


def test_words_about_a_draft_are_not_among_the_answers(talk):
    """A voice that only said something about a draft has no answers: nothing in the counts of questions."""
    assert not say(*talk).voice.answers.exists()
