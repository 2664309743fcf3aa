"""Nothing is decided while people can still say something (3.13)."""

import pytest

from engagement.decisions.gates import reasons_not_to_publish
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("opens,closes,waits", [(-10, 80, True), (5, 90, True), (-90, 0, True), (-90, -1, False)])
@pytest.mark.parametrize("kind", ["decided", "noted"])
def test_a_decision_waits_for_open_and_coming_rounds(roles, opens, closes, waits, kind):
    plan = factories.make_proposal()
    factories.make_round(proposal=plan, opens=opens, closes=closes, title="Have your say on buses")
    next_body = {} if kind == "decided" else {"next_body": factories.make_body()}
    decision = made.make_decision(plan, published=False, body=plan.decided_by, kind=kind, **next_body)
    asked_to_wait = "Wait until “Have your say on buses” has closed." in reasons_not_to_publish(decision)
    assert asked_to_wait == (waits and kind == "decided")
