"""Loading rows from the data files without ever overwriting what staff edited."""

import hashlib
import json
from collections import Counter
from datetime import datetime, time, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.deletion import ProtectedError
from django.utils import timezone

from easyread.models import Picture
from home.models import LoadedRow

from .files import DATA


class Loading:
    """One run of load_programme: what it found, made, changed and left alone."""

    def __init__(self, *, data=DATA, today=None):
        self.data = data
        self.today = today or timezone.localdate()
        self.is_demo = False
        self.checker = None  # the example checker (User) of the demo
        self.films = {}  # slug → key, of the demo (films.py)
        self.counts = Counter()
        self.kept = []  # keys of rows that staff edited or removed
        self.no_picture = set()  # ideas that no picture shows yet
        self._rows = {(row.model_id, row.key): row for row in LoadedRow.objects.all()}
        self._seen = set()
        self._pictures = _pictures_by_idea()

    def day(self, days):
        """The date `days` (int) from the day of loading; None for None."""
        return None if days is None else self.today + timedelta(days=days)

    def moment(self, days, hour=12):
        """That day at `hour` (int) o'clock, with its time zone; None for None."""
        return None if days is None else timezone.make_aware(datetime.combine(self.day(days), time(hour)))

    def picture(self, idea):
        """The key of the preferred picture of `idea` (str or None); None when no picture shows it yet."""
        if idea and idea not in self._pictures:
            self.no_picture.add(idea)
        return self._pictures.get(idea)

    def film(self, slug):
        """The key of the film `slug` (str) of the demo; None when there is none here."""
        return self.films.get(slug)

    def put(self, model, key, values, *, make=None, change=None, found=None):
        """Make or update one row, unless staff edited it.

        `model`: the class; `key`: its name in the data files, the same in every run (str); `values`: field → value.
        `make(values)` makes a new row and `change(row, values)` saves a changed one, where saving is not enough.
        `found`: a row that is there although it was not loaded (staff made it): it is left alone.
        Returns the row; None when it was loaded once and staff removed it.
        """
        content_type = ContentType.objects.get_for_model(model)
        loaded = self._rows.get((content_type.pk, key))
        self._seen.add((content_type.pk, key))
        if loaded:
            return self._update(model, loaded, values, change or _save)
        if found:
            self._leave(key)
            return found
        row = make(values) if make else model.objects.create(**values)
        self._remember(LoadedRow(model=content_type, key=key, is_demo=self.is_demo), row, values)
        self.counts["made"] += 1
        return row

    def knows(self, model, key):
        """Whether a row of `model` with this `key` (str) was loaded in an earlier run. Returns bool."""
        return (ContentType.objects.get_for_model(model).pk, key) in self._rows

    def drop_unseen(self, model):
        """Remove rows of `model` that the data files no longer hold, unless staff edited or a decision needs them."""
        content_type = ContentType.objects.get_for_model(model)
        for place, loaded in list(self._rows.items()):
            if place[0] != content_type.pk or place in self._seen or loaded.is_demo != self.is_demo:
                continue
            row = model.objects.filter(pk=loaded.object_pk).first()
            if row and (is_edited(row, loaded) or not _deleted(row)):
                self._leave(loaded.key)
            elif row:
                loaded.delete()
                self.counts["removed"] += 1

    def _update(self, model, loaded, values, change):
        row = model.objects.filter(pk=loaded.object_pk).first()
        if row is None or is_edited(row, loaded):
            self._leave(loaded.key)
            return row
        if loaded.values["wanted"] == fingerprint(values):
            self.counts["same"] += 1
            return row
        change(row, values)
        self._remember(loaded, row, values)
        self.counts["changed"] += 1
        return row

    def _remember(self, loaded, row, values):
        fresh = type(row).objects.get(pk=row.pk)  # as the database gives it back, so that it can be compared later
        loaded.object_pk = row.pk
        loaded.values = {"wanted": fingerprint(values), "loaded": snapshot(fresh, values)}
        loaded.save()
        self._rows[(loaded.model_id, loaded.key)] = loaded

    def _leave(self, key):
        self.counts["left alone"] += 1
        self.kept.append(key)


def is_edited(row, loaded):
    """Whether staff changed `row` since it was loaded, in a draft too. `loaded`: its LoadedRow."""
    has_draft = getattr(row, "has_unpublished_changes", False)
    return has_draft or snapshot(row, loaded.values["loaded"]) != loaded.values["loaded"]


def snapshot(row, names):
    """The values of the fields `names` of `row` as text, field → str, to be compared later."""
    return {name: _as_text(row, name) for name in names}


def fingerprint(values):
    """SHA-256 of `values` (field → value) as the data files and the day of loading give them. Returns str."""
    text = json.dumps(values, default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _as_text(row, name):
    field = row._meta.get_field(name)
    value = field.value_from_object(row)
    prepared = field.get_prep_value(value)
    return "" if prepared is None else str(prepared)


def _deleted(row):
    """Delete `row`. Returns bool: whether it could be; what a decision rests on stays."""
    try:
        with transaction.atomic():
            row.delete()
    except ProtectedError:
        return False
    return True


def _save(row, values):
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def _pictures_by_idea():
    """idea → key of its preferred picture, in one query."""
    found = {}
    for idea, pk in Picture.objects.exclude(idea="").in_bank_order().values_list("idea", "pk"):
        found.setdefault(idea, pk)
    return found
