"""Leaving hints and warnings of the check as they are, and looking at them again."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.log_actions import log

from ..models import LetGo
from ..models.covering import fingerprint_of_sentence
from ..writing.rights import may_write

MOST = {"rule": 40, "words": 200, "sentence": 10_000}
NOT_YOURS = "You may not change this."
TOO_LONG = "This sentence is too long to be left as it is."


@transaction.atomic
def let_go(*, rows, by):
    """Leave problems as they are, for everybody, as long as their sentence stays the same.

    `rows`: a list of dict with `rule`, `words` and `sentence` (str); `by`: User. An error stays, whatever is said here
    (easyread/writing/leaving.py). Returns how many (int). Raises PermissionDenied, ValidationError.
    """
    refuse(rows, by)
    for row in rows:
        kept, is_new = LetGo.objects.get_or_create(**key(row), defaults={"sentence": row["sentence"], "made_by": by})
        if is_new:
            log(instance=kept, action="easyread.let_go", user=by, data={"rule": kept.rule, "words": kept.words})
    return len(rows)


@transaction.atomic
def look_again(*, rows, by):
    """Take back what `let_go` did, for everybody. The same arguments. Returns how many (int)."""
    refuse(rows, by)
    for row in rows:
        LetGo.objects.filter(**key(row)).delete()
    return len(rows)


def refuse(rows, by):
    """Raise PermissionDenied for somebody who writes nothing, ValidationError for what is too long to keep."""
    if not may_write(by):
        raise PermissionDenied(NOT_YOURS)
    if any(len(row[name]) > most for row in rows for name, most in MOST.items()):
        raise ValidationError(TOO_LONG)


def key(row):
    """How one problem is found again. `row`: dict. Returns a dict of the model's fields."""
    return {"fingerprint": fingerprint_of_sentence(row["sentence"]), "rule": row["rule"], "words": row["words"]}
