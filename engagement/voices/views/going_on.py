"""Where somebody goes on who has begun."""


def where_next(visit):
    """The first page that is still to do, as the arguments of `visit.go` and `visit.link`."""
    given = visit.answers
    for number, pk in enumerate(visit.draft.question_ids, start=1):
        if pk not in given:
            return ("answer_question", number)
    return ("answer_check",) if visit.draft.about else ("answer_about",)
