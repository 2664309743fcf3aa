"""Two editors on one draft: nobody writes over words they did not see, and what is written over is kept."""

import json

from django.core.exceptions import ValidationError
from django.db import transaction

from ..models import Draft, DraftVersion

CHANGED = (
    "Somebody else saved this draft while you were writing. "
    "Your words are still here. Look at both below. Then save again."
)


@transaction.atomic
def keep_version(*, draft, by, seen=None):
    """Keep a `draft` (Draft) as it is stored, before it is saved anew, and raise its version.

    `by`: User. `seen`: the version that the writer saw (int); another one raises ValidationError, code "changed".
    Save the draft in the same transaction. Returns the DraftVersion.
    """
    stored = Draft.objects.select_for_update().get(pk=draft.pk)
    if seen is not None and seen != stored.version:
        raise ValidationError(CHANGED, code="changed")
    content = json.loads(stored.to_json())
    kept = DraftVersion.objects.create(draft=stored, number=stored.version, content=content, replaced_by=by)
    draft.version = stored.version + 1
    Draft.objects.filter(pk=draft.pk).update(version=draft.version)
    return kept
