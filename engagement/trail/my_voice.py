"""What a card shows: with the short code the trail of the round, with the long link one's own words too."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.functional import cached_property

from easyread.dates import full_date
from engagement.heard.models import ThemeAnswer
from engagement.voices.keys import key_of, read_code
from engagement.voices.models import Answer, Card, Consent
from engagement.voices.permissions import may_change

from .drafts import changed_by
from .felt import felt_by_card, given_of, mine_of
from .ideas import my_ideas
from .my_comments import my_comments
from .my_told import told_trail
from .outcomes import outcome_on_card
from .own_words import what_was_said
from .steps import not_decided, steps_for
from .story import Story, what_was_heard


@dataclass
class MyVoice:
    """A voice as its card opens it.

    `is_own`: whether the long link was used, so that its words are shown. `agreed`: when the person agreed to each
    thing that stands, a dict of Consent.Kind → datetime.
    """

    voice: object
    is_own: bool
    agreed: dict
    has_files: bool = False  # whether it gave a picture or a sound

    @property
    def round(self):
        return self.voice.round

    @cached_property
    def may_change(self):
        """Whether the person may change, and add, today."""
        return self.is_own and not self.voice.is_group and may_change(self.voice, timezone.now())

    @property
    def renewed_on(self):
        """The day (date) of the newest card, or None while it is the first."""
        return self.voice.card.renewed_on

    @property
    def may_show_words(self):
        """Whether the person agreed that their words may be shown to others."""
        return Consent.Kind.PUBLISH in self.agreed

    @property
    def agreements(self):
        """What else the person agreed to, such as that we may contact them: a list of Consent, each by itself (3.7)."""
        others = {kind: at for kind, at in self.agreed.items() if kind != Consent.Kind.PUBLISH}
        return [Consent(voice=self.voice, kind=kind, given_at=at) for kind, at in others.items() if self.is_own]

    @property
    def theme_ids(self):
        """The themes that this voice's answers are in, as a queryset of ids; none without the long link."""
        mine = ThemeAnswer.objects.filter(answer__voice=self.voice, answer__is_current=True)
        return mine.values("theme") if self.is_own else mine.none().values("theme")

    @cached_property
    def asked(self):
        """The questions still asked, and those this voice answered, in their order, as a list of Asked."""
        rows = [asked for asked in what_was_said(self.voice) if asked.is_answered or not asked.has_ended]
        return rows if self.is_own else []


def opened_by(token):
    """The voice that a card's `token` (str) opens: the code of 8 digits, or the long link. Returns MyVoice, or None."""
    standing = Consent.objects.filter(voice=OuterRef("voice"), withdrawn_at=None)
    agreed = {f"agreed_to_{kind}": Subquery(standing.filter(kind=kind).values("given_at")) for kind in Consent.Kind}
    cards = Card.objects.select_related("voice__round", "voice__about_you", "voice__group_session").defer(
        "voice__round__easy_read", "voice__round__standard", "voice__round__questions"
    )
    code = read_code(token)
    wanted = {"code": code} if code else {"link_key": key_of(token)}
    given = Answer.objects.filter(voice=OuterRef("voice"), is_current=True, attached=True)
    cards = cards.annotate(**agreed, **felt_by_card(), has_files=Exists(given))
    card = cards.filter(**wanted).first()
    if card is None:
        return None
    card.voice.felt_now = given_of(card)
    found = {kind: getattr(card, f"agreed_to_{kind}") for kind in Consent.Kind}
    return MyVoice(card.voice, not code, {kind: at for kind, at in found.items() if at}, card.has_files)


def trail_of(mine):
    """What became of the round: its steps, what we heard, and the newest decision in full. Returns a dict."""
    proposal = mine.round.proposal
    if mine.round.is_always_open:
        return told_trail(mine)
    if proposal is None:
        return {"steps": [], "what_next": what_next(mine.round)}
    story = Story(proposal)
    decisions, heard = story.decisions, heard_href(story, mine.round)
    return {
        "proposal": proposal,
        "steps": steps_for(proposal, story),
        "heard_href": heard,
        "newest": outcome_on_card(mine, decisions[0]) if decisions else None,
        "earlier": decisions[1:],
        "my_ideas": my_ideas(mine, story),
        "my_comments": my_comments(mine, story),
        "my_changes": changed_by(mine, story) if may_be_behind_a_change(mine, story) else [],
        "felt": mine_of(mine, story),
        "what_next": [] if decisions else not_decided(story)[1:] if heard else what_next(mine.round),
    }


def may_be_behind_a_change(mine, story):
    """Whether words of a voice may be in a theme or quote behind a change. Returns bool.

    In a *Make it together* that is only so once what we heard is published; a query is saved until then (F2).
    """
    is_talk = mine.round.kind == mine.round.Kind.MAKE_TOGETHER
    return not is_talk or any(page.pk == mine.round.pk for page in story.heard)


def heard_href(story, round):
    """The address of what we heard in a round (RoundPage), or "" while nothing is published."""
    page = next((page for page in story.rounds if page.pk == round.pk), None)
    return f"{page.address}results/#heard" if page and what_was_heard(page) else ""


def what_next(round):
    """What happens next while nothing is decided, as a list of sentences. `round`: RoundPage."""
    if round.stage == "open":
        until = [f"People can answer until {full_date(round.closes_on)}."] if round.closes_on else []
        return [*until, "We read every word.", "Then we say what we heard."]
    return ["We read every word.", "Then we say what we heard."]
