"""The first page: how many questions, how long, what happens next, who to ask, before anything is asked (Q11)."""

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError

from easyread.dates import full_date
from easyread.kept import kept
from easyread.reading import pictures_of
from engagement.proposals.reading import opening_of

from ..flows import clear_draft, start_draft
from ..limits import count_start
from .visit import answering

IDEAS = ("question", "stop", "promise", "listen", "who-decides", "privacy", "not-safe", "change")
TRAP = "Something went wrong. Please press Start again."


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
        return visit.go("answer_question", first_open(visit))
    try:
        return begin(visit)
    except ValidationError as error:
        return refused(visit, error)


def begin(visit):
    """Start one person's answers and keep their secret on this device. Returns HttpResponse."""
    if visit.request.POST.get("website"):  # a box that people do not see
        raise ValidationError(TRAP, code="trap")
    if not visit.is_open or count_questions(visit) == 0:
        raise ValidationError("", code="not_open")
    count_start(get_adapter(visit.request).get_client_ip(visit.request))
    # Who said something about a draft before goes on with the same voice and card.
    goes_on = visit.request.POST.get("go") != "new" and has_only_said(visit)
    _, secret = start_draft(round=visit.round, secret=visit.secret if goes_on else "")
    return visit.remember(visit.go("answer_question", 1), secret)


def has_only_said(visit):
    """Whether what was sent from this device holds no answers yet, only words about a draft. Returns bool."""
    return visit.has_card and not visit.voice.answers.exists()


def refused(visit, error):
    """The page for a start that was refused: closed, too many at once, or a machine. Returns HttpResponse."""
    if error.code == "not_open":
        return not_open(visit)
    status = 429 if error.code == "too_many" else 400
    return show_start(visit, status=status, errors=[{"id": "start", "text": error.messages[0]}])


def first_open(visit):
    """The number of the first question that this person has not answered, or of the last one. Returns int."""
    done = set(visit.draft.answers.values_list("question", flat=True))
    for number, pk in enumerate(visit.draft.question_ids, start=1):
        if pk not in done:
            return number
    return len(visit.draft.question_ids)


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
        has_only_said=has_only_said(visit),
        easy_href=visit.link("answer", standard=False),
        standard_href=visit.link("answer", standard=True),
    )


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
    when = f"They want to decide by {full_date(proposal.decide_on)}." if proposal.decide_on else ""
    return [f"{proposal.decided_by.plain_name} will decide.", *([when] if when else [])]
