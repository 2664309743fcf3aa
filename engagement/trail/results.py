"""The results of a round as everyone may see them: counts and dots, splits where nobody can be known (3.9)."""

from dataclasses import dataclass, field

from engagement.polls.models import Poll
from engagement.voices.models import Answer
from engagement.voices.reports import count_apart, count_round
from engagement.voices.small_numbers import SMALL_NUMBER, is_small, public_choices, public_parts, public_split, rounded

from .hands import hands_of, people_in_workshops
from .ideas import FIRST, by_picks
from .meanings import NO_SPLIT
from .result_rows import Table
from .results_by_kind import Kind, cells_of_split, told_of
from .rounds import asked_questions

WHOSE = {"own": "Their own words", "others": "Said by others"}
SPEAKING = {
    "people": "People with a learning disability and autistic people",
    "carers": "Carers and families",
    "others": "Others, and people who did not say",
}
SPLITS = (("whose", "Whose words they are", WHOSE), ("speaking", "Who was speaking", SPEAKING))
MORE_THAN_CHOICES = (Kind.ORDER, Kind.SORT, Kind.NUMBER)
REST = "rest"
PROMISES = {
    Poll.Promise.WEIGH: "This was a vote. It helps them to decide.",
    Poll.Promise.FOLLOW: "This was a vote. They have promised to do what most people choose.",
}


@dataclass
class QuestionResult:
    """What people answered to one question."""

    question: object
    told: object  # Told, with the rows
    promise: str = ""
    answered: int = 0
    left_out: int = 0
    tables: list = field(default_factory=list)
    hands: list = field(default_factory=list)  # of HandsRow: beside the rows, never in them

    @property
    def rows(self):
        """Every row: choices, things that were put first, or bands of amounts. A list of Row."""
        return self.told.rows

    @property
    def first_rows(self):
        """The rows on the page of results: all, or of many ideas those that most people picked."""
        return self.rows[:FIRST] if self.question.picks_ideas else self.rows


def is_hidden(page, counts):
    """Whether even the totals of a round are hidden: too few took part, or the PMU said so. Returns bool."""
    return page.small_round or is_small(counts.voices.total)


def questions_of(page):
    """The questions whose results are shown, those that ended too when they were answered. A list of Question."""
    return asked_questions(page)


def poll_of(question):
    """The Poll of a question, or None."""
    return getattr(question, "poll", None)


def results_of(page):
    """A round's questions with their public results, and all its counts. Returns (list of QuestionResult, Counts)."""
    questions = questions_of(page)
    counts = count_round(page, apart=count_apart(page, questions))
    for question in questions:
        if question.picks_ideas:
            question.shown_choices = by_picks(question, counts)
    return [question_result(question, counts) for question in questions], counts


def public_counts(page):
    """The Counts of a round (RoundPage) when its numbers are public: closed, and not so small that they are hidden."""
    if page.stage != "closed":
        return None
    counts = count_round(page, apart=count_apart(page, questions_of(page)))
    return None if is_hidden(page, counts) else counts


def question_result(question, counts):
    """The public result of one question."""
    choices = question.shown_choices
    answered = sum(counts.states[question.pk, state].total for state in (Answer.State.ANSWERED, Answer.State.NOT_SURE))
    poll = poll_of(question)
    return QuestionResult(
        question=question,
        told=told_of(question, choices, counts),
        promise=PROMISES[poll.promise] if poll else "",
        answered=answered,
        left_out=max(counts.voices.total - answered, 0),
        tables=[table for split in SPLITS if (table := split_of(question, choices, counts, *split))],
        hands=hands_of(question, choices, counts),
    )


def split_of(question, choices, counts, part, title, columns):
    """One split of a question's result as a Table, or None when it must be hidden.

    `part`: "whose" or "speaking", the name of the parts in a Split. `columns`: dict of part to its public words.
    """
    totals = counts.totals_of(question, part, columns)
    if question.kind in MORE_THAN_CHOICES:
        rows = split_rows(cells_of_split(question, choices, counts, part, columns), totals, columns)
        return Table(title, list(columns.values()), rows) if rows else None
    cells = {c.pk: {key: getattr(counts.choices[c.pk], part)[key] for key in columns} for c in choices}
    if not cells:
        return None
    if question.takes_many:
        shown = public_choices(cells, totals)
    else:
        shown = public_split(cells | {REST: rest_of(cells, totals, columns)})
    if shown is None:
        return None
    rows = [(c.text, [shown[c.pk][key] for key in columns]) for c in choices if c.pk in shown]
    return Table(title, list(columns.values()), rows)


def split_rows(tables, totals, columns):
    """The tables of `cells_of_split` as rows of a Table: those of all of them, or none. A list."""
    rows = []
    for cells in tables:
        shown = public_split(cells | {REST: rest_of(cells, totals, columns)}) if cells else None
        if shown is None:
            return []
        rows += [(row[-1], [shown[row][key] for key in columns]) for row in cells if row in shown]
    return rows


def rest_of(cells, totals, columns):
    """Everybody who is in no row of `cells`: a dict of column to int."""
    return {key: totals[key] - sum(row[key] for row in cells.values()) for key in columns}


def who_spoke(counts):
    """The two public splits of all voices, as a list of Table; those that must be hidden are left out."""
    return tables_of(
        {part: public_parts({key: getattr(counts.voices, part)[key] for key in columns}) for part, _, columns in SPLITS}
    )


def tables_of(splits):
    """Public splits as a list of Table. `splits`: dict "whose" and "speaking" to a dict of rounded counts, or None."""
    return [
        Table(title, ["Voices"], [(words, [splits[part][key]]) for key, words in columns.items()], "Who")
        for part, title, columns in SPLITS
        if splits[part]
    ]


def about_the_count(counts):
    """What everyone must know beside the numbers, as a list of Easy Read sentences (SEAMS.md, Counting)."""
    sentences = ["We cannot be sure that each person voted once.", *views_apart(counts)]
    if counts.voices.total and not public_parts({key: counts.voices.whose[key] for key in WHOSE}):
        sentences += NO_SPLIT
    if counts.taken_back == 1:
        sentences.append("1 voice was taken back after closing.")
    elif counts.taken_back:
        sentences.append(f"{counts.taken_back} voices were taken back after closing.")
    return sentences


def views_apart(counts):
    """Somebody else's view, told beside the numbers where it does not count. Returns a list of Easy Read sentences."""
    if not counts.apart:
        return []
    few = is_small(counts.someone_else)
    how_many = f"Fewer than {SMALL_NUMBER}" if few else f"About {rounded(counts.someone_else)}"
    return [f"{how_many} voices told us the view of someone else.", "We do not count them here."]


def workshops_in_words(counts):
    """Group sessions as people beside the voices, never among them, as a list of Easy Read sentences."""
    sentences = []
    if counts.workshops:
        sentences.append(f"{people_in_workshops(counts)} told us what they think.")
    if counts.small_workshops == 1:
        sentences.append("1 small group spoke too.")
    elif counts.small_workshops:
        sentences.append(f"{counts.small_workshops} small groups spoke too.")
    return [*sentences, "We do not add them to the votes."] if sentences else []
