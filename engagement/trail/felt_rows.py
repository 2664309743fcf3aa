"""The rows behind *did this feel true?*: counts and words, by themselves or in the query of the rounds (F2)."""

import json
from collections import Counter, defaultdict

from django.db.models import Aggregate, Count, Exists, IntegerField, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat

from engagement.decisions.models import FeltTrue
from engagement.voices.models import Consent
from engagement.voices.models.voices import PERSONS_OWN
from engagement.voices.reports import OTHERS, OWN, whose

from .quotes import WHO

LINE = "\n"


class Together(Aggregate):
    """Texts as one JSON list, inside of the query."""

    function = "JSON_GROUP_ARRAY"
    output_field = TextField()

    def as_postgresql(self, compiler, connection, **extra):
        return self.as_sql(compiler, connection, function="JSON_AGG", **extra)


def shown():
    """The answers whose words may be shown: read, allowed, agreed to, not taken back. A queryset."""
    agreed = Consent.objects.filter(voice=OuterRef("voice"), kind=Consent.Kind.PUBLISH, withdrawn_at=None)
    rows = FeltTrue.objects.current().filter(Exists(agreed), may_show=True, voice__taken_back_at=None)
    return rows.exclude(why="").order_by()


def name_of(answer, part):
    """Under which name a round carries one count. Returns str."""
    return f"felt_{answer}_{part}"


def with_felt(rounds):
    """`rounds` (queryset of RoundPage), each with its counts and its words, so that no further query is needed."""
    mine = FeltTrue.objects.current().filter(voice__round=OuterRef("pk")).order_by()
    counts = {}
    for answer in FeltTrue.Answer.values:
        same, own = mine.filter(answer=answer), Q(voice__provenance__in=PERSONS_OWN)
        counts[name_of(answer, OWN)] = number_of(same.filter(own))
        counts[name_of(answer, OTHERS)] = number_of(same.filter(~own))
    told = Concat(Cast("pk", TextField()), Value(LINE), "voice__provenance", Value(LINE), "why")
    words = shown().filter(voice__round=OuterRef("pk")).values("voice__round").annotate(told=Together(told))
    return rounds.annotate(**counts, felt_words=Subquery(words.values("told")))


def number_of(rows):
    """How many `rows` (queryset of FeltTrue) there are, inside of another query; 0 for none."""
    counted = rows.values("voice__round").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def carried(page):
    """What a round of `with_felt` carries: (Counter of (answer, whose words), list of quotes as dict)."""
    pairs = [(answer, part) for answer in FeltTrue.Answer.values for part in (OWN, OTHERS)]
    found = page.felt_words or []
    rows = [row.split(LINE, 2) for row in (json.loads(found) if isinstance(found, str) else found)]
    quotes = [{"words": words, "who": WHO[kind]} for _, kind, words in sorted(rows, key=lambda row: int(row[0]))]
    return Counter({pair: getattr(page, name_of(*pair)) for pair in pairs}), quotes


def fetched(pages):
    """The same for rounds without it, in two queries. `pages`: list of RoundPage. A dict: key → (Counter, list)."""
    keys, found = [page.pk for page in pages], defaultdict(lambda: (Counter(), []))
    if not keys:
        return found
    rows = FeltTrue.objects.current().filter(voice__round__in=keys).order_by()
    rows = rows.values_list("voice__round", "answer", "voice__provenance").annotate(n=Count("pk"))
    for page, answer, provenance, number in rows:
        found[page][0][answer, whose(provenance)] += number
    told = shown().filter(voice__round__in=keys).order_by("pk").values_list("voice__round", "why", "voice__provenance")
    for page, words, provenance in told:
        found[page][1].append({"words": words, "who": WHO[provenance]})
    return found
