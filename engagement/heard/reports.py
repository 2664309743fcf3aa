"""What is read and what is not, and how many said what: for the PMU and the gates. Flat in queries (F2).

Flat in time too, for a thousand voices and for a million (F7): lists follow an index, and long counts stop.
"""

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery

from engagement.polls.models import Question
from engagement.proposals.models import RoundPage
from engagement.voices.flows.closing import is_kept
from engagement.voices.models import Answer, Consent, Voice
from engagement.voices.models.whose import is_own

from .models import Correction, Reading, Theme, ThemeAnswer

MOST = 1_000  # what a screen counts one by one; beyond it, it says "more than 1,000"
NOBODY = Q(pk__in=[])
COUNTED = ("by_own", "by_others", "by_groups", "answers_in")


class CountUpTo(Subquery):
    """How many rows a queryset has, as a value of another row. Give it a slice, so that the counting stops."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) first_rows)"
    output_field = IntegerField()


def how_many(rows, most=None):
    """How many `rows` (queryset) there are, as int; one more than `most` (int, MOST) for any greater number."""
    return rows.order_by()[: (most or MOST) + 1].count()


def in_words(count, most=None):
    """A count of `how_many` as str."""
    most = most or MOST
    return f"{count:,}" if count <= most else f"more than {most:,}"


def words_of(round=None):
    """Every answer with words that stands, oldest first; of one `round` (RoundPage or its pk) question by question.

    A queryset of Answer. Both orders are those of an index.
    """
    answers = Answer.objects.current().with_words()
    if round is None:
        return answers.order_by("given_at", "pk")
    asked = Question.objects.filter(round=round).order_by().values("pk")
    return answers.filter(question__in=asked).order_by("question_id", "given_at", "pk")


def unread(round=None):
    """Those of `words_of` that nobody has read yet (DESIGN.md 6.4). A queryset of Answer."""
    return not_read(words_of(round))


def not_read(answers):
    """Those of `answers` (queryset of Answer) that nobody has read yet."""
    return answers.filter(~Exists(Reading.objects.filter(answer=OuterRef("pk"))))


def read(round=None):
    """Those of `words_of` that somebody read, each with what the last reading says, oldest first.

    A queryset of Answer with `may_show` (bool), `read_as` (str, "" for as said) and `read_reason` (str). It starts from
    the readings: they are as many as people have read, and not as many as were said.
    """
    last = Reading.objects.filter(answer=OuterRef("pk")).order_by("-pk")
    return (
        words_of(round)
        .filter(pk__in=Reading.objects.order_by().values("answer"))
        .order_by("given_at", "pk")
        .annotate(
            may_show=Subquery(last.values("may_show")[:1]),
            read_as=Subquery(last.values("shown_words")[:1]),
            read_reason=Subquery(last.values("reason")[:1]),
        )
    )


def in_no_theme(answers):
    """Those of `answers` (queryset of Answer) that are in no theme."""
    return answers.filter(~Exists(ThemeAnswer.objects.filter(answer=OuterRef("pk"))))


def with_consent(answers):
    """`answers` (queryset of Answer), each with `may_quote` (bool): consent to show its words stands (3.7)."""
    agreed = Consent.objects.filter(voice=OuterRef("voice"), kind=Consent.Kind.PUBLISH, withdrawn_at=None)
    return answers.annotate(may_quote=Exists(agreed))


def words_to_show(answer):
    """The words of `answer` (Answer) that may be shown, or "" when nobody read them or they may not be shown. Str."""
    last = answer.readings.order_by("-pk").first()
    if last is None or not last.may_show:
        return ""
    return last.shown_words or answer.words


def counted_themes(round):
    """The themes of `round` (RoundPage) with how many voices said so, split by whose words (3.2).

    A list of Theme with `by_own`, `by_others`, `by_groups` and `answers_in` (int each): of published themes those that
    are kept, of others from their rows; and whether it `has_files` and the account `was_corrected`. One query, or two.
    """
    attached = ThemeAnswer.objects.filter(theme=OuterRef("pk"), answer__attached=True, answer__is_current=True)
    corrections = Correction.objects.filter(what_we_heard__round=OuterRef("round"))
    themes = Theme.objects.filter(round=round).select_related("picture", "counts")
    return with_counts(list(themes.annotate(has_files=Exists(attached), was_corrected=Exists(corrections))))


def with_counts(themes):
    """`themes` (list of Theme, fetched with their kept counts), counted as `counted_themes` says. One query or none."""
    open_ones = [theme for theme in themes if not hasattr(theme, "counts")]
    counts = counts_of_themes(open_ones) if open_ones else {}
    for theme in themes:
        kept = counts.get(theme.pk) or {name: getattr(theme.counts, name) for name in COUNTED}
        for name in COUNTED:
            setattr(theme, name, kept[name])
    return themes


def counts_of_themes(themes, and_also=NOBODY):
    """How many said what each of `themes` (of Theme) says, from rows. A dict: pk → dict of COUNTED to int.

    `and_also`: Q of voices that count although they were taken back.
    """
    stands = Q(answers__is_current=True) & (Q(answers__voice__taken_back_at=None) | and_also)
    person, group = Q(answers__voice__is_group=False), Q(answers__voice__is_group=True)

    def voices(condition):
        return Count("answers__voice", filter=stands & condition, distinct=True)

    counted = Theme.objects.filter(pk__in=[theme.pk for theme in themes]).order_by()
    counted = counted.annotate(
        by_own=voices(person & is_own("answers__")),
        # Each voice once: who said it in own words and has another answer by somebody else stands with the first.
        by_others=voices(person) - F("by_own"),
        by_groups=voices(group),
        answers_in=Count("answers", filter=stands, distinct=True),
    )
    return {row["pk"]: row for row in counted.values("pk", *COUNTED)}


def waiting():
    """How many answers wait to be read and since when: a dict with `count` (int) and `oldest` (datetime or None)."""
    first = unread().values_list("given_at", flat=True).first()
    return {"count": how_many(unread()), "oldest": first}


def voices_in(rounds):
    """How many voices each of `rounds` (list of RoundPage) has, sessions of groups too. A dict: pk → str.

    Of a closed round its closing counts say it exactly; an open one is counted up to MOST.
    """
    kept = {round.pk: round.closing_counts.voices for round in rounds if is_kept(closing_counts_of(round), round)}
    said = Voice.objects.filter(round=OuterRef("pk")).order_by().values("pk")[: MOST + 1]
    others = RoundPage.objects.filter(pk__in=[round.pk for round in rounds if round.pk not in kept]).order_by()
    counted = others.annotate(said=CountUpTo(said)).values_list("pk", "said")
    return {pk: f"{count:,}" for pk, count in kept.items()} | {pk: in_words(count) for pk, count in counted}


def closing_counts_of(round):
    """The ClosingCounts of a `round` (RoundPage), or None before it was counted."""
    return getattr(round, "closing_counts", None)


def waiting_by_round():
    """How many answers wait in each round, each question counted up to MOST. A dict: pk of the round → int."""
    waits = not_read(Answer.objects.current().with_words().filter(question=OuterRef("pk"))).order_by()
    questions = Question.objects.order_by().annotate(waiting=CountUpTo(waits.values("pk")[: MOST + 1]))
    found = {}
    for round, count in questions.filter(waiting__gt=0).values_list("round", "waiting"):
        found[round] = found.get(round, 0) + count
    return found


def reasons_not_to_publish(account, themes=None, waiting=None):
    """Why what was heard cannot be published yet, as a list of Easy Read sentences. `account`: WhatWeHeard.

    `themes` (list of Theme) and `waiting` (int: how many words nobody has read) are asked for when they are left out.
    """
    round, reasons = account.round, []
    if round.stage != "closed":
        reasons.append("This round is not closed yet. Wait until it has closed.")
    if count := how_many(unread(round)) if waiting is None else waiting:
        reasons.append(f"There are words that nobody has read: {in_words(count)}. Read them first.")
    themes = list(Theme.objects.filter(round=round)) if themes is None else themes
    reasons += [f"Write what people said about “{theme.title}”." for theme in themes if not theme.plain.strip()]
    if not themes and words_of(round).exists():
        reasons.append("There is no theme yet. Put what people said into themes first.")
    if not account.plain.strip():
        reasons.append("Write what we heard in Easy Read first.")
    return reasons
