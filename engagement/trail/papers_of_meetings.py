"""Papers of a meeting: in time or late with days, and whether readers checked them."""

from django.utils import timezone

from easyread.dates import full_date


def shown_papers(meeting):
    """The papers of a `meeting` (Meeting), as a list of MeetingPaper; each with `tag`, `kind`, `words`. One query.

    A paper that is not sent yet shows its title and its day, and none of its words.
    """
    papers = list(meeting.papers.select_related("easy_read_file", "standard_file"))
    for paper in papers:
        paper.meeting = meeting
        tell(paper)
    return papers


def tell(paper):
    """Put on a `paper` (MeetingPaper) how it stands: tag, kind of tag, and sentences."""
    late, due = paper.days_late(timezone.localdate()), full_date(paper.meeting.papers_due_on)
    days = "1 day" if late == 1 else f"{late} days"
    if paper.sent_on:
        paper.tag, paper.kind = (f"{days} late", "late") if late else ("In time", "done")
        paper.words = [f"People got this paper on {full_date(paper.sent_on)}."]
        if late:
            paper.words.append(f"It was due by {due}.")
        paper.words.append(checked_words(paper))
    elif late:
        paper.tag, paper.kind = f"{days} late", "late"
        paper.words = [f"This paper was due by {due}.", "People do not have it yet."]
    else:
        paper.tag, paper.kind = "To come", "soon"
        paper.words = [f"People get this paper by {due}."]


def checked_words(paper):
    """Whether readers checked a `paper` (MeetingPaper), as one sentence (6.8: never called Easy Read unchecked)."""
    return (
        f"Readers checked this paper: {paper.checked_by}." if paper.checked_by else "We are still checking this paper."
    )
