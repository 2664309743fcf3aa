"""What we heard is published only when all was read and sorted; it is changed in public, with a reason."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from engagement.heard.flows import (
    correct_what_we_heard,
    make_theme,
    publish_what_we_heard,
    read_answer,
    take_down_what_we_heard,
    write_what_we_heard,
)
from engagement.record.models import Entry
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(closed, pmu, say):
    """What was heard in the closed round: one answer, read, in one theme."""
    answer = say()
    read_answer(answer=answer, by=pmu, may_show=True)
    make_theme(round=closed, by=pmu, title="Buses", plain="Buses are late.", answers=[answer])
    return write_what_we_heard(round=closed, by=pmu, plain="Many of you told us about buses.")


def test_it_is_published_and_recorded(account, pmu):
    publish_what_we_heard(account=account, by=pmu)
    account.refresh_from_db()
    assert account.published_at and account.published_by == pmu
    entry = Entry.objects.get(fact="heard.published")
    assert (entry.subject, entry.data) == (account.round.public_id, {"themes": 1})


def test_an_earlier_day_can_be_given(account, pmu):
    then = timezone.now() - timedelta(days=40)
    assert publish_what_we_heard(account=account, by=pmu, at=then).published_at == then
    assert Entry.objects.get(fact="heard.published").day == timezone.localdate(then)


def test_refused_while_words_are_unread(account, pmu, say):
    say("Nobody read this.")
    with pytest.raises(ValidationError, match="words that nobody has read: 1"):
        publish_what_we_heard(account=account, by=pmu)
    account.refresh_from_db()
    assert account.published_at is None and not Entry.objects.filter(fact="heard.published").exists()


def test_refused_while_a_theme_says_nothing(account, pmu):
    make_theme(round=account.round, by=pmu, title="Trains")
    with pytest.raises(ValidationError, match="Write what people said about “Trains”."):
        publish_what_we_heard(account=account, by=pmu)


def test_refused_while_the_round_is_open(account, pmu):
    account.round.closes_on = timezone.localdate()
    with pytest.raises(ValidationError, match="not closed yet"):
        publish_what_we_heard(account=account, by=pmu)


def test_refused_without_any_theme(closed, pmu, say):
    read_answer(answer=say(), by=pmu, may_show=True)
    account = write_what_we_heard(round=closed, by=pmu, plain="You told us things.")
    with pytest.raises(ValidationError, match="There is no theme yet"):
        publish_what_we_heard(account=account, by=pmu)


def test_each_refusal_is_one_easy_sentence(closed, pmu, say):
    from engagement.heard.models import WhatWeHeard
    from engagement.heard.reports import reasons_not_to_publish

    say()
    make_theme(round=closed, by=pmu, title="Buses")
    reasons = reasons_not_to_publish(WhatWeHeard(round=closed))
    assert len(reasons) == 3
    assert all(len(part.split()) <= 15 for reason in reasons for part in reason.split(". "))


def test_a_published_account_is_put_right_with_a_public_reason(account, pmu):
    publish_what_we_heard(account=account, by=pmu)
    with pytest.raises(ValidationError, match="Say why in Easy Read"):
        correct_what_we_heard(account=account, by=pmu, reason=" ", plain="New words.")
    correction = correct_what_we_heard(account=account, by=pmu, reason="We wrote a wrong day.", plain="New words.")
    account.refresh_from_db()
    assert account.plain == "New words." and account.published_at
    assert correction.reason == "We wrote a wrong day." and Entry.objects.filter(fact="heard.corrected").exists()


def test_a_published_account_is_not_written_in_silence(account, pmu):
    publish_what_we_heard(account=account, by=pmu)
    with pytest.raises(ValidationError, match="Take it down first, and say why"):
        write_what_we_heard(round=account.round, by=pmu, plain="Other words.")


def test_it_is_taken_down_with_a_reason_and_can_be_published_again(account, pmu):
    publish_what_we_heard(account=account, by=pmu)
    take_down_what_we_heard(account=account, by=pmu, reason="A name was in it.")
    account.refresh_from_db()
    assert account.published_at is None and account.corrections.get().kind == "taken_down"
    assert publish_what_we_heard(account=account, by=pmu).published_at


def test_only_the_pmu_publishes(account):
    with pytest.raises(PermissionDenied):
        publish_what_we_heard(account=account, by=factories.make_user())
