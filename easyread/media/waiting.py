"""What takes long to open is kept as it came and written anew by the worker beside the web processes (F5).

For any model with `file`, `waiting`, `trouble`, a property `opened_as` (a kind), and of the facts of a Cleaned those
that it wants to know.
Nobody is given a row's file while it waits. A worker that was killed loses nothing: the row still waits, and whoever
looks at it, or the night, asks again.
"""

from django.apps import apps
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.dispatch import Signal
from django_tasks import task

from .. import conf
from .cleaning import clean, look_into
from .limits import LATER
from .private import keep, keep_given, remove, storage

AGAIN_AFTER = 120  # seconds: then it is asked for anew, in case the worker was killed
FACTS = ("content_type", "sha256", "seconds", "width", "height", "bytes")
GONE = "This file is gone. Please give it to us again."
opening = Signal()  # in the transaction, with `row` and `trouble` (str), before `row` is written
opened = Signal()  # in the transaction, with `row`: it was written anew, or could not be


def takes_long(file, kind):
    """Whether an uploaded `file` is left to the worker. `kind`: str. Returns bool."""
    return file.size >= LATER.get(kind, float("inf"))


def keep_waiting(folder, file, kind):
    """Look into `file`, and keep it in `folder` (str) as it came. Returns what its row holds until later (dict).

    Raises ValidationError as `clean` does, and OSError when there is no room.
    """
    look_into(file, kind)
    size = file.size  # before it is moved
    name = keep_given(folder, file)
    facts = {"content_type": "application/octet-stream", "sha256": "", "seconds": 0, "width": 0, "height": 0}
    return {"file": name, "bytes": size, "waiting": True, **facts}


def ask_for(row):
    """Have the worker write the file of a waiting `row` anew, or do it at once where there is none."""
    if row.waiting and cache.add(f"opening:{row.file}", True, AGAIN_AFTER):
        write_later.enqueue(row._meta.label, row.pk)


def ask_again(model):
    """Ask for each row of `model` that still waits, as a worker may have been killed. Returns how many (int)."""
    rows = list(model.objects.filter(waiting=True))
    for row in rows:
        ask_for(row)
    return len(rows)


@task(backend=conf.papers_backend())
def write_later(label, pk):
    """Write the file of one waiting row anew. `label`: of its model; `pk`: int. Done already, or gone: nothing."""
    row = apps.get_model(label)._base_manager.filter(pk=pk, waiting=True).first()
    if row is not None:
        write_anew(row)


def write_anew(row):
    """Open the file of a waiting `row` and keep it written anew; or keep why that cannot be."""
    try:
        with storage().open(row.file) as given:
            cleaned = clean(File(given), row.opened_as)
    except FileNotFoundError:
        return end(row, trouble=GONE)
    except ValidationError as refusal:
        return end(row, trouble=refusal.messages[0])
    name = keep(row.file.split("/")[0], cleaned)
    try:
        if not end(row, file=name, **facts_of(cleaned, type(row))):
            remove(name)
    except BaseException:
        remove(name)
        raise


def facts_of(cleaned, model):
    """What rows of a `model` want to know of a Cleaned, as a dict of field → value."""
    wanted = {field.name for field in model._meta.fields}
    facts = {fact: getattr(cleaned, fact) for fact in FACTS if fact != "bytes"} | {"bytes": len(cleaned.data)}
    return {fact: value for fact, value in facts.items() if fact in wanted}


@transaction.atomic
def end(row, **values):
    """Write `values` into a `row` that still waits; what was given goes. Returns bool: False when the row is gone."""
    manager, given = type(row)._base_manager, row.file
    waits = manager.select_for_update().filter(pk=row.pk, waiting=True, file=given)
    if not waits:
        return False
    opening.send(sender=type(row), row=row, trouble=values.get("trouble", ""))
    waits.update(waiting=False, **values)
    transaction.on_commit(lambda: remove(given), robust=True)
    opened.send(sender=type(row), row=manager.get(pk=row.pk))
    return True
