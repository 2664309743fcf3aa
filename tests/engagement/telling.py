"""*Tell us something* made in few lines: the page, voices, themes that everybody can read, and what bodies owe."""

import itertools
import json
from datetime import timedelta

from django.utils import timezone

from engagement.decisions.models import Debt, DebtAnswer
from engagement.heard.flows.counting import keep_count
from engagement.heard.models import StartedPlan
from engagement.proposals.models import RoundPage
from tests import factories
from tests.engagement.trail import made

_numbers = itertools.count(1)


def make_tell_us(**values):
    """The open page below the home page, with a question of what kind it is and one for people's own words."""
    home = factories.make_home()
    told = {"promise_words": "We read every word.", "may_share": "We may have to tell others."}
    told |= {"easy_read": factories.easy_read(), "standard": factories.standard(), "promise": "ask"}
    questions = [
        factories.question_block("one", "What is it?", choices=["A problem", "An idea"]),
        factories.question_block("words", "Tell us in your own words"),
    ]
    page = RoundPage(
        title="Tell us something",
        slug="tell-us",
        kind="tell_us",
        opens_on=factories.today(-400),
        questions=json.dumps(questions),
        live=False,
        **told | values,
    )
    home.add_child(instance=page)
    return factories.make_live(page)


def words_question(page):
    """The question for people's own words."""
    return page.question_rows.get(kind="words")


def tell(page, words="The bus is late.", *, days=-20, read=True, **values):
    """Somebody told us something, `days` (int) from today, and it was read. Returns the Voice with `said`."""
    voice = made.make_voice(page, words=words, question=words_question(page), **values)
    at = timezone.now() + timedelta(days=days)
    voice.said.given_at = voice.given_at = at
    voice.said.save()
    voice.save()
    made.agree_to_show(voice)
    if read:
        made.read(voice.said)
    return voice


def make_told(page, voices=(), *, published=True, days=-10, **values):
    """A theme of what people told us, published `days` (int) from today. `voices`: whose words it holds."""
    theme = made.make_theme(page, [voice.said for voice in voices], **values)
    if published:
        theme.published_at, theme.published_by = timezone.now() + timedelta(days=days), factories.make_user()
        theme.save()
        keep_count(theme=theme, day=timezone.localdate(theme.published_at))
    return theme


def make_debt(theme, body=None, *, due=20, sent=-9, **values):
    """What a body owes about a theme. `due`, `sent`: days from today (int)."""
    body = body or factories.make_body()
    days = {"due_on": factories.today(due), "sent_on": factories.today(sent)}
    return Debt.objects.create(theme=theme, body=body, sent_by=factories.make_user(), **days | values)


def make_answer(debt, answer="yes", *, days=-3, confirmed=True, **values):
    """An answer of the body of a debt, `days` (int) from today."""
    values = {"reason": "We want that too.", "role": "The chair"} | values
    if answer == "not_yet":
        values.setdefault("answer_by", factories.today(30))
    if answer == "not_ours":
        values.setdefault("whose", factories.make_body())
    given = DebtAnswer.objects.create(
        debt=debt,
        answer=answer,
        answered_on=factories.today(days),
        recorded_by=factories.make_user(),
        confirmed_at=timezone.now() if confirmed else None,
        **values,
    )
    debt.settled_on = None if answer == "not_yet" else given.answered_on
    debt.due_on = given.answer_by or debt.due_on
    debt.save()
    return given


def begin_plan(theme, proposal=None):
    """A plan that began with a theme. Returns the ProposalPage."""
    proposal = proposal or factories.make_proposal()
    StartedPlan.objects.create(theme=theme, proposal=proposal, linked_by=factories.make_user())
    return proposal


class Told:
    """Tell us something with `rows` themes, each with words, a debt in another state, and now and then a plan."""

    STATES = ("waiting", "late", "yes", "some", "no", "not_ours", "not_yet")

    def __init__(self, rows=7, body=None):
        self.page = make_tell_us()
        self.body = body or factories.make_body("The board")
        self.voices = [tell(self.page, f"I say {number}") for number in range(rows)]
        self.themes = [make_told(self.page, [voice], title=f"Theme {n}") for n, voice in enumerate(self.voices)]
        self.debts = [self.debt(number, theme) for number, theme in enumerate(self.themes)]
        for theme, voice in zip(self.themes, self.voices, strict=True):
            made.make_quote(theme, voice.said)
        self.plan = begin_plan(self.themes[0])

    def debt(self, number, theme):
        """One debt of the body in another state each; a second body has what is not theirs."""
        state = self.STATES[number % len(self.STATES)]
        debt = make_debt(theme, self.body, due=-2 if state == "late" else 20)
        if state in ("waiting", "late"):
            return debt
        given = make_answer(debt, state, confirmed=number % 2 == 0)
        if given.whose:
            make_debt(theme, given.whose, came_from=debt)
        return debt

    @property
    def addresses(self):
        """Every kind of public page, by a name."""
        told = {f"theme {n} ({self.STATES[n % 7]})": theme.address for n, theme in enumerate(self.themes[:7])}
        return told | {
            "tell us": "/tell-us/",
            "tell us, standard": "/tell-us/standard/",
            "what people told us": "/tell-us/results/",
            "body": self.body.address,
            "plan": self.plan.address,
            "home": "/",
        }
