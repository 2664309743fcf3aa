"""The pages: the list of cards with news, one card's news, and the tick when the person was told."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from easyread.dates import full_date
from easyread.reading import pictures_of
from engagement.decisions.models import Decision
from engagement.people.staff import tell_form
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.voices.entries import entries_of
from engagement.voices.flows import tell_news
from engagement.voices.keys import card_ideas
from engagement.voices.models import Told
from engagement.voices.support.access import worker_only

from .handouts import card_of
from .moments import LONG_TEXTS, new_steps, only_news, with_news
from .words import TITLES, RoundNews, news_of

A_PAGE = 20
MOST_LETTERS, MOST_PARTS = 100, 10  # letters in one file; files that are offered at once
TOLD = "We wrote down that you told the person."
TOLD_BEFORE = "You had written this down before."


def entries_with_news(user):
    """All entries that `user` (User) may see, the newest first, each with what is news. A queryset of Voice."""
    rows = with_news(entries_of(user)).select_related("round").defer(*(f"round__{name}" for name in LONG_TEXTS))
    return rows.order_by("-given_at", "-pk")


def chosen_round(request):
    """The id of the round that the list is narrowed to (int), or None."""
    typed = request.GET.get("round", "")
    return int(typed) if typed.isdecimal() and len(typed) < 10 else None


@worker_only
def news_list(request):
    """Own entries with news, the newest first; with `all` every entry."""
    shows_all, round_pk = bool(request.GET.get("all")), chosen_round(request)
    rows = entries_with_news(request.user)
    rounds = rounds_of(request.user)
    rows = rows if shows_all else only_news(rows)
    page = Paginator(rows.filter(round=round_pk) if round_pk else rows, A_PAGE).get_page(request.GET.get("page"))
    bank = pictures_of(*{idea for row in page for idea in card_ideas(row.draft_key)})
    for row in page:
        describe(row, bank)
    query = "".join([f"round={round_pk}&" if round_pk else "", "all=1&" if shows_all else ""])
    context = {
        "page": page,
        "base": f"?{query}page=",
        "rounds": rounds,
        "round_pk": round_pk,
        "shows_all": shows_all,
        "all_options": [{"value": "1", "label": "Also cards without news", "checked": shows_all}],
        "parts": [] if shows_all else letter_parts(page.paginator.count, round_pk),
        "outcomes": outcomes_about([row.round for row in page]),
    }
    return render(request, "trail/news/list.html", context)


def letter_parts(count, round_pk):
    """The files of letters for `count` (int) entries with news, a hundred in each. A list of dict for buttons."""
    narrowed = {"round": round_pk} if round_pk else {}
    if count <= MOST_LETTERS:
        return [{"text": "Print all letters", "href": reverse("news_letters", query=narrowed)}] if count else []
    parts = range(1, min(-(-count // MOST_LETTERS), MOST_PARTS) + 1)
    texts = [f"Print letters {(n - 1) * MOST_LETTERS + 1} to {min(n * MOST_LETTERS, count)}" for n in parts]
    return [
        {"text": text, "href": reverse("news_letters", query=narrowed | {"part": n})}
        for n, text in zip(parts, texts, strict=True)
    ]


def describe(row, bank):
    """Put on a `row` (Voice of `with_news`) what the list shows of it. `bank`: dict of idea to Picture."""
    row.card_pictures = card_of(row, bank)
    row.name = ", ".join(item["name"] for item in row.card_pictures)
    row.news = [TITLES[step] for step in new_steps(row)]


def rounds_of(user):
    """The rounds in which `user` (User) has entries, by title. A list of RoundPage."""
    mine = entries_of(user).order_by().values("round").distinct()
    return list(RoundPage.objects.filter(pk__in=mine).defer(*LONG_TEXTS).order_by("title", "pk"))


def outcomes_about(rounds):
    """The published outcomes of the plans of `rounds` (list of RoundPage), newest first; two queries. A list."""
    paths = {page.path[: -page.steplen] for page in rounds}
    plans = ProposalPage.objects.filter(path__in=paths).values("pk") if paths else ProposalPage.objects.none()
    return list(Decision.objects.published().filter(proposal__in=plans).select_related("meeting__body"))


class ToldForm(forms.Form):
    """What the person was told, and how."""

    step = forms.MultipleChoiceField(
        label="What did you tell the person?", required=False, widget=forms.CheckboxSelectMultiple
    )
    how = forms.ChoiceField(
        label="How did you tell them?", choices=Told.How.choices, required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args, steps, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = [(step, TITLES[step]) for step in steps]


@worker_only
def one(request, public_id):
    """One entry's news, to read to the person. POST keeps that they were told."""
    voice = entries_with_news(request.user).filter(public_id=public_id).first()
    if voice is None:
        raise Http404("You have no such entry.")
    steps = new_steps(voice)
    form = ToldForm(request.POST or None, steps=steps, initial={"step": list(steps)})
    if request.method == "POST":
        return told(request, voice, steps, form)
    return show(request, voice, form if steps else None)


def told(request, voice, steps, form):
    """Keep what was told and go back to the page. Returns HttpResponse."""
    if not steps:
        return redirect(f"{reverse('news_one', args=[voice.public_id])}?said=before")
    if not form.is_valid():
        return show(request, voice, form, status=400)
    news = {step: seen_at(request, step, steps[step]) for step in form.cleaned_data["step"]}
    try:
        tell_news(voice=voice, by=request.user, news=news, how=form.cleaned_data["how"])
    except ValidationError as refusal:
        tell_form(form, refusal)
        return show(request, voice, form, status=400)
    return redirect(f"{reverse('news_one', args=[voice.public_id])}?said=told")


def seen_at(request, step, newest):
    """The moment of the news that stood on the page: what came while the page was open stays news."""
    typed = parse_datetime(request.POST.get(f"at-{step}", "")) if request.POST.get(f"at-{step}") else None
    return typed if typed and typed.tzinfo and typed <= newest else newest


def show(request, voice, form, status=200):
    """The page of one entry. Returns HttpResponse."""
    bank = pictures_of(*card_ideas(voice.draft_key))
    describe(voice, bank)
    news = news_of(voice, RoundNews(voice.round))
    pictures = pictures_of(*{one.idea for one in news})
    for item in news:
        item.picture = pictures.get(item.idea)
    context = {
        "voice": voice,
        "form": form,
        "news": [item for item in news if item.is_new],
        "earlier": [item for item in news if not item.is_new],
        "at": [(item.step, item.moment.isoformat()) for item in news if item.is_new],
        "told": [told_words(row) for row in voice.told.all()],
        "outcomes": outcomes_about([voice.round]),
        "said": {"told": TOLD, "before": TOLD_BEFORE}.get(request.GET.get("said"), ""),
    }
    return render(request, "trail/news/one.html", context, status=status)


def told_words(row):
    """One Told row for components/summary_list.html, as a dict."""
    return {"question": TITLES[row.step], "answer": [f"{full_date(row.told_on)}.", f"{row.get_how_display()}."]}
