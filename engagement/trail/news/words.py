"""The news of one person or group in Easy Read: told to them, and with nobody else's words in it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.functional import cached_property

from easyread.blocks import lines
from easyread.dates import full_date
from engagement.decisions.models import Update
from engagement.heard.models import ThemeAnswer
from engagement.shaping.models import Change
from engagement.voices.models import Told

from ..outcomes import HEADINGS
from ..story import Story, what_was_heard
from .moments import moment_of

Step = Told.Step
IDEAS = {  # of the picture bank, one for each step
    Step.READ: "easy-read",
    Step.HEARD: "listen",
    Step.CHANGED: "change",
    Step.DECIDED: "our-decision",
    Step.DONE: "done",
}
TITLES = {
    Step.READ: "We read what you said",
    Step.HEARD: "We said what we heard",
    Step.CHANGED: "The plan changed because of you",
    Step.DECIDED: "There is a decision",
    Step.DONE: "Something was done",
}
READ = ["We read every word."]
SAID = ["This is what people told us:"]
CHANGED = ["The plan now says:"]
GONE = ["We took this out of the plan:"]
MOST_CHANGES = 3  # a letter tells the first; the website has all


@dataclass
class News:
    """One step that happened. `is_new`: nobody told the person yet. `told`: who was told before, as sentences."""

    step: str
    moment: datetime
    words: list
    href: str = ""
    is_new: bool = True
    title = property(lambda self: TITLES[self.step])
    idea = property(lambda self: IDEAS[self.step])


class RoundNews:
    """What everybody who spoke in a `round` (RoundPage) can be told: read once for any number of people."""

    def __init__(self, round):
        self.round = round

    @cached_property
    def story(self):
        plan = self.round.proposal
        return Story(plan) if plan else None

    @cached_property
    def page(self):
        """The round as the plan's story knows it, or None when the public cannot see it."""
        return next((page for page in self.story.rounds if page.pk == self.round.pk), None) if self.story else None

    @cached_property
    def heard(self):
        """What we heard, as (list of sentences, address)."""
        account = what_was_heard(self.page) if self.page else None
        return ([*SAID, *lines(account.plain)], f"{self.page.address}results/#heard") if account else ([], "")

    @cached_property
    def decided(self):
        """The newest decision, as (list of sentences, address)."""
        if not self.story or not self.story.decisions:
            return [], ""
        newest = self.story.decisions[0]
        met = f"{newest.meeting.body.plain_name} met on {full_date(newest.meeting.held_on)}."
        what = HEADINGS[newest.kind][1]
        return [met, f"{what}:", *lines(newest.plain), "Why:", *lines(newest.why)], newest.address

    @cached_property
    def done(self):
        """What was done because of decisions, the newest first, as (list of sentences, address)."""
        shown = [decision.pk for decision in self.story.decisions] if self.story else []
        done = Update.objects.filter(state=Update.State.DONE, action__decision__in=shown).order_by("-recorded_at")
        done = list(done.select_related("action__owner", "action__decision")[:MOST_CHANGES])
        words = [
            sentence
            for update in done
            for sentence in (f"{update.action.owner.plain_name} did this:", *lines(update.action.what))
        ]
        return words, done[0].action.decision.address if done else ""


def news_of(voice, round_news, changes=None, only_new=False):
    """All that happened since a `voice` (of `with_news`), step by step, as a list of News.

    `round_news`: RoundNews of its round. `changes`: those made because of it, where they are read already.
    """
    found = []
    for step in Step:
        is_new = getattr(voice, f"new_{step}")
        moment = moment_of(voice, step)
        is_later = step in (Step.READ, Step.CHANGED) or (moment and moment > voice.given_at)
        if moment and is_later and (is_new or not only_new):
            words, href = told_of(step, voice, round_news, changes)
            found.append(News(step, moment, words, href, is_new))
    return found


def told_of(step, voice, round_news, changes=None):
    """The sentences of one step, and the address with more. Returns (list of str, str)."""
    if step == Step.READ:
        return READ, ""
    if step == Step.CHANGED:
        return changed_words((changes or changes_for([voice]))[voice.pk], round_news)
    return getattr(round_news, step)


def changed_words(changes, round_news):
    """What changed in the plan because of one voice, as (list of sentences, address)."""
    words = []
    for change in changes[:MOST_CHANGES]:
        after = lines(change.after)
        words += [*CHANGED, *after] if after else [*GONE, *lines(change.before)]
    newest = changes[0] if changes else None
    plan = round_news.story.proposal if round_news.story else None
    return words, f"{plan.address}draft-{newest.draft.number}/#change-{newest.public_id}" if plan and newest else ""


def changes_for(voices):
    """The changes made in drafts because of each of `voices` (list of Voice), newest draft first. Two queries.

    Returns dict of the voice's id to a list of Change.
    """
    ids = [voice.pk for voice in voices]
    by_theme = {}
    mine = ThemeAnswer.objects.filter(answer__voice__in=ids, answer__is_current=True, theme__changes__taken=True)
    for voice, theme in mine.values_list("answer__voice", "theme").distinct():
        by_theme.setdefault(theme, []).append(voice)
    because = Q(quote__answer__voice__in=ids) | Q(theme__in=list(by_theme)) | Q(comment__voice__in=ids)
    changes = Change.objects.filter(because, taken=True).select_related("draft", "quote__answer", "comment")
    changes = changes.defer("draft__easy_read", "draft__standard").order_by("-draft__number", "sort_order", "pk")
    found = {pk: [] for pk in ids}
    for change in changes:
        if change.draft.published_on is None:
            continue
        for pk in whose(change, by_theme) & set(ids):
            found[pk].append(change)
    return found


def whose(change, by_theme):
    """The ids of the voices that a `change` names. `by_theme`: dict of a theme's id to ids. Returns a set of int."""
    quoted = [change.quote.answer.voice_id] if change.quote_id else []
    commented = [change.comment.voice_id] if change.comment_id else []
    return {*by_theme.get(change.theme_id, []), *quoted, *commented}
