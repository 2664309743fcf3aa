"""Nobody sees a picture or hears a sound before somebody looked at it, and then only with consent (6.4, Q6, 3.7)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from easyread.media import clean
from engagement.heard import flows, reports
from engagement.heard.flows import looking, reading
from engagement.people.roles import CHECKER
from engagement.trail.files import beside_themes, public_files, shown_attachments
from engagement.voices.flows import give_attachment, give_consent, take_back, withdraw_consent
from engagement.voices.models import Answer, Consent
from tests import factories
from tests.easyread.media import made


@pytest.fixture
def answer(say):
    return say("The bus is late.")


@pytest.fixture
def picture(answer):
    return give_attachment(answer=answer, cleaned=clean(made.picture(), "picture"))


@pytest.fixture
def shown(picture, answer, pmu):
    """A picture that everybody may see."""
    flows.look_at(attachment=picture, by=pmu, may_show=True, words="A red bus.")
    answer.refresh_from_db()
    flows.read_answer(answer=answer, by=pmu, may_show=True)
    give_consent(voice=answer.voice, kind=Consent.Kind.PICTURE)
    return picture


def refusal(error):
    return [sentence for sentence in error.value.messages]


def test_an_answer_of_a_picture_alone_waits_to_be_read_6_4(say, pmu):
    answer = say("x")
    Answer.objects.filter(pk=answer.pk).update(words="")
    row = give_attachment(answer=answer, cleaned=clean(made.picture(), "picture"))
    assert list(reports.unread()) == [answer]
    flows.look_at(attachment=row, by=pmu, may_show=False, reason="A face.")
    flows.read_answer(answer=answer, by=pmu, may_show=True)
    assert list(reports.unread()) == []


def test_the_words_are_not_read_before_the_picture_is_looked_at_6_4(picture, answer, pmu):
    answer.refresh_from_db()
    with pytest.raises(ValidationError) as error:
        flows.read_answer(answer=answer, by=pmu, may_show=True)
    assert refusal(error) == [reading.LOOK_FIRST]


def test_what_is_shown_needs_words_and_what_is_not_needs_a_reason_q6(picture, pmu):
    with pytest.raises(ValidationError) as error:
        flows.look_at(attachment=picture, by=pmu, may_show=True)
    assert refusal(error) == [looking.NEEDS_WORDS]
    with pytest.raises(ValidationError) as error:
        flows.look_at(attachment=picture, by=pmu, may_show=False, words="A bus.")
    assert refusal(error) == [reading.NEEDS_REASON]


def test_only_those_who_read_may_look(picture, roles):
    with pytest.raises(PermissionDenied):
        flows.look_at(attachment=picture, by=factories.make_user(CHECKER), may_show=True, words="A bus.")


def test_what_was_taken_back_is_not_looked_at(picture, answer, pmu):
    take_back(voice=answer.voice)
    with pytest.raises(ValidationError) as error:
        flows.look_at(attachment=picture, by=pmu, may_show=True, words="A bus.")
    assert refusal(error) == [reading.TAKEN_BACK]


def test_everybody_sees_it_once_all_is_so_3_7(client, shown):
    answer = client.get(reverse("public_file", args=[shown.public_id]))
    assert answer.status_code == 200 and answer["Content-Type"] == "image/jpeg"
    assert "no-store" in answer["Cache-Control"]


def hide(shown, pmu):
    flows.look_at(attachment=shown, by=pmu, may_show=False, reason="A face.")


def no_consent(shown, pmu):
    withdraw_consent(voice=shown.answer.voice, kind=Consent.Kind.PICTURE)


def not_read(shown, pmu):
    flows.read_answer(answer=shown.answer, by=pmu, may_show=False, reason="A name.")


def taken_back(shown, pmu):
    take_back(voice=shown.answer.voice)


def held_out(shown, pmu):
    Answer.objects.filter(pk=shown.answer_id).update(held_out=True)


def of_somebody_else(shown, pmu):
    Answer.objects.filter(pk=shown.answer_id).update(provenance="summary")


@pytest.mark.parametrize("change", [hide, no_consent, not_read, taken_back, held_out, of_somebody_else])
def test_it_is_gone_for_everybody_at_once(client, shown, pmu, change):
    shown.answer.refresh_from_db()
    change(shown, pmu)
    assert client.get(reverse("public_file", args=[shown.public_id])).status_code == 404


def test_it_stands_under_its_theme_and_with_its_answer(shown, answer, closed, pmu):
    theme = flows.make_theme(round=closed, by=pmu, title="Buses", answers=[answer])
    (item,) = beside_themes(closed)[theme.pk]
    answer.refresh_from_db()
    assert shown_attachments([answer])[answer.pk] == [item]
    assert (item["words"], item["label"]) == ("A red bus.", "A picture from a person")
    assert public_files().count() == 1


def test_the_screens_of_a_picture(staff, picture, answer, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        page = staff.get(reverse("reading:queue")).content.decode()
    assert reverse("reading:file", args=[picture.public_id]) in page and "Nobody looked at it yet" in page
    look = reverse("reading:look", args=[picture.public_id])
    assert "Look at this picture" in staff.get(look).content.decode()
    told = staff.post(look, {"decision": "show", "words": "A red bus.", "reason": ""})
    picture.refresh_from_db()
    assert told.url == reverse("reading:queue") and (picture.state, picture.words) == ("may_show", "A red bus.")


def test_a_press_on_may_be_shown_says_to_look_first(staff, picture, answer):
    page = staff.post(reverse("reading:may_show", args=[answer.pk]), follow=True).content.decode()
    assert reading.LOOK_FIRST in page
