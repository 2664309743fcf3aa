"""A draft as a printed paper: what changed and why, then what it says. No quotes stand on it (P2)."""

from easyread.blocks import lines
from easyread.printing import Idea, Notice, Section, sections_of
from easyread.reading import pictures_of, with_pictures
from engagement.proposals.reading import contact_of

from .drafts import about_draft, changes_in, draft_title, names_of_writers, side_by_side
from .papers import start

BANK = ("easy-read", "plan")


def draft_paper(draft, earlier, plan):
    """The paper of a draft (Draft) of a `plan` (ProposalPage), beside the draft before it (`earlier`, or None)."""
    bank = pictures_of(*BANK)
    changes = changes_in(draft, plan)
    address = f"{plan.address}draft-{draft.number}/"
    paper = start(f"{plan.title}: {draft_title(draft)}", address, bank, label="A draft", is_example=plan.is_example)
    paper.words, paper.picture, paper.contact = about_draft(draft), plan.picture or bank.get("plan"), contact_of(plan)
    not_taken = [change for change in changes if not change.taken]
    paper.sections = [
        *section("What changed", changed_parts(draft, earlier, changes)),
        *section("What did not change, and why", [suggestion(change) for change in not_taken]),
        *section("What we do not know", [Idea(words=lines(draft.unknown))] if draft.unknown.strip() else []),
        *sections_of(with_pictures(draft.easy_read), "What this draft says"),
        *section("Who wrote this draft with us", thanks(draft)),
        *section("Who can say yes to this draft", approval(draft)),
    ]
    return paper


def thanks(draft):
    """The names of those who wrote a draft with us, and thanks, as a list of Idea; an empty one without names."""
    names = names_of_writers(draft)
    return [Idea(words=[*names, "Thank you."])] if names else []


def approval(draft):
    """Who can say yes to a draft, and what is not known, as a list of Idea."""
    who = [f"{draft.approved_by.plain_name} can say yes."] if draft.approved_by else []
    words = [*who, *lines(draft.approval)]
    return [Idea(words=words)] if words else []


def section(title, parts):
    """One Section in a list; an empty list without parts."""
    return [Section(title, parts)] if parts else []


def changed_parts(draft, earlier, changes):
    """Each sentence that changed with its reasons, as a list of Notice; the rest of the changes after them."""
    rows = side_by_side(draft, earlier, changes) if earlier else []
    shown = [row for row in rows if not row.is_kept and not row.is_moved]
    placed = {change.pk for row in shown for change in row.changes}
    others = [change for change in changes if change.taken and change.pk not in placed]
    return [row_part(row, draft, earlier) for row in shown] + [Notice(title="Changed", words=told(c)) for c in others]


def row_part(row, draft, earlier):
    """One sentence that changed, as a Notice."""
    words = [f"Draft {earlier.number}: {row.before}"] if row.before else []
    words += [f"Draft {draft.number}: {row.after}"] if row.after else []
    why = [words for change in row.changes for words in reasons(change)]
    return Notice(title=row.tag, words=[*words, *(why or ["We do not know who asked for this."])])


def told(change):
    """A change that stands beside no sentence, as a list of str."""
    words = [f"Before: {line}" for line in lines(change.before)] + [f"Now: {line}" for line in lines(change.after)]
    return [*(words or about_comment(change)), *reasons(change)]


def suggestion(change):
    """A suggestion that was not taken, as a Notice."""
    title = "Somebody asked for this"
    said = lines(change.after) or lines(change.before) or about_comment(change)
    return Notice(title=title, words=[*said, *reasons(change)])


def about_comment(change):
    """The sentence or picture that somebody said something about, as a list of str."""
    if not change.comment:
        return []
    named = "The picture beside" if change.comment.is_picture else "The sentence"
    return [f"{named}: {change.comment.sentence}"]


def reasons(change):
    """Why, and because of whom, as a list of str."""
    return [*lines(change.reason), *(link["text"] for link in change.links)]
