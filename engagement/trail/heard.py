"""What we heard in a round: its themes with their counts and the quotes that may be shown."""

from django.utils import timezone

from easyread.blocks import lines
from easyread.dates import full_date
from engagement.heard.models import Correction, Quote
from engagement.heard.reports import counted_themes
from engagement.voices.reports import OTHERS, OWN
from engagement.voices.small_numbers import in_words, public_choices

from .files import beside_themes
from .quotes import shown_quotes
from .story import what_was_heard


def heard_in(page, counts):
    """What we heard in a round (RoundPage), or None while nothing is published.

    `counts`: its Counts. Returns a dict with `plain`, `standard` and `themes`: each with `how_many` (list of str),
    `whose_words` (dict or None), `shown_quotes` (list of Quote) and `files` (pictures and sounds). As many queries for
    any number of themes (F2).
    """
    account = what_was_heard(page)
    if account is None:
        return None
    themes = counted_themes(page)
    quotes, files = {}, beside_themes(page) if any(theme.has_files for theme in themes) else {}
    for quote in shown_quotes(Quote.objects.filter(theme__round=page)):
        quotes.setdefault(quote.theme_id, []).append(quote)
    for theme in themes:
        tell(theme, counts, hidden=page.small_round)
        theme.shown_quotes = quotes.get(theme.pk, [])
        theme.files = files.get(theme.pk, [])
    return {"plain": account.plain, "standard": account.standard, "themes": themes}


def tell(theme, counts, hidden):
    """Put on a Theme in words how many said so, and whose words they were, as far as the public may know."""
    cells = {OWN: theme.by_own, OTHERS: theme.by_others}
    theme.how_many = [] if hidden else [f"{in_words(theme.by_own + theme.by_others)} said this."]
    if theme.by_groups:
        theme.how_many.append("1 group said this." if theme.by_groups == 1 else f"{theme.by_groups} groups said this.")
    shown = None if hidden else public_choices({theme.pk: cells}, counts.voices.whose)
    theme.whose_words = shown and shown[theme.pk]


def corrections_of(page, heard=None):
    """Why what we heard in a round was put right or taken down, as a list of dicts for notices (6.8).

    `heard`: what `heard_in` gave. One query, or none where nothing was put right.
    """
    if heard and heard["themes"] and not heard["themes"][0].was_corrected:
        return []
    found = Correction.objects.filter(what_we_heard__round=page)
    return [
        {
            "title": "We put this right" if row.kind == Correction.Kind.PUT_RIGHT else "We took this down",
            "words": [*lines(row.reason), f"We did this on {full_date(timezone.localdate(row.made_at))}."],
        }
        for row in found
    ]
