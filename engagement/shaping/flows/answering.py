"""What becomes of what people said about one sentence: a change of the next draft, or a reason why not."""

import json

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from wagtail.log_actions import log

from easyread.blocks import lines
from easyread.signals import content_changed
from easyread.wording import errors_in_words

from ..gates import is_out
from ..models import Change, Comment, Draft
from ..permissions import check_may_publish
from ..replacing import replaced, says
from .versions import keep_version

NOBODY = "Choose what you want to answer."
NOT_READ = "Read all words first. Nobody has read some words about this."
NEEDS_REASON = "Say why in Easy Read. Everybody can read the reason."
SAYS_OTHERWISE = "Draft {} does not say this sentence any more. Write the change in that draft."


@transaction.atomic
def answer_comments(*, comments, by, taken, reason, after="", standard=""):
    """Answer what people said about one sentence or picture: in the next draft, which is begun when there is none.

    `comments`: queryset of Comment of one place; `by`: User; `taken`: whether it changes; `after`: the new sentences,
    one a line, empty to take the sentence out; `reason`, `standard`: why. Returns the Change. The next draft then says
    the new sentences. Raises PermissionDenied, ValidationError.
    """
    check_may_publish(by)
    said = list(Comment.objects.waiting().select_for_update(of=("self",)).filter(pk__in=comments.values("pk")))
    refuse(said, after, reason)
    first = said[0]
    draft = next_draft(first.draft, by)
    if taken and not first.is_picture:
        say_it_anew(draft, first.sentence, after, by)
    says_anew = taken and not first.is_picture  # what did not change stands with the comment
    change = Change.objects.create(
        draft=draft,
        before=first.sentence if says_anew else "",
        after="\n".join(lines(after)) if says_anew else "",
        taken=taken,
        reason="\n".join(lines(reason)),
        standard=standard.strip(),
        comment=first,
        sort_order=(draft.changes.aggregate(last=Max("sort_order"))["last"] or 0) + 1,
    )
    Comment.objects.filter(pk__in=[comment.pk for comment in said]).update(change=change)
    log(instance=draft, action="shaping.answered", user=by, data={"comments": len(said), "taken": taken})
    content_changed.send(sender=Comment)
    return change


def refuse(said, after, reason):
    """Raise ValidationError unless there is something to answer, all of it was read, and why is told in Easy Read."""
    if not said:
        raise ValidationError(NOBODY)
    if any(comment.words and not comment.read_at for comment in said):
        raise ValidationError(NOT_READ)
    if not reason.strip():
        raise ValidationError({"reason": NEEDS_REASON})
    for name, words in (("after", after), ("reason", reason)):
        if errors := errors_in_words(words):
            raise ValidationError({name: [f"“{error.text}”: {error.message}" for error in errors]})


def next_draft(draft, by):
    """The draft of the same plan that is not out yet; a new one that says what the last one says when all are out."""
    last = Draft.objects.select_for_update().filter(proposal=draft.proposal_id).order_by("number").last()
    if not is_out(last):
        return last
    number = last.number + 1
    words = {name: json.dumps(list(getattr(last, name).raw_data)) for name in ("easy_read", "standard")}
    made = Draft.objects.create(proposal=last.proposal, number=number, title=f"Draft {number}", **words)
    log(instance=made, action="wagtail.create", user=by)
    return made


def say_it_anew(draft, sentence, after, by):
    """Put `after` (str, one sentence a line) in place of a `sentence` (str) in a `draft` (Draft) that is not out."""
    raw = json.loads(json.dumps(list(draft.easy_read.raw_data)))
    if not says(raw, sentence):
        if lines(after) and all(says(raw, line) for line in lines(after)):
            return
        raise ValidationError(SAYS_OTHERWISE.format(draft.number))
    keep_version(draft=draft, by=by)
    draft.easy_read = json.dumps(replaced(raw, sentence, lines(after)))
    draft.save()
