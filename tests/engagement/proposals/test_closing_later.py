"""The last day moves later with a public reason, never earlier (3.13, docs/opening.md)."""

import html

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from engagement.people.roles import CHECKER, SECRETARY
from engagement.proposals import flows
from engagement.proposals.models import ClosingMoved, ProposalPage, RoundPage
from engagement.record.models import Entry
from home.programme.rights import give_rights
from tests import factories

pytestmark = pytest.mark.django_db
WHY = "Many people were on holiday."


@pytest.fixture
def unit(pmu, home_page):
    """The PMU, with its rights to pages."""
    give_rights()
    return pmu


def again(page):
    return RoundPage.objects.get(pk=page.pk)


def move(page, by, days=90, reason=WHY):
    return flows.close_later(round=page, on=factories.today(days), reason=reason, by=by)


def refusal(page, by, **how):
    with pytest.raises(ValidationError) as refused, transaction.atomic():
        move(page, by, **how)
    assert not ClosingMoved.objects.exists()
    return " ".join(refused.value.messages)


def test_the_last_day_moves_later_with_its_reason(open_round, unit):
    moved = move(open_round, unit)
    assert again(open_round).closes_on == factories.today(90)
    assert (moved.moved_from, moved.moved_to, moved.reason, moved.made_by) == (
        factories.today(80),
        factories.today(90),
        WHY,
        unit,
    )


@pytest.mark.parametrize("days", [80, 79, 0, -1])
def test_never_earlier_and_never_to_the_same_day(open_round, unit, days):
    said = refusal(open_round, unit, days=days)
    assert said.startswith("Choose a day after ") and said.endswith("The last day never moves to an earlier day.")
    assert again(open_round).closes_on == factories.today(80)


def test_the_database_refuses_an_earlier_day_and_no_reason(open_round, unit):
    days = {"moved_from": factories.today(80), "made_by": unit, "round": open_round}
    for wrong in ({"moved_to": factories.today(79), "reason": WHY}, {"moved_to": factories.today(81), "reason": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ClosingMoved.objects.create(**days, **wrong)


@pytest.mark.parametrize("reason", ["", " \n"])
def test_not_without_a_reason(open_round, unit, reason):
    assert refusal(open_round, unit, reason=reason) == "Say why in Easy Read. Everybody can read the reason."


def test_the_reason_is_easy_read(open_round, unit):
    assert "“wasn't”" in refusal(open_round, unit, reason="The board wasn't ready.")


def test_not_after_it_has_closed(home_page, unit):
    page = factories.make_round(opens=-50, closes=-1)
    assert refusal(page, unit) == "This round has closed. Its last day cannot move now."


def test_not_before_it_is_cleared(home_page, unit):
    page = factories.make_round(opens=10, closes=80, publish=False)
    assert refusal(page, unit) == "This round cannot open yet. Change its last day in its page."


def test_what_is_always_open_has_no_last_day(home_page, unit):
    page = factories.make_round(kind="tell_us", closes=None)
    assert refusal(page, unit) == "This round is always open. It has no last day."


@pytest.mark.parametrize("days", [120, 121])
def test_not_past_the_day_of_the_decision_3_13(open_round, unit, days):
    said = refusal(open_round, unit, days=days)
    assert said.startswith("The body wants to decide on ")
    ProposalPage.objects.update(decide_on=factories.today(150))
    assert move(again(open_round), unit, days=days)


@pytest.mark.parametrize("role", [CHECKER, SECRETARY])
def test_only_those_who_publish_pages(open_round, unit, role):
    with pytest.raises(PermissionDenied):
        move(open_round, factories.make_user(role))


def test_the_record_tells_it_with_both_days_and_the_reason(open_round, unit):
    move(open_round, unit)
    fact = Entry.objects.get(fact="round.closing_moved")
    assert fact.subject == open_round.public_id
    assert fact.data == {
        "from": factories.today(80).isoformat(),
        "to": factories.today(90).isoformat(),
        "reason": WHY,
    }
    assert list(Entry.objects.about(open_round.public_id).values_list("fact", flat=True))[0] == "round.opened"


def test_an_older_version_takes_todays_last_day(open_round, unit):
    open_round.title = "Tell us about the bus"
    revision = open_round.save_revision()
    factories.check_version(revision)
    move(open_round, unit)
    type(revision).objects.get(pk=revision.pk).publish()
    page = again(open_round)
    assert page.title == "Tell us about the bus" and page.closes_on == factories.today(90)


def test_it_may_move_again(open_round, unit):
    move(open_round, unit)
    move(again(open_round), unit, days=100)
    days = open_round.moves.values_list("moved_from", "moved_to")
    assert list(days) == [
        (factories.today(80), factories.today(90)),
        (factories.today(90), factories.today(100)),
    ]


def show(client, address):
    return html.unescape(client.get(address).content.decode())


def full(day):
    return f"{day:%A} {day.day} {day:%B %Y}"


def test_everybody_reads_that_it_moved_and_why(client, open_round, unit):
    plain = show(client, open_round.address)
    assert "We moved the last day" not in plain
    move(open_round, unit)
    for address in (open_round.address, open_round.standard_address):
        page = show(client, address)
        assert "We moved the last day" in page and WHY in page
        assert f"The last day was {full(factories.today(80))}." in page
        assert f"Now it is {full(factories.today(90))}." in page
    row = client.get(f"/api/proposals/{open_round.proposal.public_id}").json()["rounds"][0]
    assert row["closing_moved"] == [
        {
            "moved_from": factories.today(80).isoformat(),
            "moved_to": factories.today(90).isoformat(),
            "reason": [WHY],
        }
    ]


def test_everybody_reads_why_there_are_less_than_twelve_weeks(client, home_page):
    page = factories.make_round(short_reason="The money ends soon.")
    for address in (page.address, page.standard_address):
        text = show(client, address)
        assert "Why you have less than 12 weeks" in text and "The money ends soon." in text
    row = client.get(f"/api/proposals/{page.proposal.public_id}").json()["rounds"][0]
    assert row["short_reason"] == ["The money ends soon."]
    assert row["opened_on"] == factories.today(-10).isoformat()


def test_the_printed_paper_says_both(open_round, unit):
    from engagement.trail.papers import round_paper

    RoundPage.objects.filter(pk=open_round.pk).update(short_reason="The money ends soon.")
    move(again(open_round), unit)
    notices = {part.title: part.words for part in round_paper(again(open_round)).parts() if hasattr(part, "title")}
    assert notices["Why you have less than 12 weeks"] == ["The money ends soon."]
    assert notices["We moved the last day"][-1] == WHY


def test_a_round_that_is_not_cleared_promises_no_day(client, home_page):
    page = factories.make_round(opens=5)
    assert f"It opens on {full(factories.today(5))}." in show(client, page.address)
    RoundPage.objects.filter(pk=page.pk).update(cleared_on=None)
    assert f"We want to open it on {full(factories.today(5))}." in show(client, page.address)
    assert f"We want to open it on {full(factories.today(5))}." in show(client, f"{page.address}answer/")
    RoundPage.objects.filter(pk=page.pk).update(opens_on=factories.today(-5))
    for address in (page.address, f"{page.address}answer/"):
        assert "We are still checking it." in show(client, address)
    assert "We will ask you what you think." in show(client, "/have-your-say/")


def test_the_screen_moves_it(client, open_round, unit):
    client.force_login(unit)
    address = reverse("opening:close_later", args=[open_round.pk])
    assert full(factories.today(80)) in show(client, address)
    answer = client.post(address, {"on": factories.today(90).isoformat(), "reason": WHY})
    assert answer.url == reverse("opening:list")
    assert again(open_round).closes_on == factories.today(90)
    assert WHY in show(client, address)


def test_the_screen_keeps_what_was_typed_when_refused(client, open_round, unit):
    client.force_login(unit)
    address = reverse("opening:close_later", args=[open_round.pk])
    answer = client.post(address, {"on": factories.today(20).isoformat(), "reason": WHY})
    text = html.unescape(answer.content.decode())
    assert "The last day never moves to an earlier day." in text and WHY in text
    assert again(open_round).closes_on == factories.today(80)


def test_the_way_to_the_screen_stands_beside_the_page(client, open_round, unit):
    client.force_login(unit)
    address = reverse("opening:close_later", args=[open_round.pk])
    assert address in show(client, reverse("wagtailadmin_pages:edit", args=[open_round.pk]))
    assert address in show(client, reverse("wagtailadmin_explore", args=[open_round.get_parent().pk]))
    assert address in show(client, reverse("opening:list"))
