"""What an organisation's workers entered, for its lead: to look at, to count, and to take out as a table (3.3)."""

import csv
from itertools import islice

from django.db.models import Count, Q

from easyread.dates import full_date

from .disarming import disarmed
from .flows.sending import LONG_TEXTS
from .in_words import answer_in_words
from .models import Answer, Support
from .permissions import changed_with_cards
from .said import WITHOUT_ANSWER

HEADINGS = ["Entry", "Entered by", "Day", "Plan", "Question", "Answer", "Exact words", "Summary", "Whose words"]
AT_ONCE = 200  # visits of the table that are read together
CLOSE = (Support.Stands.PROVIDER, Support.Stands.COMMISSIONED)


def entered_at(organisations):
    """What was sent from `organisations` (list of Body), the newest first. A queryset of Support."""
    rows = Support.objects.filter(organisation__in=organisations, voice__isnull=False, voice__taken_back_at=None)
    rows = rows.select_related("voice__round", "by", "organisation").order_by("-started_at", "-pk")
    return rows.defer(*(f"voice__round__{name}" for name in LONG_TEXTS))


def counts_of(organisations):
    """How much was sent, and how much of it about a body that the organisation is not independent of. A dict of int."""
    return Support.objects.filter(
        organisation__in=organisations, voice__isnull=False, voice__taken_back_at=None
    ).aggregate(sent=Count("pk"), not_independent=Count("pk", filter=Q(stands__in=CLOSE)))


def seen_by_lead(support):
    """The answers of a sent visit (Support) that a lead may read: a list of Answer, each ready to show.

    None once the person changed something with the card; none that the person gave alone or that are held out (3.6).
    """
    return seen_of_many([support])[support.voice_id]


def seen_of_many(supports):
    """As `seen_by_lead` for many sent visits (list of Support), in as many queries. A dict voice's id → list."""
    voices = [support.voice for support in supports if support.voice.taken_back_at is None]
    theirs = changed_with_cards(voices)
    shown = [voice.pk for voice in voices if voice.pk not in theirs]
    rows = Answer.objects.current().filter(voice__in=shown, alone=False).select_related("question__poll", "voice")
    found = {support.voice_id: [] for support in supports}
    for answer in rows.prefetch_related("chosen__choice").order_by("question__sort_order", "pk"):
        found[answer.voice_id].append(answer)
    return found


def chosen_words(answer):
    """What was chosen in an answer, as a list of str; never a vote (DESIGN.md 6.9)."""
    if getattr(answer.question, "poll", None):
        return ["A vote. We never show it."] if answer.state not in WITHOUT_ANSWER else [answer.get_state_display()]
    return answer_in_words(answer.question, answer) or (
        [] if answer.words or answer.summary else [answer.get_state_display()]
    )


class Echo:
    """A file that gives back what is written to it."""

    def write(self, value):
        return value


def lines_of(organisations):
    """The table as lines of CSV (str), a few visits at a time, so that memory stays flat. Cells are disarmed (S4)."""
    writer = csv.writer(Echo())
    yield "\ufeff" + writer.writerow(HEADINGS)  # a mark by which spreadsheets know that it is UTF-8
    visits = entered_at(organisations).iterator(chunk_size=AT_ONCE)
    while some := list(islice(visits, AT_ONCE)):
        answers = seen_of_many(some)
        for support in some:
            for answer in answers[support.voice_id]:
                yield writer.writerow([disarmed(cell) for cell in cells_of_line(support, answer)])


def cells_of_line(support, answer):
    """One answer as the cells of one line. A list of str."""
    return [
        str(support.public_id),
        str(support.by),
        full_date(answer.given_at),
        support.voice.round.title,
        answer.question.text,
        "; ".join(chosen_words(answer)),
        answer.words,
        answer.summary,
        answer.whose_in_words,
    ]
