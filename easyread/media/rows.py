"""A kept file goes when its row goes, whichever way that happens."""

from django.db import transaction
from django.db.models.signals import post_delete

from .private import remove


def removes_its_file(model):
    """Let each row of `model` take the file named in its field `file` with it, once it is gone for certain.

    A file that cannot be removed then goes at night, with those that no row names.
    """
    post_delete.connect(_remove_file, sender=model, dispatch_uid=f"remove file of {model._meta.label}")


def _remove_file(sender, instance, using, **kwargs):
    transaction.on_commit(lambda: remove(instance.file), using=using, robust=True)
