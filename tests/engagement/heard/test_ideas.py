"""Ideas are made by people, read before they are shown, put together and apart, and each step can be undone."""

from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from easyread.signals import content_changed
from engagement.heard import flows
from engagement.heard.ideas import behind, counts_of_ideas, to_sort
from engagement.heard.models import Idea, IdeaAnswer, IdeaCounts
from engagement.heard.recounting import wrong_ideas
from engagement.polls.models import Choice
from engagement.record.models import Entry
from engagement.voices.flows import keep_counts, take_back
from engagement.voices.models import Answer
from engagement.voices.signals import words_held
from tests import factories
from tests.engagement import ideas_made as made
from tests.engagement.voices.conftest import close

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(roles, home_page):
    return made.make_ideas_round()


@pytest.fixture
def idea(round, pmu):
    return made.make_idea(round, by=pmu, answers=[made.say(round, "More buses."), made.say(round, "Buses at night.")])


def refused(sentence, flow, **how):
    """A flow refuses with exactly this sentence, and changes nothing."""
    with pytest.raises(ValidationError) as error:
        flow(**how)
    assert sentence in error.value.messages


def test_an_idea_is_made_of_answers_that_say_alike(round, pmu):
    answers = [made.say(round, "More buses."), made.say(round, "Buses at night.")]
    idea = flows.make_idea(round=round, by=pmu, title=" More  buses. ", answers=answers)
    assert (idea.number, idea.title, idea.shown_at, idea.choice) == (1, "More buses.", None, None)
    assert counts_of_ideas([idea])[idea.pk]["by_own"] == 2 and not to_sort(round).exists()
    assert all(answer.ideas.get() == idea for answer in answers)


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("Write the idea in 1 short sentence.", {"title": " "}),
        ("Tick the words that say this idea first.", {"answers": []}),
    ],
)
def test_an_idea_needs_a_sentence_and_words(round, pmu, sentence, how):
    how = {"title": "More buses.", "answers": [made.say(round)]} | how
    refused(sentence, flows.make_idea, round=round, by=pmu, **how)
    assert not Idea.objects.exists()


def test_words_that_nobody_read_are_in_no_idea(round, pmu):
    """DESIGN.md 6.4."""
    unread = made.say(round, read=False)
    refused(
        "Read these words first. Then put them in a theme.",
        flows.make_idea,
        round=round,
        by=pmu,
        title="More buses.",
        answers=[unread],
    )


def test_words_of_another_round_are_in_no_idea(idea, pmu):
    other = made.say(made.make_ideas_round())
    refused(
        "These words are from another round. Choose words from this round.",
        flows.add_to_idea,
        idea=idea,
        answers=[other],
        by=pmu,
    )


def test_only_what_matters_has_ideas(open_round, pmu):
    refused(
        "Only a round of the kind “What matters?” has ideas.",
        flows.make_idea,
        round=open_round,
        by=pmu,
        title="More buses.",
        answers=[],
    )


def test_only_who_may_read_makes_and_shows_ideas(idea, round):
    nobody = factories.make_user()
    for flow, how in (
        (flows.make_idea, {"round": round, "title": "A", "answers": []}),
        (flows.show_idea, {"idea": idea}),
        (flows.take_down_idea, {"idea": idea, "reason": "No."}),
        (flows.put_apart, {"idea": idea}),
        (flows.lead_to_theme, {"idea": idea}),
    ):
        with pytest.raises(PermissionDenied):
            flow(by=nobody, **how)


def test_showing_makes_what_people_pick(idea):
    choice = idea.choice
    assert (choice.public_id, choice.text, choice.sort_order) == (idea.public_id, idea.title, idea.number)
    assert (
        choice.question.kind == "pick" and Entry.objects.filter(fact="idea.shown", subject=idea.public_id).count() == 1
    )
    refused("This idea is shown already.", flows.show_idea, idea=idea, by=idea.made_by)


def test_a_round_without_picks_shows_no_idea(pmu):
    round = factories.make_round(kind="what_matters", questions=[factories.question_block("words", made.WORDS)])
    sentence = "This round has no question of the kind “Pick 3 ideas”. Add it to the page first."
    idea = made.make_idea(round, shown=False, by=pmu)
    refused(sentence, flows.show_idea, idea=idea, by=pmu)


def test_words_are_fixed_once_somebody_picked_it(idea, round, pmu):
    flows.change_idea(idea=idea, by=pmu, title="Buses until midnight.")
    assert Choice.objects.get(pk=idea.choice_id).text == "Buses until midnight."
    made.pick(round, idea)
    refused(
        "Somebody has picked this idea. Its words must stay as they were.",
        flows.change_idea,
        idea=idea,
        by=pmu,
        title="Trains.",
    )


def test_one_taken_down_keeps_its_row_its_reason_and_its_picks(idea, round, pmu):
    made.pick(round, idea)
    refused("Say why in Easy Read. Everybody can read the reason.", flows.take_down_idea, idea=idea, by=pmu, reason=" ")
    flows.take_down_idea(idea=idea, by=pmu, reason="It named a person.")
    choice = Choice.objects.get(pk=idea.choice_id)
    assert choice.ended_at and choice.text == "An idea that is not here any more" and choice.chosen.count() == 1
    assert Entry.objects.filter(fact="idea.taken_down").count() == 1
    refused("This idea is not shown.", flows.take_down_idea, idea=idea, by=pmu, reason="Again.")
    flows.show_idea(idea=idea, by=pmu)  # it was a mistake
    choice.refresh_from_db()
    assert choice.ended_at is None and choice.text == idea.title and Idea.objects.get().reason == ""


def test_each_step_can_be_undone(idea, round, pmu):
    other = made.make_idea(round, "Later buses.", by=pmu)
    flows.put_together(idea=other, with_idea=idea, by=pmu)
    assert behind(idea).count() == 3 and not Idea.objects.shown().filter(pk=other.pk).exists()
    assert idea.idea_answers.count() == 2  # nothing was moved
    flows.put_apart(idea=other, by=pmu)
    assert behind(idea).count() == 2 and Idea.objects.shown().count() == 2
    answer = idea.answers.first()
    flows.remove_from_idea(idea=idea, answers=[answer], by=pmu)
    assert to_sort(round).get() == answer
    assert (
        flows.add_to_idea(idea=idea, answers=[answer], by=pmu)
        == 1
        == flows.add_to_idea(idea=idea, answers=[answer], by=pmu) + 1
    )


def test_pages_that_are_kept_whole_are_made_anew(idea, round, pmu):
    """docs/caching.md: what is written with `update` says so itself."""
    other, told = made.make_idea(round, "Later buses.", by=pmu), []

    def tell(sender, **kwargs):
        told.append(sender)

    content_changed.connect(tell)
    try:
        flows.put_together(idea=other, with_idea=idea, by=pmu)
        flows.put_apart(idea=other, by=pmu)
        flows.remove_from_idea(idea=idea, answers=[], by=pmu)
    finally:
        content_changed.disconnect(tell)
    assert told == [Idea] * 3


def test_what_may_not_be_put_together(idea, round, pmu):
    hidden = made.make_idea(round, "Trains.", shown=False, by=pmu)
    other, third = (made.make_idea(round, title, by=pmu) for title in ("Later buses.", "Night buses."))
    refused("Choose another idea.", flows.put_together, idea=idea, with_idea=idea, by=pmu)
    refused("This idea is not shown.", flows.put_together, idea=idea, with_idea=hidden, by=pmu)
    flows.put_together(idea=other, with_idea=idea, by=pmu)
    refused(
        "Other ideas are together with this one. Put those apart first.",
        flows.put_together,
        idea=idea,
        with_idea=third,
        by=pmu,
    )
    close(round)
    sentence = "The round has closed. Ideas stay as they were when people picked."
    third = Idea.objects.select_related("round", "choice").get(pk=third.pk)
    refused(sentence, flows.put_together, idea=third, with_idea=idea, by=pmu)
    refused(sentence, flows.put_apart, idea=Idea.objects.get(pk=other.pk), by=pmu)


def test_the_database_holds_it_too(idea, round, pmu):
    other = made.make_idea(round, shown=False, by=pmu)
    for wrong in ({"number": 1}, {"shown_at": idea.shown_at}, {"taken_down_at": idea.shown_at, "reason": "No."}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Idea.objects.filter(pk=other.pk).update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Idea.objects.filter(pk=idea.pk).update(taken_down_at=idea.shown_at, reason="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Choice.objects.filter(pk=idea.choice_id).update(together_with=idea.choice_id)


def test_an_idea_goes_when_all_who_said_it_took_it_back(idea, round, pmu):
    """SEAMS.md: the words and the person go from every page; picks of others stay counted."""
    waiting = made.make_idea(round, "Trains.", shown=False, by=pmu)
    made.pick(round, idea)
    first, last = (answer.voice for answer in idea.answers.all())
    take_back(voice=first)
    assert Idea.objects.get(pk=idea.pk).is_shown
    take_back(voice=last)
    gone = Idea.objects.get(pk=idea.pk)
    assert gone.taken_down_at and gone.reason == "The people who said this took it back."
    refused("Nobody stands behind this idea now. So it cannot be shown.", flows.show_idea, idea=gone, by=pmu)
    take_back(voice=waiting.answers.get().voice)
    assert not Idea.objects.filter(pk=waiting.pk).exists()


def test_exact_words_need_consent_and_are_the_persons_own(round, pmu):
    """3.2: only a person's own words, read, allowed and with consent."""
    said = {
        "The person did not agree to show these words.": made.say(round, "Buses, says Ann."),
        "These are not the person’s own words. They are never shown with an idea.": made.say(
            round, "They want buses.", agree=True, provenance="summary"
        ),
    }
    own = made.say(round, "I want more buses now.", agree=True)
    idea = made.make_idea(round, by=pmu, answers=[*said.values(), own])
    for sentence, answer in said.items():
        refused(sentence, flows.show_words, idea=idea, answer=answer, by=pmu)
    refused(
        "Use the words exactly as the person said them.",
        flows.show_words,
        idea=idea,
        answer=own,
        by=pmu,
        words="I want buses",
    )
    flows.show_words(idea=idea, answer=own, by=pmu, words="more buses")
    assert IdeaAnswer.objects.get(answer=own).words == "more buses"
    take_back(voice=own.voice)
    assert not IdeaAnswer.objects.exclude(words="").exists()


def test_an_idea_leads_to_a_theme(idea, pmu):
    theme = flows.lead_to_theme(idea=idea, by=pmu)
    assert Idea.objects.get().theme == theme and theme.title == idea.title
    assert set(theme.answers.all()) == set(idea.answers.all())


def test_counts_are_kept_while_what_we_heard_is_public(round, idea, pmu):
    """F7, DESIGN.md 6.5: the kept counts are those of the rows, and `recount` finds one that is not."""
    flows.lead_to_theme(idea=idea, by=pmu)
    round = close(round)
    keep_counts(round=round)
    account = flows.write_what_we_heard(round=round, by=pmu, plain="You want buses.")
    flows.publish_what_we_heard(account=account, by=pmu)
    kept = IdeaCounts.objects.get()
    assert kept.by_own == 2 and wrong_ideas(round) == []
    refused(
        "What we heard is published. Take it down first, and say why.",
        flows.add_to_idea,
        idea=Idea.objects.get(),
        answers=[],
        by=pmu,
    )
    take_back(voice=idea.answers.first().voice)
    assert wrong_ideas(round) == []  # taken back since then: what everybody saw stands
    IdeaCounts.objects.update(by_own=3)
    with pytest.raises(CommandError):
        call_command("recount", stdout=StringIO())
    call_command("recount", "--mend", stdout=StringIO())
    assert wrong_ideas(round) == []
    flows.take_down_what_we_heard(account=account, by=pmu, reason="We made a mistake.")
    assert not IdeaCounts.objects.exists()


def test_a_group_statement_is_counted_beside(round, pmu):
    group = made.say(round, "We want buses.", is_group=True, people_present=12)
    idea = made.make_idea(round, by=pmu, answers=[group, made.say(round)])
    counts = counts_of_ideas([idea])[idea.pk]
    assert (counts["by_own"], counts["by_groups"]) == (1, 1)


def test_words_held_out_for_safety_are_behind_no_idea(idea, round, pmu):
    """3.6: an idea that nothing else stands behind goes from every page, and comes back with the words."""
    answers = list(idea.answers.all())
    for held in (answers[:1], answers):
        hold(held, True)
    gone = Idea.objects.get()
    assert gone.taken_down_at and gone.reason == "We are looking at this idea again."
    sentence = "Somebody is worried about these words. The safeguarding lead has them now."
    refused(sentence, flows.show_words, idea=gone, answer=answers[0], by=pmu)
    other = made.say(round)
    hold([other], True)
    refused(sentence, flows.add_to_idea, idea=gone, answers=[other], by=pmu)
    assert not to_sort(round).exists()
    hold(answers[:1], False)
    assert Idea.objects.get().is_shown and Choice.objects.get().ended_at is None


def hold(answers, held):
    """Hold answers out, or put them back, as the flows of concerns do."""
    for answer in answers:
        Answer.objects.filter(pk=answer.pk).update(held_out=held)
        words_held.send(sender=None, concern=None, voice=answer.voice, question=answer.question, held=held)
