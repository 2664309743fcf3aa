"""What a concern keeps of the words it is about: as they stood when somebody became worried."""

from engagement.polls.models import Question

from .models import Answer, DraftAnswer, Statement


def said_in(draft, voice, question=None):
    """What was said, as a list of dict with `question`, `words`, `summary` and `choices` (str or list of str).

    `draft`: VoiceDraft, or `voice`: Voice. `question`: Question, for one answer alone. A vote is never among it: nobody
    sees what a person voted (DESIGN.md 6.9).
    """
    if voice is not None:
        rows = Answer.objects.filter(voice=voice, is_current=True).select_related("question__poll")
        rows = rows.prefetch_related("chosen__choice")
    else:
        rows = DraftAnswer.objects.filter(draft=draft).select_related("question__poll")
    if question is not None:
        rows = rows.filter(question=question)
    said = [kept(row, chosen_in(row)) for row in rows.order_by("question__sort_order", "pk")]
    if voice is None:
        said += stated_in(draft, question)
    return [row for row in said if row["words"] or row["summary"] or row["choices"]]


def kept(row, choices):
    """One answer (Answer or DraftAnswer) as a dict of plain values. `choices`: list of str."""
    return {"question": row.question.text, "words": row.words, "summary": row.summary, "choices": choices}


def chosen_in(row):
    """The texts of the choices of one answer; none in a vote."""
    if getattr(row.question, "poll", None):
        return []
    if isinstance(row, Answer):
        return [chosen.choice.text for chosen in row.chosen.all()]
    known = row.question.choices.filter(pk__in=row.choice_ids) if row.choice_ids else ()
    return [choice.text for choice in known]


def stated_in(draft, question):
    """What a group said so far and did not send: its statements, as dicts."""
    rows = Statement.objects.filter(session__draft=draft)
    rows = rows.filter(question=question) if question is not None else rows
    texts = dict(Question.objects.filter(pk__in=rows.values("question")).values_list("pk", "text"))
    return [
        {"question": texts.get(row.question_id, ""), "words": row.words, "summary": "", "choices": []} for row in rows
    ]
