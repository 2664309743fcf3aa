"""One draft of a plan: what it says, what changed in it, and because of whom."""

from easyread.blocks import lines
from easyread.dates import full_date
from engagement.heard.models import Quote

from .quotes import shown_quotes


def changes_in(draft):
    """What changed in a draft and what did not: two lists of Change, each with `because` (list of str). Two queries."""
    changes = list(draft.changes.select_related("theme", "body"))
    ids = [change.quote_id for change in changes if change.quote_id]
    quotes = {quote.pk: quote for quote in shown_quotes(Quote.objects.filter(pk__in=ids))} if ids else {}
    for change in changes:
        change.shown_quote = quotes.get(change.quote_id)
        change.because = because(change)
    return [c for c in changes if c.taken], [c for c in changes if not c.taken]


def because(change):
    """Who or what a change is because of, as a list of Easy Read sentences. A quote that is hidden stays hidden."""
    sentences = []
    if change.body:
        sentences.append(f"{change.body.plain_name} asked for this.")
    if change.theme:
        sentences.append(f"People told us about this: {change.theme.title}")
    if change.quote_id and not change.shown_quote and not sentences:
        sentences.append("A person asked for this. We do not show their words.")
    return sentences


def draft_title(draft):
    """The draft's title with its number in front, once."""
    number = f"Draft {draft.number}"
    return draft.title if draft.title.startswith(number) else f"{number}: {draft.title}"


def about_draft(draft):
    """When a draft is from, as a list of Easy Read sentences."""
    return [f"This draft is from {full_date(draft.published_on)}."] if draft.published_on else lines(draft.date_words)
