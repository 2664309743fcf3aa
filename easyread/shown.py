"""What people see of a page's Easy Read words and pictures, as one fingerprint: a check holds for exactly these.

A version's own fingerprint cannot tell that a picture of it was replaced, or that a row was saved without a version.
"""

import hashlib
import json
from itertools import zip_longest

from django.apps import apps
from django.db.models import Q
from wagtail import hooks

from .reading import picture_ids

OTHERWISE = "easyread_shown_otherwise"
"""Hook of another room: takes live pages (list); gives the keys (set) of those on which people see other words than the
page's own, such as a question that was answered. In a fixed number of queries."""

IDEAS = "easyread_ideas_shown"
"""Hook of another room: takes a kind of page (class) and what it holds (dict of `written_in`); gives the ideas (str)
whose pictures in the bank it shows."""

KNOWN = "easyread_pictures_known"
"""Hook of another room: takes live pages (list); gives what each shows for an idea, where that is known: a dict of page
key to dict of idea to Picture or None. In a fixed number of queries."""


def shown_of(page):
    """The fingerprint of what people see of a `page` (EasyReadPage), as hexadecimal digits. Returns str.

    The pictures stay on the page as `shown_pictures` (dict of key to Picture), so showing them needs no query.
    """
    words = written_in(type(page), values_of(page))
    own = page.picture if "picture" in page._state.fields_cache else None  # it was fetched with the page
    known = known_of([page])[page.pk]
    pictures, page.shown_pictures = pictures_for([type(page)], [words], own=[own] if own else [], known=[known])
    return fingerprint(type(page), words, pictures, known)


def shown_of_all(pages):
    """The same for several `pages` (list), in as many queries as for one. Returns a dict of page key to str."""
    written = [written_in(type(page), values_of(page)) for page in pages]
    known = known_of(pages)
    pictures, _ = pictures_for([type(page) for page in pages], written, known=[known[page.pk] for page in pages])
    shown = zip(pages, written, strict=True)
    return {page.pk: fingerprint(type(page), words, pictures, known[page.pk]) for page, words in shown}


def known_of(pages):
    """What each of `pages` (list) is known to show: a dict of page key to dict of idea to Picture or None."""
    given = [give(pages) for give in hooks.get_hooks(KNOWN)]
    return {page.pk: {idea: row for one in given for idea, row in one.get(page.pk, {}).items()} for page in pages}


def shown_otherwise(pages):
    """The keys of those live `pages` (list) on which people see other words than the page's own, as a set of int."""
    return set().union(*(give(pages) for give in hooks.get_hooks(OTHERWISE)))


def values_of(page):
    """What a `page` holds of its Easy Read: a dict of field name to its text, its raw blocks, or its picture's key."""
    texts = {name: getattr(page, name) for name in page.easy_fields}
    streams = {name: list(getattr(page, name).raw_data) for name in page.easy_streams}
    return texts | streams | {"picture": page.picture_id}


def written_in(kind, values):
    """The `values` (dict) of a page of a `kind` (class) without what nobody sees, as a dict for JSON.

    The blocks' own ids and empty values are left out: saving a page may add them, and no word changes.
    """
    texts = {name: values.get(name) or "" for name in kind.easy_fields}
    return texts | {name: seen(values.get(name) or []) for name in kind.easy_streams} | {"picture": values["picture"]}


def seen(raw):
    """Raw data of blocks without ids and without empty values."""
    if isinstance(raw, list):
        return [seen(item) for item in raw]
    if isinstance(raw, dict):
        return {name: seen(value) for name, value in raw.items() if name != "id" and not is_empty(value)}
    return raw


def is_empty(value):
    """Whether nobody sees anything of a raw `value`. A zero is seen. Returns bool."""
    return value is None or value is False or value in ("", [], {})


def ideas_of(kind, words):
    """The ideas whose pictures in the bank a page of a `kind` (class) shows beside its `words` (dict). A list."""
    return [idea for give in hooks.get_hooks(IDEAS) for idea in give(kind, words)]


def pictures_for(kinds, written, rows=None, own=(), known=()):
    """What pages show of pictures, in one query or none. `kinds`: classes; `written`: list of dict of `written_in`.

    `rows`: the queryset of pictures, for migrations; `own`: pictures that need not be fetched; `known`: for each page,
    what it is known to show for an idea (dict of idea to Picture or None). Returns a dict of a picture's key (int), or
    of its idea (str) in the bank, to its file and its words; and a dict of key to Picture.
    """
    of_ideas = [picture for one in known for picture in one.values() if picture]
    pictures, fetched = {picture.pk: picture for picture in [*own, *of_ideas]}, []
    ids = set().union(*(picture_ids(words) for words in written)) - pictures.keys()
    asked = zip_longest(kinds, written, known, fillvalue={})
    ideas = {idea for kind, words, one in asked for idea in ideas_of(kind, words) if idea not in one}
    if ids or ideas:
        rows = apps.get_model("easyread", "Picture").objects.in_bank_order() if rows is None else rows
        fetched = list(rows.filter(Q(pk__in=ids) | Q(idea__in=ideas)))
        pictures |= {row.pk: row for row in fetched}
    found = {row.pk: seen_of(row) for row in pictures.values()}
    for row in fetched:  # the first of an idea is the one that the bank prefers
        found.setdefault(row.idea, found[row.pk])
    return found, pictures


def seen_of(picture):
    """What is seen and heard of a `picture` (Picture): its file and its words, as a list of str."""
    return [picture.file_hash or picture.file.name, picture.description]


def fingerprint(kind, words, pictures, known=None):
    """SHA-256 of what is seen of one page of a `kind` (class). `words`: of `written_in`; `pictures`: of `pictures_for`;
    `known`: what it is known to show for an idea (dict).

    Returns str.
    """
    known = {idea: picture and seen_of(picture) for idea, picture in (known or {}).items()}
    own = [[key, pictures.get(key)] for key in sorted(picture_ids(words))]
    shown = own + [[idea, known.get(idea, pictures.get(idea))] for idea in sorted(ideas_of(kind, words))]
    whole = json.dumps([words, shown], sort_keys=True, default=str)
    return hashlib.sha256(whole.encode()).hexdigest()
