"""One test for each gate of opening, with its exact sentence (3.12, 3.13, T8, T10; docs/opening.md)."""

import json

import pytest

from easyread import printing
from easyread.checking import NOT_CHECKED, MayNotGoLive
from engagement.bodies.models import Body
from engagement.proposals import gates, gates_of_plan, panels, paper
from engagement.proposals.models import ProposalPage, RoundPage
from home.models import WhoToAsk
from tests import factories
from tests.engagement import telling

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready(home_page):
    """A round that meets every gate, checked, and not published."""
    page = factories.make_ready_round()
    factories.check_version(page.latest_revision)
    return page


def reasons(page):
    page = RoundPage.objects.get(pk=page.pk)
    return gates.reasons_not_to_open(page, page.latest_revision)


def test_a_round_that_meets_every_gate_may_open(ready):
    assert reasons(ready) == []


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("live", False, "Publish the plan first."),
        ("why", " ", "Say in the plan why you want it."),
        ("other_choices", "", "Say in the plan what else could be done."),
        ("bad_points", "\n", "Say in the plan what may be bad about it."),
        ("cost", "", "Say in the plan what it costs."),
        ("easy_read", "[]", "Write the plan in Easy Read and in standard words."),
        ("standard", "[]", "Write the plan in Easy Read and in standard words."),
        ("decide_on", None, "Say in the plan on which day the body will decide."),
        ("legal_duty", "", "Say in the plan which law says that people must be asked."),
        ("duty_looked_at_by", " ", "Say in the plan who looked at this law, and on which day."),
        ("duty_looked_at_on", None, "Say in the plan who looked at this law, and on which day."),
        ("contact_name", "", "Name who people can ask, with a phone number, an email or an address."),
        ("contact_phone", "", "Name who people can ask, with a phone number, an email or an address."),
    ],
)
def test_what_the_plan_must_say(ready, field, value, sentence):
    ProposalPage.objects.filter(pk=ready.proposal.pk).update(**{field: value})
    assert reasons(ready) == [sentence]


@pytest.mark.parametrize("way", ["contact_email", "contact_address"])
def test_any_way_to_reach_the_contact_will_do(ready, way):
    ProposalPage.objects.filter(pk=ready.proposal.pk).update(contact_phone="", **{way: "team@example.org"})
    assert reasons(ready) == []


def test_the_body_that_decides_has_authority_6_6(ready):
    words = "The body that will decide has no authority to decide. Choose another body in the plan."
    ready.proposal.decided_by.authorities.all().delete()
    assert reasons(ready) == [words]


def test_a_body_that_has_ended_decides_nothing_6_6(ready):
    Body.objects.filter(pk=ready.proposal.decided_by_id).update(status="ended")
    assert reasons(ready) == [gates.OF_THE_PLAN[gates_of_plan.body_has_authority]]


def test_nothing_opens_after_the_decision_3_13(ready):
    ProposalPage.objects.filter(pk=ready.proposal.pk).update(decide_on=factories.today(-1))
    assert "The day of the decision has passed. Change it in the plan." in reasons(ready)


@pytest.mark.parametrize(("days", "may"), [(100, False), (101, True)])
def test_the_body_decides_after_the_last_day_3_13(ready, days, may):
    ProposalPage.objects.filter(pk=ready.proposal.pk).update(decide_on=factories.today(days))
    assert reasons(ready) == ([] if may else ["The body must decide after the last day to answer."])


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"promise_words": " "}, "Say in plain words what people can change."),
        ({"easy_read": "[]"}, "Write the Easy Read version."),
        ({"standard": "[]"}, "Write the standard version."),
        ({"questions": "[]"}, "Write at least 1 question."),
        ({"closes_on": None}, "Say the last day to answer."),
        (
            {"closes_on": factories.today(93)},
            "People need 12 weeks to answer. Choose a later last day, or say why it is shorter.",
        ),
    ],
)
def test_what_the_round_must_say(ready, values, sentence):
    RoundPage.objects.filter(pk=ready.pk).update(**values)
    assert reasons(ready) == [sentence]


def test_the_last_day_is_to_come(ready):
    RoundPage.objects.filter(pk=ready.pk).update(opens_on=factories.today(-99), closes_on=factories.today(-1))
    assert "The last day to answer has passed. Choose a later day." in reasons(ready)


def test_nobody_checked_this_version_t9(home_page):
    words = ["Our Easy Read checkers have not checked this version yet."]
    page = factories.make_ready_round()
    assert reasons(page) == words
    factories.check_version(page.latest_revision)
    page.save_revision()
    assert reasons(page) == words


@pytest.mark.parametrize(
    ("opens", "live_since", "closes", "may"),
    [
        (10, None, 94, True),
        (10, None, 93, False),
        (-30, None, 84, True),  # live today, so people have from today
        (-30, None, 83, False),
        (-30, -20, 64, True),  # counted from the day the last format was live
        (-30, -20, 63, False),
        (-30, -90, 54, True),  # and never from before the first day to answer
        (-30, -90, 53, False),
    ],
)
def test_twelve_weeks_3_13(ready, opens, live_since, closes, may):
    ready.opens_on, ready.closes_on = factories.today(opens), factories.today(closes)
    ready.formats_live_on = live_since and factories.today(live_since)
    assert gates.has_twelve_weeks_or_a_reason(ready) is may


def test_less_than_twelve_weeks_with_a_public_reason_3_13(ready):
    RoundPage.objects.filter(pk=ready.pk).update(closes_on=factories.today(60), short_reason="The money ends soon.")
    assert reasons(ready) == []
    RoundPage.objects.filter(pk=ready.pk).update(short_reason=" \n")
    assert len(reasons(ready)) == 1


def test_the_easy_read_pdf_can_be_made_t10(ready, monkeypatch):
    assert gates.reasons_not_to_clear(ready, ready.latest_revision) == []

    def broken(html):
        raise printing.CannotPrint("7.1")

    monkeypatch.setattr(paper, "draw", broken)
    assert gates.reasons_not_to_clear(ready, ready.latest_revision) == [
        "We cannot make the Easy Read PDF. Look at its words and pictures again."
    ]


def test_where_pdfs_are_off_the_panel_says_so_and_nothing_is_blocked(ready, monkeypatch):
    def off(*args):
        raise printing.PrintingIsOff("no pango")

    monkeypatch.setattr(paper, "draw", off)
    monkeypatch.setattr(paper, "refuse_without_packages", off)
    assert gates.reasons_not_to_clear(ready, ready.latest_revision) == []
    assert panels.standing_of(ready)["words"] == [
        "This computer cannot make PDFs now. So nobody has tried the Easy Read PDF."
    ]


def test_a_paper_holds_the_words_and_every_choice(ready):
    html = printing.keeping.as_html(paper.paper_of(ready))
    assert "You can take the bus." in html and "Which is better?" in html and "All together" in html


def make_alone(home_page, kind="tell_us", **values):
    told = {"promise_words": "We read every word.", "easy_read": factories.easy_read(), "closes_on": None}
    told |= {"standard": factories.standard(), "questions": json.dumps([factories.question_block("words")])}
    told |= {"may_share": "We may have to tell others.", "slug": "tell-us"}
    page = RoundPage(title="Tell us", kind=kind, promise="ask", live=False, **told | values)
    page.opens_on = factories.today()
    home_page.add_child(instance=page)
    factories.check_version(page.save_revision())
    return page


def test_tell_us_needs_no_plan_and_no_last_day(home_page, site_contact):
    assert reasons(make_alone(home_page)) == []


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"promise_words": ""}, "Say in plain words what people can change."),
        ({"easy_read": "[]"}, "Write the Easy Read version."),
        ({"standard": "[]"}, "Write the standard version."),
        ({"questions": "[]"}, "Write at least 1 question."),
        ({"may_share": " "}, "Say which words we may have to tell others."),
        ({"closes_on": factories.today(99)}, "This is always open. Take its last day away."),
        ({"slug": "say"}, "Give this page the address “tell-us”."),
    ],
)
def test_tell_us_has_the_gates_of_every_round(home_page, site_contact, values, sentence):
    assert reasons(make_alone(home_page, **values)) == [sentence]


def test_tell_us_is_checked_like_every_round(home_page, site_contact):
    page = make_alone(home_page)
    page.title = "Tell us more"
    page.save_revision()
    page.refresh_from_db()
    assert reasons(page) == [NOT_CHECKED]


def test_tell_us_is_about_no_plan(home_page, site_contact):
    page = factories.make_ready_round(kind="tell_us", closes=None)
    factories.check_version(page.latest_revision)
    assert reasons(page) == ["Put “Tell us something” below the home page. It is about no plan."]


def test_open_tell_us_keeps_saying_what_is_shared(home_page, site_contact):
    page = telling.make_tell_us()
    page.may_share = ""
    with pytest.raises(MayNotGoLive, match="Say which words we may have to tell others."):
        factories.publish_checked(page)


def test_tell_us_needs_somebody_to_ask(home_page):
    WhoToAsk.objects.all().delete()
    assert reasons(make_alone(home_page)) == [gates.CONTACT[gates.contact_is_named]]


def test_any_other_round_needs_a_plan(home_page, site_contact):
    page = make_alone(home_page, kind="have_your_say", closes_on=factories.today(99))
    assert reasons(page) == ["Put this round below a plan. The plan says who decides."]


@pytest.fixture
def site_contact(home_page):
    """Who people can ask on every page."""
    from wagtail.models import Site

    return WhoToAsk.objects.create(site=Site.objects.get(), name="The team", phone="01632 960 500")
