"""Themes of *Tell us something*: published one by one, put right and taken down in public, counted in large steps."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from engagement.heard import flows
from engagement.heard.models import Theme, ThemeCorrection, ThemeCounts
from engagement.people.roles import SECRETARY
from engagement.record.models import Entry
from engagement.voices.flows import take_back
from tests import factories
from tests.engagement import telling
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home_page):
    """Tell us something, open since long."""
    return telling.make_tell_us()


@pytest.fixture
def theme(page):
    """A theme with one person's words, which nobody but staff has seen."""
    return telling.make_told(page, [telling.tell(page)], published=False, title="Buses")


def test_a_theme_is_published_while_the_round_is_open(theme, pmu):
    assert theme.round.is_open
    flows.publish_theme(theme=theme, by=pmu)
    assert list(Theme.objects.told()) == list(Theme.objects.public()) == [theme]
    entry = Entry.objects.get(fact="theme.published")
    assert (entry.subject, entry.data) == (theme.public_id, {"round": str(theme.round.public_id)})
    with pytest.raises(ValidationError, match="This theme is published already."):
        flows.publish_theme(theme=theme, by=pmu)


def test_only_the_pmu_publishes(theme, roles):
    with pytest.raises(PermissionDenied):
        flows.publish_theme(theme=theme, by=factories.make_user(SECRETARY))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"plain": " "}, "Write what people said in Easy Read first."),
        ({"plain": "Stakeholders don't utilise the commissioning pathway."}, "don't"),
    ],
)
def test_a_theme_says_something_in_easy_read_first(theme, pmu, change, sentence):
    Theme.objects.filter(pk=theme.pk).update(**change)
    with pytest.raises(ValidationError, match=sentence):
        flows.publish_theme(theme=Theme.objects.get(), by=pmu)


def test_a_theme_without_words_is_not_published(page, pmu):
    with pytest.raises(ValidationError, match="Put what people said in this theme first."):
        flows.publish_theme(theme=made.make_theme(page), by=pmu)


def test_a_theme_of_a_round_that_closes_is_published_with_the_others(open_round, pmu):
    with pytest.raises(ValidationError, match="This round closes. Its themes are published together"):
        flows.publish_theme(theme=made.make_theme(open_round), by=pmu)


def test_what_is_published_stands_still_but_more_words_come(theme, page, pmu):
    flows.publish_theme(theme=theme, by=pmu)
    answer = theme.answers.get()
    for change in (
        lambda: flows.change_theme(theme=theme, by=pmu, title="Other", plain="Other."),
        lambda: flows.remove_from_theme(theme=theme, answers=[answer], by=pmu),
        lambda: flows.remove_theme(theme=theme, by=pmu),
    ):
        with pytest.raises(ValidationError, match="This theme is published. Take it down first, and say why."):
            change()
    assert flows.add_to_theme(theme=theme, answers=[telling.tell(page).said], by=pmu) == 1


def test_it_is_put_right_with_a_public_reason(theme, pmu):
    flows.publish_theme(theme=theme, by=pmu)
    with pytest.raises(ValidationError, match="Say why in Easy Read."):
        flows.correct_theme(theme=theme, by=pmu, reason=" ", title="Late buses", plain="Buses are late.")
    flows.correct_theme(theme=theme, by=pmu, reason="We wrote it badly.", title="Late buses", plain="Buses are late.")
    theme.refresh_from_db()
    assert (theme.title, theme.plain) == ("Late buses", "Buses are late.")
    assert ThemeCorrection.objects.get().kind == "put_right"
    assert Entry.objects.filter(fact="theme.corrected").exists()


def test_it_is_taken_down_with_a_public_reason_and_stays(theme, pmu):
    flows.publish_theme(theme=theme, by=pmu)
    flows.take_down_theme(theme=theme, by=pmu, reason="It shows who said it.")
    assert not Theme.objects.told().exists() and not ThemeCounts.objects.exists()
    with pytest.raises(ValidationError, match="Everybody could read this theme. It must stay."):
        flows.remove_theme(theme=Theme.objects.get(), by=pmu)
    with pytest.raises(ValidationError, match="This theme is not published."):
        flows.take_down_theme(theme=theme, by=pmu, reason="Again.")


def test_the_database_refuses_a_correction_without_a_reason(theme, pmu):
    with pytest.raises(IntegrityError), transaction.atomic():
        ThemeCorrection.objects.create(theme=theme, kind="put_right", reason="", made_by=pmu)


def test_a_plan_that_began_is_live_and_named_once(theme, pmu):
    plan = factories.make_proposal()
    with pytest.raises(ValidationError, match="This theme is not published."):
        flows.start_plan(theme=theme, proposal=plan, by=pmu)
    flows.publish_theme(theme=theme, by=pmu)
    flows.start_plan(theme=theme, proposal=plan, by=pmu)
    assert [row.theme for row in plan.began_with.all()] == [theme]
    assert Entry.objects.get(fact="theme.began_plan").data["plan"] == str(plan.public_id)
    with pytest.raises(ValidationError, match="This plan is named here already."):
        flows.start_plan(theme=theme, proposal=plan, by=pmu)
    plan.live = False
    with pytest.raises(ValidationError, match="Publish the plan first."):
        flows.start_plan(theme=theme, proposal=plan, by=pmu)


def test_the_count_moves_in_steps_of_8_people_or_more_3_9(theme, page, pmu):
    """So nobody can find one person between the counts of two days; taking back moves nothing."""
    flows.publish_theme(theme=theme, by=pmu)
    seen, voices = [1], []
    for _number in range(20):
        voices.append(telling.tell(page))
        flows.add_to_theme(theme=theme, answers=[voices[-1].said], by=pmu)
        seen.append(ThemeCounts.objects.get().by_own)
    steps = {later - earlier for earlier, later in zip(seen, seen[1:], strict=False)}
    assert steps == {0, 8} and seen[-1] == 17
    take_back(voice=voices[0])
    assert ThemeCounts.objects.get().by_own == 17
