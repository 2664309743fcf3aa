"""The picture bank: one picture for each idea, and the set that a site likes best first."""

from hashlib import sha1

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Collection, ModelLogEntry
from wagtail.search.backends import get_search_backends

from .drawings import check_drawing
from .models import Picture
from .signals import content_changed
from .uploads import rewritten

COLLECTION = "Picture bank"


def picture_for(idea):
    """The picture of `idea` (str) from the first set that has one (setting EASYREAD_PICTURE_SETS), or None."""
    return Picture.objects.showing(idea) if idea else None


@transaction.atomic
def load(entries):
    """Make or bring up to date the Picture row of each of `entries` (list of picture_tables.Entry); P2, P7.

    A picture that staff edited stays as they left it. Returns how many were made, changed, same and edited (dict).
    Raises ValidationError when a file is no safe picture; then nothing is stored.
    """
    entries = list(entries)
    _check_one_each(entries)
    rows = {(row.picture_set, row.idea): row for row in Picture.objects.exclude(idea="")}
    edited = _edited_by_staff()
    counts = {"made": 0, "changed": 0, "same": 0, "edited": 0}
    new = []
    for entry in entries:
        row = rows.get((entry.picture_set, entry.idea))
        if row is None:
            new.append(_new_picture(entry))
        counts["made" if row is None else "edited" if str(row.pk) in edited else _renew(row, entry)] += 1
    _make(new)
    return counts


def bank_collection():
    """The Wagtail collection that holds the bank; made when there is none."""
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=COLLECTION).first() or root.add_child(name=COLLECTION)


def _check_one_each(entries):
    """An idea has one picture in a set (P2)."""
    seen = set()
    for entry in entries:
        if (entry.picture_set, entry.idea) in seen:
            raise ValidationError(f"There are 2 pictures of {entry.idea}. Keep 1 of them.")
        seen.add((entry.picture_set, entry.idea))


def _edited_by_staff():
    """Keys (set of str) of the pictures that somebody edited in the admin, by Wagtail's own log."""
    edits = ModelLogEntry.objects.filter(action="wagtail.edit", content_type__app_label="easyread")
    return set(edits.filter(content_type__model="picture").values_list("object_id", flat=True))


def _new_picture(entry):
    """A picture that is not stored yet."""
    picture = Picture(idea=entry.idea, picture_set=entry.picture_set, **entry.values)
    _put_file(picture, _safe_content(entry), entry)
    return picture


def _make(pictures):
    """Store new pictures together: one by one, Wagtail's index makes the first start of a site slow."""
    if not pictures:
        return
    collection = bank_collection()
    for picture in pictures:
        picture.collection = collection
        _check(picture)
    Picture.objects.bulk_create(pictures)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(Picture, pictures)
    content_changed.send(sender=Picture)


def _renew(picture, entry):
    """Bring one picture up to date; "changed" or "same"."""
    content = _safe_content(entry)
    new_file = picture.file_hash != _hash(content)
    if not new_file and all(getattr(picture, name) == value for name, value in entry.values.items()):
        return "same"
    for name, value in entry.values.items():
        setattr(picture, name, value)
    if new_file:
        _forget_file(picture)
        _put_file(picture, content, entry)
    _check(picture)
    picture.save()
    return "changed"


def _check(picture):
    """Refuse what does not fit its columns, and say which picture it is."""
    try:
        picture.full_clean()
    except ValidationError as refused:
        raise ValidationError([f"{picture.idea}: {words}" for words in refused.messages]) from refused


def _safe_content(entry):
    """The bytes to keep: a drawing as it is after a check, a photograph without what its camera wrote (S3)."""
    content = entry.path.read_bytes()
    if entry.path.suffix.lower() == ".svg":
        check_drawing(content, entry.path.name)
        return content
    return rewritten(ContentFile(content, name=entry.path.name)).read()


def _forget_file(picture):
    """The file it had goes when all is stored, and the sizes made of it go now."""
    old, storage = picture.file.name, picture.file.storage
    transaction.on_commit(lambda: storage.delete(old))
    picture.renditions.all().delete()


def _put_file(picture, content, entry):
    picture.file = ContentFile(content, name=f"{entry.picture_set}-{entry.idea}{entry.path.suffix.lower()}")
    picture.file_size = len(content)
    picture.file_hash = _hash(content)


def _hash(content):
    return sha1(content, usedforsecurity=False).hexdigest()
