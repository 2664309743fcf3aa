"""The lists of words that staff keep, as the rules take them: always as they are now, in one query."""

from functools import lru_cache

from django.db.models import CharField, Value

from .models.lists import CommunityWord, GlossaryWord, KnownInitials, OneThing, PlainerWord
from .rules import Lists

# The list's name in `Lists`, its model, and the field that stands beside the words.
KEPT_IN = (
    ("community", CommunityWord, None),
    ("initials", KnownInitials, None),
    ("plainer", PlainerWord, "instead"),
    ("one_thing", OneThing, "leave_out"),
    ("glossary", GlossaryWord, "meaning"),
)


def site_lists():
    """The lists of this site as the database has them now, in one query. Returns Lists, the same one while equal."""
    rows = [rows_of(name, model, beside) for name, model, beside in KEPT_IN]
    first, *others = rows
    return as_lists(tuple(sorted(first.union(*others, all=True))))


def rows_of(name, model, beside):
    """The rows of one list: its `name` (str), the words, and what stands in the field `beside` (str or None)."""
    second = beside or "no_second"
    nothing = {} if beside else {"no_second": Value("", output_field=CharField())}
    named = model.objects.order_by().annotate(list_name=Value(name, output_field=CharField()), **nothing)
    return named.values_list("list_name", "words", second)


@lru_cache(maxsize=4)
def as_lists(rows):
    """`rows` (tuple of (list's name, words, what stands beside them)) as Lists."""
    pairs = {name: tuple(row[1:] for row in rows if row[0] == name) for name, _, _ in KEPT_IN}
    single = {name: tuple(words for words, _ in pairs[name]) for name, _, beside in KEPT_IN if beside is None}
    return Lists(**pairs | single)
