"""Where somebody goes on who has begun."""

from .places import way_to


def where_next(visit):
    """Where the person stopped, else the first page that is still to do, as the arguments of `visit.go`."""
    if visit.draft.stopped_at:
        return way_to(visit.draft.stopped_at)
    given = visit.answers
    for number, pk in enumerate(visit.draft.question_ids, start=1):
        if pk not in given:
            return ("answer_question", number)
    return ("answer_check",) if visit.draft.about else ("answer_about",)
