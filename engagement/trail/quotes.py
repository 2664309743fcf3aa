"""Which words of people may be shown: read and allowed, with consent that stands, and not taken back (3.7, 6.4)."""

from django.db.models import Exists, OuterRef, Subquery

from engagement.heard.models import Quote, Reading
from engagement.voices.models import Consent
from engagement.voices.models.voices import Provenance

# Whose words they are, beside each quote (3.2). The last three are never the person's words.
WHO = {
    Provenance.OWN_WORDS: "A person's own words",
    Provenance.READ_BACK: "A person's words. They heard them again and agreed.",
    Provenance.SUMMARY: "A supporter wrote this for a person.",
    Provenance.OBSERVED: "A supporter saw this. The person did not say it in words.",
    Provenance.SOMEONE_ELSE: "This is the view of someone else.",
}
GROUP = "These words are from a group."


def shown_quotes(quotes=None):
    """Those of `quotes` (queryset of Quote) that everyone may see, in order, as a list; each says `who`. One query."""
    quotes = Quote.objects.all() if quotes is None else quotes
    readings = Reading.objects.filter(answer=OuterRef("answer")).order_by("-pk")
    agreed = Consent.objects.filter(voice=OuterRef("answer__voice"), kind=Consent.Kind.PUBLISH, withdrawn_at=None)
    allowed = (
        quotes.filter(
            Exists(agreed), answer__is_current=True, answer__held_out=False, answer__voice__taken_back_at=None
        )
        .annotate(
            may_show=Subquery(readings.values("may_show")[:1]), read_as=Subquery(readings.values("shown_words")[:1])
        )
        .filter(may_show=True)
        .select_related("answer__voice")
    )
    return [said_by(quote) for quote in allowed if stands(quote)]


def stands(quote):
    """Whether the quoted words are still among those that may be shown; words taken out later are not. Returns bool."""
    return flat(quote.words) in flat(quote.read_as or quote.answer.words)


def flat(words):
    """`words` (str) with every run of spaces and line ends as one space."""
    return " ".join(words.split())


def said_by(quote):
    """`quote` with `who`: whose words they are, in Easy Read."""
    answer = quote.answer
    quote.who = GROUP if answer.voice.is_group and answer.is_persons_own else WHO[answer.whose]
    return quote
