"""Only the PMU reads, sorts, quotes and publishes (3.6, 6.4); everybody else is refused kindly and leaves no trace."""

import pytest
from django.core.exceptions import PermissionDenied

from engagement.heard import flows
from engagement.people.roles import PERMISSIONS, PMU
from tests import factories
from tests.engagement.refusals import refused
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db
READS, PUBLISHES = "may read what people said", "may publish what we heard"


@pytest.fixture
def calls(closed, say):
    """Every flow of the room with what it takes, and the sentence of its refusal: a list of (flow, dict, str)."""
    answer = say()
    theme = made.make_theme(closed, [answer])
    account = made.publish_heard(closed)
    one, put_right = {"theme": theme, "answers": [answer]}, {"reason": "A wrong day.", "plain": "New."}
    return [
        (flows.read_answer, {"answer": answer, "may_show": True}, READS),
        (flows.make_theme, {"round": closed, "title": "Trains"}, READS),
        (flows.change_theme, {"theme": theme, "title": "Trains", "plain": "x"}, READS),
        (flows.remove_theme, {"theme": theme}, READS),
        (flows.add_to_theme, one, READS),
        (flows.remove_from_theme, one, READS),
        (flows.pick_quote, {"theme": theme, "answer": answer}, READS),
        (flows.drop_quote, {"quote": made.make_quote(theme, answer)}, READS),
        (flows.write_what_we_heard, {"round": closed, "plain": "x"}, READS),
        (flows.publish_what_we_heard, {"account": account}, PUBLISHES),
        (flows.correct_what_we_heard, {"account": account} | put_right, PUBLISHES),
        (flows.take_down_what_we_heard, {"account": account, "reason": "A name."}, PUBLISHES),
    ]


@pytest.mark.parametrize("role", [*[role for role in PERMISSIONS if role != PMU], "", "a PMU user who left"])
def test_everybody_but_the_pmu_is_refused(calls, roles, role):
    user = factories.make_user(PMU, is_active=False) if "left" in role else factories.make_user(*filter(None, [role]))
    for flow, values, sentence in calls:
        with refused(sentence, PermissionDenied):
            flow(by=user, **values)
