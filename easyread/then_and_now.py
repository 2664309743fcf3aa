"""What a part of a page said when a checker found it hard, and what the newest version says: the change itself."""

import json

from wagtail.models import Page, Revision

from .wording import words_in


def with_both(remarks):
    """Give each of the `remarks` (list of PartCheck) its words `then` and `now`. Returns the same list.

    Each also knows whether they `differ`, and whether the part is `gone`.

    `then`, `now`: list of sentences (str); `now` is None when the part is not on the page any more, or when it is no
    part with words of its own. Two queries, for any number.
    """
    keys = {remark.pk: int(remark.page_check.revision.object_id) for remark in remarks}
    latest = dict(Page.objects.filter(pk__in=keys.values()).values_list("pk", "latest_revision"))
    versions = Revision.objects.select_related("content_type").in_bulk({pk for pk in latest.values() if pk})
    for remark in remarks:
        version = versions.get(latest.get(keys[remark.pk]))
        remark.then = words_of_part(remark.page_check.revision, remark.key) or []
        remark.now = words_of_part(version, remark.key) if version else None
        remark.differ = remark.now is not None and remark.now != remark.then
        remark.gone = bool(remark.then) and remark.now is None
    return remarks


def words_of_part(revision, key):
    """The words of the part `key` (str) in a `revision` (Revision), as a list of str; None when it is not there."""
    kind, content = revision.content_type.model_class(), revision.content
    if kind is None or not hasattr(kind, "easy_streams"):
        return None
    if key in kind.easy_fields:
        return lines_of([content.get(key) or ""])
    for name in kind.easy_streams:
        blocks = content.get(name) or []
        for block in json.loads(blocks) if isinstance(blocks, str) else blocks:
            if block.get("id") == key:
                return lines_of(words_in(block["value"]))
    return None


def lines_of(texts):
    """The lines of `texts` (list of str) without empty ones, as a list of str."""
    return [line.strip() for text in texts for line in text.splitlines() if line.strip()]
