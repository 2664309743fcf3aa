"""The first page: how many questions, how long, what happens next, who to ask, before anything is asked (Q11)."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from easyread.dates import full_date
from easyread.kept import kept
from easyread.reading import pictures_of
from engagement.proposals.reading import contact_of, opening_of

from ..flows import clear_draft, start_draft
from ..limits import hold_back
from .gates import answering
from .going_on import where_next

IDEAS = ("question", "stop", "promise", "listen", "who-decides", "privacy", "not-safe", "change")


@answering
def start(visit):
    """The start page; POST starts, goes on, starts for somebody else, or clears this device."""
    if visit.over:  # a worker's tablet: nothing is started or cleared here
        visit.check_address()
        return visit.go("answer_give_back")
    if visit.request.method == "POST":
        return pressed(visit)
    if visit.voice is None and (not visit.is_open or count_questions(visit) == 0):
        return not_open(visit)
    return show_start(visit)


def pressed(visit):
    """What a press on the start page does. Returns HttpResponse."""
    go = visit.request.POST.get("go", "start")
    if go == "clear":
        if visit.draft:
            clear_draft(draft=visit.draft)
        return visit.forget()
    if go != "new" and visit.draft:
        return visit.go(*where_next(visit))
    try:
        return begin(visit)
    except ValidationError as error:
        return refused(visit, error)


def begin(visit):
    """Start one person's answers and keep their secret on this device. Returns HttpResponse."""
    if not visit.is_open or count_questions(visit) == 0:
        raise ValidationError("", code="not_open")
    hold_back(visit.round, visit.request.POST, get_adapter(visit.request).get_client_ip(visit.request))
    # Who said something about a draft before goes on with the same voice and card.
    goes_on = visit.request.POST.get("go") != "new" and has_only_said(visit)
    _, secret = start_draft(round=visit.round, secret=visit.secret if goes_on else "")
    first = ("answer_practice",) if visit.round.practises else ("answer_question", 1)
    return visit.remember(visit.go(*first), secret)


def has_only_said(visit):
    """Whether what was sent from this device holds no answers yet, only words about a draft. Returns bool."""
    return visit.has_card and not visit.voice.answers.exists()


def refused(visit, error):
    """The page for a start that was refused: closed, too many at once, or a machine. Returns HttpResponse."""
    if error.code == "not_open":
        return not_open(visit)
    status = 429 if error.code == "too_many" else 400
    return show_start(visit, status=status, errors=[{"id": "start", "text": error.messages[0]}])


def not_open(visit):
    """The plain page of a round that nobody can answer: not open yet, without questions, or closed."""
    is_early = not visit.round.has_opened
    template = "not_open" if is_early or visit.is_open else "closed"
    return visit.show(template, is_early=is_early, opening=opening_of(visit.round))


def show_start(visit, status=200, errors=()):
    """The start page. Returns HttpResponse."""
    pictures = kept(visit.request, ("pictures of start",), lambda: pictures_of(*IDEAS))
    return visit.show(
        "start",
        status=status,
        errors=errors,
        pictures={idea.replace("-", "_"): pictures.get(idea) for idea in IDEAS},
        how_many=how_many(visit),
        promise=promise_of(visit.round),
        may_share=visit.round.lines_of("may_share"),
        decides=who_decides(visit.round.proposal),
        cleared="cleared" in visit.request.GET,
        left="left" in visit.request.GET,
        days=settings.DAYS_TO_COME_BACK,
        until=f"You can answer until {full_date(visit.round.closes_on)}." if visit.round.closes_on else "",
        has_only_said=has_only_said(visit),
        who_to_ring=who_to_ring(visit),
        here="start",
        words_href=visit.link("answer", standard=not visit.standard),
    )


def who_to_ring(visit):
    """Who is there for questions about the round, with one way to reach them: dict of name and way, or None."""
    contact = contact_of(visit.round.proposal) if visit.round.proposal else None
    linked = [way for way in contact["ways"] if way.get("href")] if contact else []
    return {"name": contact["name"], "way": linked[0] if linked else None} if contact else None


def promise_of(round):
    """What people can change, in one sentence or two that are not the same. Returns a list of str."""
    return list(dict.fromkeys([f"{round.get_promise_display()}.", *round.lines_of("promise_words")]))


def count_questions(visit):
    """How many questions this person is asked. Returns int."""
    return len(visit.draft.question_ids) if visit.draft else visit.round.question_rows.asked().count()


def how_many(visit):
    """How many questions there are, and how long they take. Returns a list of sentences."""
    count = count_questions(visit)
    return [
        "There is 1 question." if count == 1 else f"There are {count} questions.",
        f"It takes about {visit.round.minutes} minutes.",
    ]


def who_decides(proposal):
    """Who decides about the plan, and when. `proposal`: ProposalPage or None. Returns a list of sentences."""
    if proposal is None:
        return []
    late = bool(proposal.decide_on) and proposal.decide_on < timezone.localdate()
    verb = "wanted" if late else "want"
    when = f"They {verb} to decide by {full_date(proposal.decide_on)}." if proposal.decide_on else ""
    return [f"{proposal.decided_by.plain_name} will decide.", *([when] if when else [])]
