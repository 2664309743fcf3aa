"""What must hold before a draft is out: its words, and who is behind each sentence that changed (DESIGN.md 2)."""

from django.utils import timezone

from easyread.blocks import lines

from .comparing import NEW, TAKEN_OUT, changed, compare
from .models import Draft
from .places import places_of
from .sentences import easy_sentences, tidy

IS_OUT = "This draft is published already."
NEEDS_WORDS = "Write the draft in Easy Read first."
NEEDS_CHANGES = "Say what changed in this draft and because of whom. Or say what we do not know."
NOBODY_BEHIND = {
    "changed": "This changed. Say because of whom: “{}”",
    NEW: "This is new. Say because of whom: “{}”",
    TAKEN_OUT: "This was taken out. Say because of whom: “{}”",
}
NOT_IN_EARLIER = "A change has words that are not in draft {}: “{}”"
SAME_PICTURE = "Somebody asked for another picture beside “{}”. Choose another, or say why not."
NOT_IN_THIS = "A change has words that are not in this draft: “{}”"


def is_out(draft):
    """Whether everybody can see a `draft` (Draft). Returns bool."""
    if draft.published_on:
        return draft.published_on <= timezone.localdate()
    return bool(draft.date_words)


def earlier_of(draft):
    """The draft that people saw before this one (Draft), or None when nobody saw one."""
    if not draft.proposal_id or not draft.number:
        return None
    return Draft.objects.published().filter(proposal=draft.proposal_id, number__lt=draft.number).last()


def newest_of(plan):
    """The last draft of a plan (its key, int) that people can see (Draft), or None."""
    return Draft.objects.published().filter(proposal=plan).last()


def reasons_not_to_publish(draft):
    """Why a `draft` (Draft) cannot be published yet, as a list of Easy Read sentences."""
    reasons = []
    if is_out(draft):
        reasons.append(IS_OUT)
    if not draft.easy_read:
        reasons.append(NEEDS_WORDS)
    changes = list(draft.changes.select_related("comment"))
    if draft.number > 1 and not draft.unknown.strip() and not changes:
        reasons.append(NEEDS_CHANGES)
    return reasons + what_is_unfounded(draft, changes) + same_pictures(draft, changes)


def same_pictures(draft, changes):
    """A picture that somebody asked to change, that was taken up, and that the `draft` (Draft) still shows.

    Returns a list of Easy Read sentences.
    """
    asked = [change.comment for change in changes if change.taken and change.comment and change.comment.is_picture]
    if not asked:
        return []
    there = {place.key for place in places_of(draft.easy_read)}
    return [SAME_PICTURE.format(comment.sentence) for comment in asked if comment.place in there]


def what_is_unfounded(draft, changes):
    """What changed in a `draft` (Draft) with nobody behind it, and changes of words that are in no draft.

    `changes`: a list of Change. Returns a list of Easy Read sentences; an empty one where there is no earlier draft.
    """
    earlier = earlier_of(draft)
    if earlier is None:
        return []
    before, after = easy_sentences(earlier.easy_read), easy_sentences(draft.easy_read)
    made_up = [NOT_IN_EARLIER.format(earlier.number, words) for words in named(changes, "before") - set(before)]
    taken = [change for change in changes if change.taken]
    made_up += [NOT_IN_THIS.format(words) for words in named(taken, "after") - set(after)]
    return sorted(made_up) + ([] if (draft.unknown or "").strip() else nobody_behind(before, after, taken))


def nobody_behind(before, after, changes):
    """One sentence for each sentence that changed and that no change names. `before`, `after`: lists of str."""
    gone, come = named(changes, "before"), named(changes, "after")
    told = []
    for row in changed(before, after, told_pairs(changes)):
        if row.after and row.after not in come:
            told.append(NOBODY_BEHIND[row.kind].format(row.after))
        elif row.before and row.before not in gone:
            told.append(NOBODY_BEHIND[TAKEN_OUT].format(row.before))
    return told


def named(changes, side):
    """The sentences that `changes` (Changes) name on one `side` ("before" or "after"), as a set of str."""
    return {tidy(line) for change in changes for line in lines(getattr(change, side))}


def told_pairs(changes):
    """The pairs of sentences that `changes` (Changes) say belong together, as a list of tuples of two str."""
    return [
        (tidy(old), tidy(new))
        for change in changes
        for old, new in zip(lines(change.before), lines(change.after), strict=False)
    ]


def rows_of(draft, earlier, changes):
    """The Easy Read of two drafts side by side, as a list of comparing.Row. `changes`: those of `draft`, a list."""
    taken = [change for change in changes if change.taken]
    return compare(easy_sentences(earlier.easy_read), easy_sentences(draft.easy_read), told_pairs(taken))
