"""What is news for whom, computed from rows: which step happened, and whether the person was told since."""

from django.db.models import (
    BooleanField,
    Case,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.utils import timezone

from engagement.decisions.models import Decision, Update
from engagement.heard.models import Quote, Reading, ThemeAnswer, WhatWeHeard
from engagement.proposals.models import RoundPage
from engagement.shaping.models import Comment
from engagement.voices.models import Answer, Told

Step = Told.Step
OF_A_ROUND = (Step.HEARD, Step.DECIDED, Step.DONE)  # the same for everybody who spoke in it
WAYS = ("changed_by_theme", "changed_by_quote", "changed_by_comment")  # in which a draft names what a person said
NEVER = Value(None, output_field=DateTimeField())
LONG_TEXTS = ("easy_read", "standard", "questions")


def with_news(voices):
    """`voices` (queryset of Voice), each with the moment and `new_<step>` (bool) of every step. Five queries at most.

    A step of the round is news when it came after the voice. Each is news until the person was told of it, and again
    when more of the same happens later.
    """
    voices = voices.filter(taken_back_at=None)
    moments = moments_of(voices.order_by().values("round").distinct())
    at = {f"{step}_at": in_its_round(moments, step) for step in OF_A_ROUND}
    voices = voices.annotate(read_at=read_at(), **changed_on(), **at)
    flags = {f"new_{step}": is_new(step, F("given_at")) for step in OF_A_ROUND}
    return voices.annotate(new_read=is_new(Step.READ), new_changed=is_newly_changed(), **flags)


def only_news(voices):
    """Those of `with_news` with something to tell. A queryset."""
    any_of = Q()
    for step in Step.values:
        any_of |= Q(**{f"new_{step}": True})
    return voices.filter(any_of)


def new_steps(voice):
    """The steps that are news for a `voice` of `with_news`, each with its moment: dict of Told.Step to datetime."""
    return {step: moment_of(voice, step) for step in Step.values if getattr(voice, f"new_{step}")}


def moment_of(voice, step):
    """The moment (datetime) of a `step` (str) for a `voice` of `with_news`, or None."""
    if step != Step.CHANGED:
        return getattr(voice, f"{step}_at")
    days = [day for way in WAYS if (day := getattr(voice, way))]
    return start_of(max(days)) if days else None


def start_of(day):
    """The first moment of a `day` (date). Returns datetime."""
    return timezone.make_aware(timezone.datetime.combine(day, timezone.datetime.min.time()))


def moments_of(rounds):
    """What happened last at each step of some `rounds` (queryset of ids): dict of id to dict of step to datetime."""
    paths = {page.path: page.pk for page in RoundPage.objects.filter(pk__in=rounds, live=True).defer(*LONG_TEXTS)}
    heard = WhatWeHeard.objects.filter(round__in=rounds, round__live=True).exclude(published_at=None)
    found = {pk: {} for pk in paths.values()}
    for pk, moment in heard.values_list("round", "published_at"):
        found[pk][Step.HEARD] = moment
    for step, by_plan in ((Step.DECIDED, decided_by_plan()), (Step.DONE, done_by_plan())):
        for path, pk in paths.items():
            if moment := by_plan.get(path[: -RoundPage.steplen]):
                found[pk][step] = moment
    return found


def decided_by_plan():
    """When an outcome of each plan was last published: dict of tree path (str) to datetime."""
    rows = Decision.objects.exclude(published_at=None).order_by().values_list("proposal__path")
    return dict(rows.annotate(at=Max("published_at")))


def done_by_plan():
    """When something promised was last done for each plan: dict of tree path (str) to datetime."""
    rows = Update.objects.filter(state=Update.State.DONE).exclude(action__decision__published_at=None).order_by()
    return dict(rows.values_list("action__decision__proposal__path").annotate(at=Max("recorded_at")))


def in_its_round(moments, step):
    """The moment of a `step` in a voice's round, as an expression. `moments`: as of `moments_of`."""
    whens = [When(round=pk, then=Value(found[step])) for pk, found in moments.items() if step in found]
    return Case(*whens, default=NEVER, output_field=DateTimeField()) if whens else NEVER


def read_at():
    """When somebody first read a voice's words, once none of them waits; else None. An expression."""
    mine = Answer.objects.filter(voice=OuterRef("pk"), is_current=True)
    waiting = mine.with_words().filter(readings=None)
    first = Reading.objects.filter(answer__voice=OuterRef("pk")).order_by().values("answer__voice")
    first = first.annotate(at=Min("read_at")).values("at")
    return Case(When(~Exists(waiting), then=Subquery(first)), default=NEVER, output_field=DateTimeField())


def changed_on():
    """The last day on which a draft came out that changed because of a voice, way by way: dict of expressions."""
    mine = {"answer__voice": OuterRef("pk"), "answer__is_current": True}
    themes = ThemeAnswer.objects.filter(**mine).order_by().values("answer__voice")
    quotes = Quote.objects.filter(**mine).order_by().values("answer__voice")
    comments = Comment.objects.filter(voice=OuterRef("pk"), is_current=True).order_by().values("voice")
    rows = (last_draft(themes, "theme__changes__"), last_draft(quotes, "changes__"), last_draft(comments, "changes__"))
    return {way: Subquery(found) for way, found in zip(WAYS, rows, strict=True)}


def last_draft(rows, change):
    """The day of the newest draft with a change that was made. `change`: the way to it from `rows` (queryset)."""
    out = {f"{change}taken": True, f"{change}draft__published_on__lte": timezone.localdate()}
    return rows.filter(**out).annotate(day=Max(f"{change}draft__published_on")).values("day")


def is_new(step, after=None):
    """Whether a step happened, `after` a moment if given, and nobody told the person since. An expression."""
    told = Told.objects.filter(voice=OuterRef("pk"), step=step, news_at__gte=OuterRef(f"{step}_at"))
    happened = Q(**{f"{step}_at__isnull": False})
    if after is not None:
        happened &= Q(**{f"{step}_at__gt": after})
    return ExpressionWrapper(happened & ~Exists(told), output_field=BooleanField())


def is_newly_changed():
    """Whether the plan changed because of the voice, and nobody told the person since. An expression."""
    found = Q(pk__in=[])
    for way in WAYS:
        told = Told.objects.filter(voice=OuterRef("pk"), step=Step.CHANGED, news_at__date__gte=OuterRef(way))
        found |= Q(**{f"{way}__isnull": False}) & ~Exists(told)
    return ExpressionWrapper(found, output_field=BooleanField())
