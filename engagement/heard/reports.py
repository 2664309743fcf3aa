"""What is read and what is not, and how many said what: for the PMU and the gates. Flat in queries (F2)."""

from django.db.models import Count, Exists, F, Min, OuterRef, Q, Subquery
from django.db.models.functions import TruncDate

from engagement.voices.models import Answer, Consent
from engagement.voices.models.voices import PERSONS_OWN

from .models import Reading, Theme, ThemeAnswer


def words_of(round=None):
    """Every answer with words that stands, oldest first. `round`: RoundPage, or None for all. A queryset of Answer."""
    answers = Answer.objects.current().with_words().order_by("given_at", "pk")
    return answers.filter(voice__round=round) if round else answers


def unread(round=None):
    """Those of `words_of` that nobody has read yet (DESIGN.md 6.4). A queryset of Answer."""
    return words_of(round).filter(~Exists(Reading.objects.filter(answer=OuterRef("pk"))))


def read(round=None):
    """Those of `words_of` that somebody read, each with what the last reading says.

    A queryset of Answer with `may_show` (bool), `read_as` (str, "" for as said) and `read_reason` (str).
    """
    last = Reading.objects.filter(answer=OuterRef("pk")).order_by("-pk")
    return (
        words_of(round)
        .filter(Exists(Reading.objects.filter(answer=OuterRef("pk"))))
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

    A queryset of Theme with `by_own`, `by_others`, `by_groups` and `answers_in` (int each).
    """
    stands = Q(answers__voice__taken_back_at=None, answers__is_current=True)
    person, group = Q(answers__voice__is_group=False), Q(answers__voice__is_group=True)
    own = Q(answers__voice__provenance__in=PERSONS_OWN)

    def voices(condition):
        return Count("answers__voice", filter=stands & condition, distinct=True)

    return Theme.objects.filter(round=round).annotate(
        by_own=voices(person & own),
        by_others=voices(person & ~own),
        by_groups=voices(group),
        answers_in=Count("answers", filter=stands, distinct=True),
    )


def waiting():
    """How many answers wait to be read and since which day: a dict with `count` (int) and `oldest` (date or None)."""
    return unread().order_by().aggregate(count=Count("pk"), oldest=Min(TruncDate("given_at")))


def waiting_by_round():
    """How many answers wait in each round. A dict: pk of the round → int."""
    rows = unread().order_by().values(page=F("voice__round")).annotate(count=Count("pk"))
    return {row["page"]: row["count"] for row in rows}


def reasons_not_to_publish(account):
    """Why what was heard cannot be published yet, as a list of Easy Read sentences. `account`: WhatWeHeard."""
    round, reasons = account.round, []
    if round.stage != "closed":
        reasons.append("This round is not closed yet. Wait until it has closed.")
    if count := unread(round).count():
        reasons.append(f"There are words that nobody has read: {count}. Read them first.")
    themes = list(Theme.objects.filter(round=round))
    reasons += [f"Write what people said about “{theme.title}”." for theme in themes if not theme.plain.strip()]
    if not themes and words_of(round).exists():
        reasons.append("There is no theme yet. Put what people said into themes first.")
    if not account.plain.strip():
        reasons.append("Write what we heard in Easy Read first.")
    return reasons
