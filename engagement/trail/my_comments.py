"""What became of what one person said about sentences and pictures of drafts, as their card shows it to them alone."""

from easyread.blocks import lines
from engagement.proposals.models import RoundPage
from engagement.shaping.models import Comment


def my_comments(mine, story):
    """What a person said about drafts of a plan's `story` (Story), each with what became of it. `mine`: a MyVoice.

    Returns a list of dict: sentence, is_picture, kind, words, taken (bool, or None while nothing is out), reason, now,
    href. One query, in a *Make it together* only. Without the long link nothing is told.
    """
    if not mine.is_own or mine.round.kind != RoundPage.Kind.MAKE_TOGETHER:
        return []
    drafts = {draft.pk: draft for draft in story.drafts}
    said = Comment.objects.filter(voice=mine.voice, is_current=True).select_related("change").order_by("pk")
    return [told(comment, drafts, story.proposal) for comment in said]


def told(comment, drafts, plan):
    """One comment with what became of it in those of the `drafts` (dict key → Draft) that are out. Returns a dict."""
    change = comment.change if comment.change and comment.change.draft_id in drafts else None
    draft = change and drafts[change.draft_id]
    return {
        "sentence": comment.sentence,
        "is_picture": comment.is_picture,
        "kind": comment.get_kind_display(),
        "words": comment.words,
        "taken": change and change.taken,
        "number": draft and draft.number,
        "now": lines(change.after) if change else [],
        "reason": lines(change.reason) if change else [],
        "href": f"{plan.address}draft-{draft.number}/#change-{change.public_id}" if change else "",
    }
