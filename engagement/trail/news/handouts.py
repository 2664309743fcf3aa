"""The poster of an outcome, and letters to people: what stands on them (docs/news.md)."""

from django.conf import settings

from easyread.blocks import lines
from easyread.dates import full_date
from easyread.printing import Idea, Letter, Letters, Poster
from easyread.reading import pictures_of, ready
from engagement.proposals.reading import contact_of
from engagement.voices.keys import card_ideas
from engagement.voices.shown_card import name_of

from ..basis import NOT_CONFIRMED
from ..outcomes import HEADINGS, actions_of
from .words import IDEAS, RoundNews, changes_for, news_of

MOST_ACTIONS = 2  # on a poster


def poster_of(decision):
    """The poster of an outcome (Decision of `outcome_for`): what, why, and what happens next. Returns a Poster."""
    plan, bank = decision.proposal, pictures_of("our-decision", "reason", "what-happens-next")
    ready([plan.picture])
    who = f"{decision.body.plain_name} met on {full_date(decision.meeting.held_on)}."
    not_sure = [] if decision.confirmed_at else [f"{NOT_CONFIRMED}."]
    ideas = [
        Idea(words=lines(decision.plain), picture=bank.get("our-decision"), title=HEADINGS[decision.kind][1]),
        Idea(words=lines(decision.why), picture=bank.get("reason"), title="Why"),
        *next_of(decision, bank),
    ]
    return Poster(
        title=decision.title,
        address=decision.address,
        label="What happened",
        is_example=decision.is_example,
        site_name=settings.SITE_NAME,
        words=[f"This is about: {plan.title}.", who, *not_sure],
        ideas=ideas,
    )


def next_of(decision, bank):
    """What happens next, as a list of Idea: none, or one."""
    words = []
    for action in actions_of(decision)[:MOST_ACTIONS]:
        words += [*lines(action.what), *action.words]
    return [Idea(words=words, picture=bank.get("what-happens-next"), title="What happens next")] if words else []


def letters_to(voices):
    """A letter for each of `voices` (list of `with_news`) of one round or many, in one go. Returns Letters.

    Each tells only what is new, in words that are public or the person's own plan; nobody's words, no name (P2).
    """
    bank = pictures_of(*IDEAS.values(), *{idea for voice in voices for idea in card_ideas(voice.draft_key)})
    changes, rounds = changes_for(voices), {}
    letters = []
    for voice in voices:
        news = rounds.setdefault(voice.round_id, RoundNews(voice.round))
        parts = [
            Idea(words=one.words, picture=bank.get(one.idea), title=one.title)
            for one in news_of(voice, news, changes, only_new=True)
        ]
        letters.append(Letter(opening_of(voice), card_of(voice, bank), parts, contact(news)))
    return Letters(
        title="News for you",
        address="/my-voice/",
        label=settings.SITE_NAME,
        site_name=settings.SITE_NAME,
        is_example=any(voice.is_example or voice.round.is_example for voice in voices),
        letters=letters,
    )


def opening_of(voice):
    """What a letter is about, as a list of sentences."""
    you = "You were in a group. The group told us what you think." if voice.is_group else "You told us what you think."
    return [you, f"It was about: {voice.round.title}.", f"This was on {full_date(voice.given_at)}."]


def card_of(voice, bank):
    """The pictures of a voice's card with their names, as a list of dict. `bank`: dict of idea to Picture."""
    ideas = card_ideas(voice.draft_key)
    return [{"picture": bank.get(idea), "name": name_of(idea, bank.get(idea))} for idea in ideas]


def contact(news):
    """Whom to ask about the plan (dict), or None. `news`: RoundNews."""
    return contact_of(news.story.proposal) if news.story else None
