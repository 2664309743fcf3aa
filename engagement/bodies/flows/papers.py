"""Papers for a meeting: written, and sent to those who have a place."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..models import MeetingPaper
from ..permissions import check_may_prepare

NEEDS_TITLE = "Say in Easy Read what the paper is."
NEEDS_EASY_READ = "Add the paper in Easy Read first."
OTHER_MEETING = "Choose something on the agenda of this meeting."
WAS_SENT = "People have this paper. It must stay."
IS_SENT = "This paper is sent already."
NOT_YET = "Choose today or a day before today."
TEXTS = ("title", "plain", "checked_by", "standard")


@transaction.atomic
def write_paper(*, meeting, by, paper=None, item=None, easy_read_file=None, standard_file=None, **words):
    """Write down a paper that people need for a meeting, or write one anew. Nobody sees it before it is sent.

    `meeting`: Meeting; `by`: User; `paper`: the MeetingPaper to write anew, or None; `item`: AgendaItem or None;
    the files: SiteDocument or None; `words`: title, plain, checked_by, standard (str). Returns the MeetingPaper.
    Words that change after they were checked are not checked any more.
    """
    check_may_prepare(by, meeting.body)
    paper = paper or MeetingPaper(meeting=meeting)
    before = (paper.plain, paper.checked_by)
    for name in TEXTS:
        setattr(paper, name, words.get(name, "").strip())
    paper.item, paper.easy_read_file, paper.standard_file = item, easy_read_file, standard_file
    if paper.plain != before[0] and paper.checked_by == before[1]:
        paper.checked_by = ""
    _check(paper)
    paper.save()
    log(instance=meeting, action="bodies.paper_written", user=by)
    return paper


def _check(paper):
    if not paper.title:
        raise ValidationError({"title": NEEDS_TITLE})
    if paper.item and paper.item.meeting_id != paper.meeting_id:
        raise ValidationError({"item": OTHER_MEETING})
    if paper.sent_on and not has_easy_read(paper):
        raise ValidationError({"plain": NEEDS_EASY_READ})


def has_easy_read(paper):
    """Whether a `paper` (MeetingPaper) is there in Easy Read, as words or as a file. Returns bool."""
    return bool(paper.plain or paper.easy_read_file_id)


@transaction.atomic
def send_paper(*, paper, by, on=None):
    """Say that people have a paper in Easy Read, and let them read it here.

    `paper`: MeetingPaper; `by`: User; `on`: date on which they got it, today when left out. Returns the MeetingPaper.
    A paper without Easy Read cannot be sent: the standard version alone is no paper in time (EASY-READ.md 0.5).
    """
    check_may_prepare(by, paper.meeting.body)
    if paper.sent_on:
        raise ValidationError(IS_SENT)
    if not has_easy_read(paper):
        raise ValidationError(NEEDS_EASY_READ)
    if on and on > timezone.localdate():
        raise ValidationError({"on": NOT_YET})
    paper.sent_on = on or timezone.localdate()
    paper.save()
    log(instance=paper.meeting, action="bodies.paper_sent", user=by)
    return paper


@transaction.atomic
def remove_paper(*, paper, by):
    """Take out a paper that nobody has yet. `paper`: MeetingPaper; `by`: User."""
    check_may_prepare(by, paper.meeting.body)
    if paper.sent_on:
        raise ValidationError(WAS_SENT)
    paper.delete()
    log(instance=paper.meeting, action="bodies.paper_written", user=by)
