"""One draft of a plan beside the one before it: what changed, because of whom, and what was not taken."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q

from easyread.blocks import lines
from easyread.dates import full_date
from engagement.heard.models import Quote
from engagement.shaping.comparing import CHANGED, KEPT, MOVED, NEW, TAKEN_OUT, compare
from engagement.shaping.gates import named, rows_of
from engagement.shaping.models import Change, Comment
from engagement.shaping.sentences import standard_sentences
from engagement.voices.models import Consent

from .quotes import shown_quotes

# What each row of two drafts says of itself, and its mark (components/tag.html).
TAGS = {
    KEPT: ("The same", "plain"),
    CHANGED: ("Changed", "changed"),
    NEW: ("New", "new"),
    TAKEN_OUT: ("Taken out", "gone"),
    MOVED: ("In another place", "moved"),
}
COUNTED = {
    CHANGED: ("1 sentence changed.", "{} sentences changed."),
    NEW: ("1 sentence is new.", "{} sentences are new."),
    TAKEN_OUT: ("1 sentence was taken out.", "{} sentences were taken out."),
    MOVED: ("1 sentence is in another place.", "{} sentences are in another place."),
    KEPT: ("1 sentence is the same.", "{} sentences are the same."),
}
# What stands behind a change that somebody asked for by pressing a sentence or a picture.
SAID = {
    Comment.Kind.SAY: "A person said something about this.",
    Comment.Kind.HARD: "A person said: this is hard to understand.",
    Comment.Kind.WRONG: "A person said: this is wrong.",
}
STREAMS = {
    f"{way}round__{name}" for way in ("theme__", "quote__theme__") for name in ("easy_read", "standard", "questions")
}


@dataclass
class ShownRow:
    """One row of two drafts, as it is shown; `changes`: the Changes that say why."""

    kind: str
    before: str
    after: str
    changes: list = field(default_factory=list)
    tag = property(lambda self: TAGS[self.kind][0])
    tag_kind = property(lambda self: TAGS[self.kind][1])
    is_kept = property(lambda self: self.kind == KEPT)
    is_moved = property(lambda self: self.kind == MOVED)


def changes_in(draft, plan):
    """All changes of a draft of a `plan` (ProposalPage), in order, as a list of Change; two queries.

    Each has `links` (because of whom: a list of dict with text and href), `shown_quote` (Quote or None) and
    `said_words`: what a person said of the very sentence, when it may be shown (str).
    """
    ways = ("body", "theme__round__what_we_heard", "quote__theme__round__what_we_heard", "comment__voice")
    agreed = Consent.objects.filter(voice=OuterRef("comment__voice"), kind=Consent.Kind.PUBLISH, withdrawn_at=None)
    found = draft.changes.select_related(*ways).annotate(comment_agreed=Exists(agreed))
    changes = list(found.defer(*STREAMS))
    ids = [change.quote_id for change in changes if change.quote_id]
    quotes = {quote.pk: quote for quote in shown_quotes(Quote.objects.filter(pk__in=ids))} if ids else {}
    for change in changes:
        change.said_words = said_words(change)
        change.shown_quote = quotes.get(change.quote_id)
        change.quote_href = (
            heard_href(change.quote.theme, plan, f"quote-{change.quote.public_id}") if change.quote else ""
        )
        change.links = because(change, plan)
    return changes


def because(change, plan):
    """Who or what a change is because of, as a list of dict. Words and themes that are hidden stay hidden."""
    links = []
    if change.body:
        links.append({"text": f"{change.body.plain_name} asked for this.", "href": change.body.address})
    if change.theme:
        href = heard_href(change.theme, plan, f"theme-{change.theme.public_id}")
        text = f"People told us about this: {change.theme.title}" if href else "People told us about this."
        links.append({"text": text, "href": href})
    if change.quote_id and not change.shown_quote:
        links.append({"text": "A person asked for this. We do not show their words.", "href": ""})
    if change.comment:
        links.append({"text": SAID[change.comment.kind], "href": ""})
    return links


def said_words(change):
    """The words of the comment behind a change, when they were read and allowed and the person agrees; else ""."""
    said = change.comment
    stands = said and change.comment_agreed and said.may_show and said.is_current and not said.held_out
    return said.words if stands and said.voice.taken_back_at is None else ""


def heard_href(theme, plan, anchor):
    """Where a theme stands in what we heard, or "" while that is not public. `anchor`: the id there (str)."""
    page, account = theme.round, getattr(theme.round, "what_we_heard", None)
    if page.live and theme.published_at:  # people told us at any time: it has a page of its own
        return f"{theme.address}#{anchor}"
    is_public = page.live and account and account.published_at
    return f"{plan.address}{page.slug}/results/#{anchor}" if is_public else ""


def side_by_side(draft, earlier, changes):
    """The Easy Read of two drafts, sentence by sentence, as a list of ShownRow; each change stands where it belongs."""
    taken = [(change, named([change], "before"), named([change], "after")) for change in changes if change.taken]
    rows = [ShownRow(row.kind, row.before, row.after) for row in rows_of(draft, earlier, changes)]
    for row in rows:
        if row.kind in (CHANGED, NEW, TAKEN_OUT):
            row.changes = [change for change, old, new in taken if row.before in old or row.after in new]
    return rows


def in_standard_words(draft, earlier):
    """The standard words of two drafts, sentence by sentence, as a list of ShownRow."""
    rows = compare(standard_sentences(earlier.standard), standard_sentences(draft.standard))
    return [ShownRow(row.kind, row.before, row.after) for row in rows]


def how_much(rows):
    """How many sentences changed, are new, went, moved and stayed, as a list of Easy Read sentences."""
    counts = {kind: sum(row.kind == kind for row in rows) for kind in COUNTED}
    counts[MOVED] //= 2  # a moved sentence stands in two rows
    return [COUNTED[kind][count > 1].format(count) for kind, count in counts.items() if count]


def changed_by(mine, story):
    """What became of one person's words in the drafts of a plan's `story` (Story). `mine`: a MyVoice of the long link.

    Returns a list of dict with words, taken (bool) and href. One query. Without the long link nothing is told.
    """
    drafts = {draft.pk: draft for draft in story.drafts} if mine.is_own else {}
    if not drafts:
        return []
    changes = because_of(mine).filter(draft__in=drafts)
    return [in_short(change, drafts[change.draft_id], story.proposal) for change in changes]


def because_of(mine):
    """The changes that a person's words or themes are behind. `mine`: a MyVoice. A queryset of Change, in order."""
    mine_or_my_theme = Q(quote__answer__voice=mine.voice) | Q(theme__in=mine.theme_ids)
    changes = Change.objects.filter(mine_or_my_theme).order_by("draft__number", "sort_order", "pk")
    return changes.exclude(comment__voice=mine.voice)  # it stands with what the person said of the sentence


def in_short(change, draft, plan):
    """A `change` (Change) of a `draft` (Draft) of a `plan` (ProposalPage) as a card tells it. Returns a dict."""
    return {
        "words": lines(change.after) or lines(change.before),
        "reason": lines(change.reason),
        "is_gone": not change.after.strip(),
        "taken": change.taken,
        "href": f"{plan.address}draft-{draft.number}/#change-{change.public_id}",
    }


def names_of_writers(draft):
    """The names of those who wrote a draft with us and want to be named, as a list of str. One query."""
    return list(draft.writers.filter(taken_back_on=None).values_list("name", flat=True))


def draft_title(draft):
    """The draft's title with its number in front, once."""
    number = f"Draft {draft.number}"
    return draft.title if draft.title.startswith(number) else f"{number}: {draft.title}"


def about_draft(draft):
    """When a draft is from, as a list of Easy Read sentences."""
    return [f"This draft is from {full_date(draft.published_on)}."] if draft.published_on else lines(draft.date_words)
