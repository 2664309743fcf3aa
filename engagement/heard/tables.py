"""The exact counts of a closed round as a table for a spreadsheet: whole totals, for the Unit alone."""

import csv

from django.db.models import Prefetch

from engagement.polls.models import Choice, Question
from engagement.voices.bands import ABOVE, STEPS
from engagement.voices.disarming import disarmed
from engagement.voices.entered import Echo
from engagement.voices.models import Answer, AnswerChoice
from engagement.voices.reports import OTHERS, OWN, count_apart, count_round

from .reports import counted_themes

HEADINGS = ["What is counted", "Question or theme", "Answer", "How many"]


def counted_rows(round):
    """The counts of a closed `round` (RoundPage), line after line: an iterator of lists of four cells (str or int)."""
    kept = Choice.objects.order_by("sort_order", "pk")
    questions = Question.objects.filter(round=round).select_related("poll").order_by("sort_order", "pk")
    questions = list(questions.prefetch_related(Prefetch("choices", queryset=kept)))
    counts = count_round(round, apart=count_apart(round, questions))
    yield from of_everybody(counts)
    for question in questions:
        yield from of_question(question, counts)
    for theme in counted_themes(round):
        yield ["Theme: people's own words", theme.title, "", theme.by_own]
        yield ["Theme: said by others", theme.title, "", theme.by_others]
        yield ["Theme: groups", theme.title, "", theme.by_groups]


def of_everybody(counts):
    """How many took part. `counts`: Counts. An iterator of lists of cells."""
    yield ["Voices", "", "", counts.voices.total]
    yield ["Voices: their own words", "", "", counts.voices.whose[OWN]]
    yield ["Voices: said by others", "", "", counts.voices.whose[OTHERS]]
    if counts.apart:
        yield ["Somebody else's view, counted apart", "", "", counts.someone_else]
    yield ["Taken back after closing, still counted", "", "", counts.taken_back]
    yield ["Workshops of 8 people or more", "", "", counts.workshops]
    yield ["People in these workshops", "", "", counts.workshop_people]
    yield ["Smaller groups", "", "", counts.small_workshops]


def of_question(question, counts):
    """What was answered to one `question` (Question with its choices). An iterator of lists of cells."""
    for state, label in Answer.State.choices:
        yield ["Answers", question.text, label, counts.states[question.pk, state].total]
    for choice in question.choices.all():
        yield from of_choice(question, choice, counts)
    amounts = {step: split.total for (pk, step), split in counts.amounts.items() if pk == question.pk}
    for step in sorted(amounts, key=STEPS.index):
        yield ["Amounts", question.text, "more than that" if step == ABOVE else f"up to {step}", amounts[step]]


def of_choice(question, choice, counts):
    """How many chose one `choice` (Choice), put it in which place or pile, and how many hands there were."""
    if question.puts_in_order or question.sorts:
        found = sorted((state, split) for (pk, state), split in counts.things.items() if pk == choice.pk)
        for state, split in found:
            how = AnswerChoice.Pile(state).label if question.sorts else f"place {state}"
            yield ["Things", question.text, f"{choice.text}: {how}", split.total]
    else:
        yield ["Choices", question.text, choice.text, counts.choices[choice.pk].total]
    if hands := counts.hands.get(choice.pk):
        yield ["Hands in workshops", question.text, choice.text, hands]


def lines_of(round):
    """The table as lines of CSV (str), one after the other. No cell can run in a spreadsheet (S4)."""
    writer = csv.writer(Echo())
    yield "\ufeff" + writer.writerow(HEADINGS)  # a mark by which spreadsheets know that it is UTF-8
    for row in counted_rows(round):
        yield writer.writerow([disarmed(cell) if isinstance(cell, str) else cell for cell in row])
