"""What a body owes to those who told us something: sent, answered with a reason, handed on, on the record."""

import itertools
import random

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from engagement.bodies.models import Body
from engagement.decisions.flows import answer_debt, confirm_debt_answer, send_theme
from engagement.decisions.models import Debt, DebtAnswer
from engagement.people.roles import SECRETARY
from engagement.record.models import Entry
from tests import factories
from tests.engagement import telling

pytestmark = pytest.mark.django_db
SAID = {"reason": "We want that too.", "role": "The chair"}


@pytest.fixture
def theme(home_page):
    """A theme that everybody can read."""
    page = telling.make_tell_us()
    return telling.make_told(page, [telling.tell(page)])


@pytest.fixture
def debt(theme, body):
    """What the board owes about it."""
    return telling.make_debt(theme, body)


def answer(debt, by, **values):
    """The body of a debt answers today."""
    return answer_debt(debt=debt, by=by, **{"answer": "yes", "answered_on": factories.today(), **SAID} | values)


def test_a_theme_is_sent_and_the_day_stands_on_the_record(theme, body, pmu):
    debt = send_theme(theme=theme, body=body, due_on=factories.today(28), by=pmu)
    assert debt.state == "waiting" and list(Debt.objects.waiting()) == [debt]
    entry = Entry.objects.get(fact="theme.sent")
    assert entry.subject == debt.public_id
    assert entry.data == {
        "theme": str(theme.public_id),
        "body": str(body.public_id),
        "due": factories.today(28).isoformat(),
    }


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (0, "Choose a day after today."),
        (-1, "Choose a day after today."),
        (183, "People cannot wait so long."),
        (None, "Say by which day they answer."),
    ],
)
def test_the_day_is_after_today_and_not_far(theme, body, pmu, days, sentence):
    due_on = None if days is None else factories.today(days)
    with pytest.raises(ValidationError, match=sentence):
        send_theme(theme=theme, body=body, due_on=due_on, by=pmu)


def test_it_goes_once_to_a_body_that_exists(theme, body, pmu):
    due_on = factories.today(28)
    with pytest.raises(ValidationError, match="Say which body answers."):
        send_theme(theme=theme, body=None, due_on=due_on, by=pmu)
    with pytest.raises(ValidationError, match="This body has ended."):
        send_theme(theme=theme, body=factories.make_body(status=Body.Status.ENDED), due_on=due_on, by=pmu)
    send_theme(theme=theme, body=body, due_on=due_on, by=pmu)
    with pytest.raises(ValidationError, match="This body has this theme already."):
        send_theme(theme=theme, body=body, due_on=due_on, by=pmu)
    with pytest.raises(IntegrityError), transaction.atomic():
        telling.make_debt(theme, body)


def test_only_what_everybody_can_read_is_sent_and_only_by_the_pmu(theme, body, pmu, secretary):
    with pytest.raises(PermissionDenied):
        send_theme(theme=theme, body=body, due_on=factories.today(28), by=secretary)
    theme.published_at = None
    with pytest.raises(ValidationError, match="Publish this theme first."):
        send_theme(theme=theme, body=body, due_on=factories.today(28), by=pmu)


def test_a_secretary_answers_and_has_confirmed(debt, secretary):
    given = answer(debt, secretary)
    debt.refresh_from_db()
    assert given.confirmed_at and debt.state == "yes" and debt.settled_on == factories.today()
    assert Entry.objects.get(fact="theme.answered").data["confirmed"] is True


def test_what_the_pmu_writes_waits_to_be_confirmed(debt, pmu, secretary):
    given = answer(debt, pmu)
    assert given.confirmed_at is None
    with pytest.raises(PermissionDenied):
        confirm_debt_answer(given=given, by=pmu)
    confirm_debt_answer(given=given, by=secretary)
    assert Entry.objects.filter(fact="theme.answer_confirmed").exists()
    with pytest.raises(ValidationError, match="The body has confirmed this already."):
        confirm_debt_answer(given=given, by=secretary)


def test_a_secretary_answers_for_their_own_bodies_only(debt, roles):
    stranger = factories.make_user(SECRETARY)
    factories.make_body("Another").secretaries.add(stranger)
    with pytest.raises(PermissionDenied, match="only what your own bodies decided"):
        answer(debt, stranger)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"answer": "no", "reason": " "}, "Say why in Easy Read."),
        ({"reason": "The stakeholders didn't utilise it."}, "didn't"),
        ({"role": ""}, "Say who answered. Write a role and no name."),
        ({"answer": "maybe"}, "Choose their answer."),
        ({"answer": "not_ours"}, "Say which body can answer."),
        ({"answer": "not_yet"}, "Say by which day they answer."),
        ({"answer": "not_yet", "answer_by": factories.today()}, "Choose a day after today."),
        ({"answer": "not_yet", "answer_by": factories.today(200)}, "People cannot wait so long."),
        ({"answered_on": factories.today(1)}, "Choose today or a day before today."),
        ({"answered_on": factories.today(-10)}, "This day is before we asked them"),
        ({"answered_on": None}, "Choose today or a day before today."),
    ],
)
def test_no_answer_without_what_people_need_to_know(debt, secretary, values, sentence):
    with pytest.raises(ValidationError, match=sentence):
        answer(debt, secretary, **values)
    assert not DebtAnswer.objects.exists() and Debt.objects.get().settled_on is None


def test_not_ours_hands_the_debt_to_the_body_that_is(debt, secretary):
    other = factories.make_body("The council")
    answer(debt, secretary, answer="not_ours", whose=other)
    debt.refresh_from_db()
    later = debt.handed_on
    assert debt.state == "not_ours" and debt.settled_on
    assert (later.body, later.came_from, later.theme) == (other, debt, debt.theme)
    assert later.due_on == factories.today(28) and later.state == "waiting"
    assert Entry.objects.get(fact="theme.handed_on").data["came_from"] == str(debt.public_id)
    with pytest.raises(ValidationError, match="This was handed on to another body."):
        answer(debt, secretary)


def test_the_next_body_never_has_less_time_than_the_first_had(debt, secretary):
    Debt.objects.filter(pk=debt.pk).update(due_on=factories.today(90))
    answer(debt, secretary, answer="not_ours", whose=factories.make_body())
    assert Debt.objects.get(pk=debt.pk).handed_on.due_on == factories.today(90)


def test_not_ours_names_another_body_that_exists(debt, secretary, body):
    with pytest.raises(ValidationError, match="Choose another body. This is the body that was asked."):
        answer(debt, secretary, answer="not_ours", whose=body)
    with pytest.raises(ValidationError, match="This body has ended."):
        answer(debt, secretary, answer="not_ours", whose=factories.make_body(status=Body.Status.ENDED))


def test_a_body_that_has_it_already_gets_it_once(debt, secretary):
    other = telling.make_debt(debt.theme)
    answer(debt, secretary, answer="not_ours", whose=other.body)
    assert Debt.objects.count() == 2 and Debt.objects.waiting().get() == other


def test_not_yet_keeps_the_debt_open_until_the_new_day(debt, secretary):
    answer(debt, secretary, answer="not_yet", answer_by=factories.today(40))
    debt.refresh_from_db()
    assert (debt.state, debt.due_on, debt.settled_on) == ("not_yet", factories.today(40), None)
    Debt.objects.filter(pk=debt.pk).update(due_on=factories.today(-1))
    assert Debt.objects.get().state == "late" and Debt.objects.late_on(factories.today()).exists()


def test_answers_are_only_added(debt, secretary):
    answer(debt, secretary, answer="no")
    answer(debt, secretary, answer="some")
    assert [row.answer for row in debt.answers.all()] == ["no", "some"]
    assert Debt.objects.get().state == "some"


@pytest.mark.parametrize(
    "values",
    [
        {"reason": ""},
        {"role": ""},
        {"answer": "perhaps"},
        {"answer": "not_ours"},
        {"answer": "not_yet"},
        {"answer_by": factories.today(9)},
    ],
)
def test_the_database_refuses_an_answer_that_lacks_something(debt, pmu, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        DebtAnswer.objects.create(debt=debt, recorded_by=pmu, **{"answer": "yes", **SAID} | values)


def test_the_database_refuses_a_day_before_it_was_sent(theme):
    with pytest.raises(IntegrityError), transaction.atomic():
        telling.make_debt(theme, due=-20, sent=-9)


@pytest.mark.parametrize("seed", range(5))
def test_whatever_bodies_answer_the_debt_is_never_lost(theme, pmu, seed):
    """Handed on again and again: one open debt or an answer at the end, and a way back from each to the first."""
    pick = random.Random(seed)
    bodies = [factories.make_body() for _ in range(3)]
    debt = send_theme(theme=theme, body=bodies[0], due_on=factories.today(28), by=pmu)
    for _number in range(6):
        said = pick.choice(["not_ours", "not_ours", "not_yet", "yes"])
        whose = pick.choice([body for body in bodies if body != debt.body])
        answer(debt, pmu, answer=said, whose=whose, answer_by=factories.today(30))
        debt = getattr(Debt.objects.get(pk=debt.pk), "handed_on", debt)
        ends = [row for row in Debt.objects.all() if not hasattr(row, "handed_on")]
        assert ends == [debt] and all(row.settled_on for row in Debt.objects.exclude(pk=debt.pk))
        chain = list(itertools.takewhile(bool, walk_back(debt)))
        assert len(chain) == Debt.objects.count() and chain[-1].body == bodies[0]


def walk_back(debt):
    """A debt, the one it came from, and so on."""
    while debt:
        yield debt
        debt = debt.came_from
