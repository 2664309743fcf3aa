"""Getting a page's pictures ready to be shown, in a fixed number of queries however long the page is (F2)."""

from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy

from django.apps import apps
from django.db.models import Prefetch, prefetch_related_objects
from wagtail.images.blocks import ImageChooserBlock

_fetched = ContextVar("pictures that are fetched already", default=None)
_asked = ContextVar("pictures of the bank that were asked for already, by their ideas", default=None)


class PictureBlock(ImageChooserBlock):
    """A chooser of pictures that takes those already fetched, when there are any."""

    def bulk_to_python(self, values):
        """The pictures with the ids `values` (list of int or None), in their order. Returns a list."""
        fetched = _fetched.get()
        if fetched is None:
            return super().bulk_to_python(values)
        return [copy(fetched[pk]) if pk in fetched else None for pk in values]


@contextmanager
def using(pictures):
    """Within it, blocks take their pictures from `pictures` (dict id → Picture) and ask the database nothing."""
    token = _fetched.set(pictures)
    try:
        yield
    finally:
        _fetched.reset(token)


def with_pictures(stream, known=None):
    """`stream` (StreamValue) with the pictures of all its blocks fetched together. Returns the same stream.

    `known`: dict id → Picture of those that were fetched before, or None.
    """
    wanted, known = set(), known or {}
    for item in stream.raw_data:
        wanted |= picture_ids(item["value"])
    fetched = {pk: known[pk] for pk in wanted if pk in known}
    ready(fetched.values())
    with using(fetched | fetch(wanted - fetched.keys())):
        list(stream)
    return stream


def fetch(ids):
    """The pictures with these `ids` (set of int), photographs with their renditions. Returns a dict id → Picture."""
    found = apps.get_model("easyread", "Picture").objects.in_bulk(ids) if ids else {}
    ready(found.values())
    return found


def pictures_of(*ideas):
    """The preferred picture of each of `ideas` (str) in the bank, in one query. Returns a dict idea → Picture."""
    asked = _asked.get()
    if asked is None:
        return ask_for_pictures(ideas)
    if ideas not in asked:
        asked[ideas] = ask_for_pictures(ideas)
    return dict(asked[ideas])


@contextmanager
def asking_once():
    """Within it, the same ideas are asked for in the bank only once: a page may have many questions."""
    token = _asked.set({})
    try:
        yield
    finally:
        _asked.reset(token)


def ask_for_pictures(ideas):
    """What `pictures_of` gives for `ideas` (tuple of str), from the database."""
    pictures = apps.get_model("easyread", "Picture").objects.filter(idea__in=ideas).in_bank_order()
    found = {picture.idea: picture for picture in reversed(pictures)}
    ready(found.values())
    return found


def ready(pictures):
    """Fetch the renditions of all photographs among `pictures` (Pictures or None) in one query; drawings need none."""
    photos = [p for p in pictures if p is not None and not p.is_svg()]
    if photos:
        renditions = apps.get_model("easyread", "Rendition").objects.all()
        prefetch_related_objects(photos, Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions"))


def picture_ids(raw):
    """Every picture's id in the raw data of a block: the numbers kept under "picture". Returns a set of int."""
    if isinstance(raw, list):
        return set().union(*(picture_ids(item) for item in raw))
    if not isinstance(raw, dict):
        return set()
    own = {raw["picture"]} if isinstance(raw.get("picture"), int) else set()
    return own.union(*(picture_ids(value) for value in raw.values()))
