"""The Unit's screens: comments by sentence, writers, workshops; who may see them, and in few queries (F2)."""

import html
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from easyread.models import Picture
from engagement.people.roles import SECRETARY
from engagement.shaping import flows
from engagement.shaping.models import Change, Comment, Workshop, WorkshopPhoto, Writer
from engagement.voices.keys import link_token_of
from engagement.voices.models import Concern, Voice
from tests import factories, pdf
from tests.engagement.refusals import refused
from tests.engagement.shaping.shaped import SENTENCES, make_talk, make_workshop, place_of, say, stream
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk(home_page):
    """An open round and the draft that it is about."""
    return make_talk()


@pytest.fixture
def staff(client, pmu):
    """The test client, signed in as the PMU."""
    client.force_login(pmu)
    client.get("/admin/")
    return client


def text(response):
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split()))


def place_address(draft, sentence=SENTENCES[0], name="place"):
    return reverse(f"drafts:{name}", args=[draft.pk, place_of(draft, sentence)])


def test_the_list_counts_by_sentence_in_the_order_of_the_draft(staff, talk):
    page, draft = talk
    say(page, draft, SENTENCES[2])
    say(page, draft, SENTENCES[0], kind="wrong", said="No.")
    say(page, draft, SENTENCES[0])
    told = text(staff.get(reverse("drafts:comments", args=[draft.pk])))
    assert told.index(SENTENCES[0]) < told.index(SENTENCES[2])
    assert "Hard to understand: 1 Wrong: 1 Something to say: 0 Words to read 1 Waits for an answer 2" in told


def test_reading_and_answering_lead_to_the_next_draft(staff, talk):
    page, draft = talk
    comment = say(page, draft, said="Too hard.")
    say(page, draft)
    address = place_address(draft)
    answer = {"taken": "yes", "after": "You have a worker.", "reason": "You told us that it is hard.", "until": 10**6}
    refused_first = staff.post(address, answer)
    assert "Read all words first." in text(refused_first) and "You have a worker." in refused_first.content.decode()
    staff.post(place_address(draft, name="read_comments"), {"comments": [comment.pk], "show": "no"})
    done = staff.post(address, answer)
    change = Change.objects.get()
    assert done.url == reverse("drafts:edit", args=[change.draft_id])
    assert change.comments.count() == 2 and "Everything here has its answer." in text(staff.get(address))
    edit = text(staff.get(done.url))
    assert "Somebody is named for each sentence that changed." in edit


def test_only_those_that_are_ticked_are_answered(staff, talk):
    page, draft = talk
    first, second = say(page, draft), say(page, draft)
    told = {"taken": "no", "reason": "We need this word.", "comments": [first.pk]}
    staff.post(place_address(draft), told)
    assert list(Comment.objects.waiting()) == [second]


def test_what_came_after_the_page_was_shown_waits(staff, talk):
    page, draft = talk
    first = say(page, draft)
    late = say(page, draft)
    staff.post(place_address(draft), {"taken": "no", "reason": "We need this word.", "until": first.pk})
    assert list(Comment.objects.waiting()) == [late]


def test_nobody_else_sees_what_people_said(client, talk, roles):
    page, draft = talk
    say(page, draft)
    client.force_login(factories.make_user(SECRETARY))
    for address in (reverse("drafts:comments", args=[draft.pk]), place_address(draft)):
        assert client.get(address).status_code in (302, 403)
    assert client.post(place_address(draft, name="read_comments")).status_code in (302, 403)


def test_words_held_out_are_in_no_list(staff, talk):
    page, draft = talk
    say(page, draft, said="Marker words.")
    say(page, draft, SENTENCES[1])
    Comment.objects.filter(words="Marker words.").update(held_out=True)
    assert "Marker" not in text(staff.get(reverse("drafts:comments", args=[draft.pk])))
    assert staff.get(place_address(draft)).status_code == 404


def test_somebody_who_reads_is_worried_and_the_words_go_out_of_every_list(staff, talk):
    """3.6: the leads are told; what the person says later is held too, until a lead has decided."""
    page, draft = talk
    secret = "w" * 43
    comment = say(page, draft, said="Marker words.", secret=secret)
    told = staff.post(place_address(draft, name="worried"), {"worried": comment.pk}, follow=True)
    assert "We told the safeguarding leads." in text(told) and "Marker" not in text(told)
    concern = Concern.objects.get()
    assert concern.voice == comment.voice and "Marker words." in concern.worry
    assert say(page, draft, SENTENCES[1], secret=secret).held_out
    assert not Comment.objects.standing().exists() and Comment.objects.counted().count() == 2
    flows.hold_comments(voice=comment.voice, held=False)
    assert Comment.objects.standing().count() == 2


def many(page, draft, count):
    """`count` comments spread over the draft's sentences, by as many voices, in few statements."""
    rows = [Voice(round=page, draft_key=f"many-{n}") for n in range(count)]
    places = [(place_of(draft, f"Sentence {n}."), f"Sentence {n}.") for n in range(80)]
    voices = Voice.objects.bulk_create(rows)
    Comment.objects.bulk_create(
        Comment(
            voice=voice, draft=draft, place=places[n % 80][0], sentence=places[n % 80][1], kind="hard", words=f"No {n}."
        )
        for n, voice in enumerate(voices)
    )


@pytest.mark.parametrize("count", [80, pytest.param(5000, marks=pytest.mark.slow)])
def test_80_sentences_and_5000_comments_take_the_same_few_queries(staff, home_page, settings, count):
    settings.PAGE_CACHE_SECONDS = 0
    page, draft = make_talk(sentences=[f"Sentence {n}." for n in range(80)])
    many(page, draft, count)
    public = f"{page.proposal.address}draft-1/"
    screens = [reverse("drafts:comments", args=[draft.pk]), place_address(draft, "Sentence 3.")]
    screens.append(reverse("drafts:edit", args=[draft.pk]))
    for client, address, most in [*((staff, screen, 25) for screen in screens), (Client(), public, 10)]:
        client.get(address)
        with CaptureQueriesContext(connection) as caught:
            assert client.get(address).status_code == 200
        assert len(caught) <= most, (address, len(caught))


def test_a_draft_about_which_people_said_something_is_not_deleted(client, talk, roles):
    page, draft = talk
    say(page, draft)
    client.force_login(factories.make_user(is_superuser=True))
    told = client.post(reverse("drafts:delete", args=[draft.pk]), follow=True)
    assert "People said something about this draft. It stays." in text(told)
    draft.refresh_from_db()


def test_a_plan_with_drafts_or_workshops_is_not_deleted(client, roles, home_page):
    plan = factories.make_proposal("Our plan")
    make_workshop(plan)
    client.force_login(factories.make_user(is_superuser=True))
    told = client.post(reverse("wagtailadmin_pages:delete", args=[plan.pk]), follow=True)
    assert "“Our plan” stays. It has drafts or workshops." in text(told) and Workshop.objects.exists()


def test_a_writer_is_named_by_consent_and_gone_when_it_is_taken_back(staff, talk, pmu):
    page, draft = talk
    address, public = reverse("drafts:writers", args=[draft.pk]), f"{page.proposal.address}draft-1/"
    staff.post(address, {"name": "Marker Name", "how": "on paper", "on": ""})
    told = text(staff.get(public))
    assert "Who wrote this draft with us Marker Name Thank you." in told
    writer = Writer.objects.get()
    assert writer.recorded_by == pmu and writer.agreed_on == factories.today()
    staff.post(reverse("drafts:writer_gone", args=[draft.pk, writer.pk]))
    writer.refresh_from_db()
    assert writer.name == "" and writer.taken_back_on == factories.today()
    assert "Marker Name" not in text(staff.get(public)) and "Marker Name" not in text(staff.get(address))


def test_a_name_that_was_taken_back_is_on_no_paper(client, talk, pmu):
    page, draft = talk
    writer = flows.add_writer(draft=draft, name="Marker Name", how="on paper", by=pmu)
    address = f"{page.proposal.address}draft-1/easy-read.pdf"
    data = b"".join(client.get(address).streaming_content)
    assert not pdf.problems_of(data) and "Marker Name" in " ".join(pdf.words_of(data).split())
    folder = f"print/draft-{draft.public_id}"
    assert default_storage.listdir(folder)[1]
    flows.take_back_writer(writer=writer, by=pmu)
    assert not default_storage.listdir(folder)[1]  # the old paper is not on the disk any more
    assert "Marker" not in " ".join(pdf.words_of(b"".join(client.get(address).streaming_content)).split())


def test_a_writer_needs_a_name_and_a_yes(talk, pmu, roles):
    draft = talk[1]
    with refused("Write the name as the person wants it to be shown."):
        flows.add_writer(draft=draft, name=" ", how="on paper", by=pmu)
    with refused("Write how the person said yes."):
        flows.add_writer(draft=draft, name="Sam", how=" ", by=pmu)
    with refused("Choose today or a day before today."):
        flows.add_writer(draft=draft, name="Sam", how="on paper", by=pmu, on=factories.today(1))
    with pytest.raises(PermissionDenied):
        flows.add_writer(draft=draft, name="Sam", how="on paper", by=factories.make_user(SECRETARY))


BEHIND = {
    "shaping_a_writer_agreed": lambda draft, by: Writer(draft=draft, name="x", recorded_by=by, agreed_on="2026-01-01"),
    "shaping_a_name_only_by_consent": lambda draft, by: Writer(
        draft=draft, name="x", consent_how="y", recorded_by=by, agreed_on="2026-01-01", taken_back_on="2026-01-02"
    ),
}


@pytest.mark.parametrize("rule", BEHIND)
def test_the_database_keeps_no_name_without_consent(talk, pmu, rule):
    with pytest.raises(IntegrityError, match=rule):
        BEHIND[rule](talk[1], pmu).save()


def workshop_form(plan, **values):
    place = {
        "role": "Taking part",
        "for_whom": "carers",
        "places": 3,
        "filled": 2,
        "lived_experience": "on",
        "id": "",
    } | values.pop("place_row", {})
    told = {
        "proposal": plan.pk,
        "round": "",
        "session": "",
        "title": "Our workshop",
        "held_on": factories.today(-3).isoformat(),
        "place": "Town Hall",
        "come_in": "",
        "run_by": "The team",
        "present": 9,
        "notes": "People like it.",
        "places": inline_formset([place]),
        "photos": inline_formset([]),
    }
    return nested_form_data(told | values)


def test_a_workshop_is_written_down_and_its_notes_read(staff, talk):
    plan = talk[0].proposal
    public = f"{plan.address}workshops/"
    assert staff.get(public).status_code == 404
    staff.post(reverse("workshops:add"), workshop_form(plan))
    workshop = Workshop.objects.get()
    assert workshop.places.get().filled == 2
    assert "People like it." not in text(staff.get(public))
    staff.post(reverse("workshops:read_notes", args=[workshop.pk]))
    told = text(staff.get(public))
    assert "People like it." in told and "9 people were there." in told
    assert "There were 3 places. People filled 2 of them." in told
    staff.post(reverse("workshops:edit", args=[workshop.pk]), workshop_form(plan, notes="Other words."))
    workshop.refresh_from_db()
    assert workshop.notes == "Other words." and workshop.notes_read_on is None
    assert "Other words." not in text(staff.get(public)) and public in staff.get(plan.address).content.decode()


def test_more_filled_than_there_are_is_refused(staff, talk):
    told = staff.post(reverse("workshops:add"), workshop_form(talk[0].proposal, place_row={"filled": 5}))
    assert "More places were filled than there are." in text(told) and not Workshop.objects.exists()


def test_a_small_group_is_told_without_numbers(client, talk):
    """SEAMS.md, Counting."""
    plan = talk[0].proposal
    make_workshop(plan, present=7, places=5, filled=5)
    told = text(client.get(f"{plan.address}workshops/")).split("A workshop")[1].split("Help")[0]
    assert "A small group was there." in told and "People filled all their places." in told
    assert not re.search(r"\b[57]\b", told.split("Where:")[1])


def test_a_photo_is_shown_until_its_day_or_until_somebody_says_no(staff, talk, pmu):
    plan = talk[0].proposal
    workshop = make_workshop(plan)
    picture = Picture.objects.create(title="Us", file="us.svg", width=72, height=72, author="Ash")
    values = {"workshop": workshop, "picture": picture, "words": "We sit at a table.", "consent_how": "on paper"}
    photo = WorkshopPhoto.objects.create(consent_until=factories.today(), **values)
    public = f"{plan.address}workshops/"
    assert "We sit at a table." in text(staff.get(public))
    assert picture not in Picture.objects.credited()  # in no list of pictures: only here, and only by consent
    staff.post(reverse("workshops:photo_gone", args=[workshop.pk, photo.pk]))
    photo.refresh_from_db()
    assert photo.picture is None and not Picture.objects.filter(pk=picture.pk).exists()
    assert "We sit at a table." not in text(staff.get(public))


def test_a_photo_whose_day_has_passed_is_gone_the_same_day_and_its_file_in_the_night(client, talk):
    plan = talk[0].proposal
    workshop = make_workshop(plan)
    picture = Picture.objects.create(title="Us", file="us.svg", width=72, height=72)
    WorkshopPhoto.objects.create(
        workshop=workshop, picture=picture, words="We sit.", consent_how="x", consent_until=factories.today(-1)
    )
    assert "We sit." not in text(client.get(f"{plan.address}workshops/"))
    assert flows.end_old_photos() == 1 and flows.end_old_photos() == 0
    assert not Picture.objects.filter(pk=picture.pk).exists()


def test_the_page_of_workshops_takes_the_same_queries_for_many(client, talk, settings):
    settings.PAGE_CACHE_SECONDS = 0
    plan = talk[0].proposal
    address, counts = f"{plan.address}workshops/", []
    for _ in range(2):
        for _ in range(4):
            make_workshop(plan)
        client.get(address)
        with CaptureQueriesContext(connection) as caught:
            client.get(address)
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 10


def test_a_card_shows_what_became_of_it_in_few_queries(client, talk, pmu, settings, django_assert_max_num_queries):
    page, draft = talk
    secret = "c" * 43
    for sentence in SENTENCES:
        say(page, draft, sentence, secret=secret)
    told = {"by": pmu, "reason": "You told us that it is hard."}
    change = flows.answer_comments(
        comments=Comment.objects.filter(sentence=SENTENCES[0]), taken=True, after="You have a worker.", **told
    )
    flows.answer_comments(comments=Comment.objects.filter(sentence=SENTENCES[1]), taken=False, **told)
    card = reverse("my_voice_card", args=[link_token_of(secret)])
    assert "You have a worker." not in text(client.get(card))  # that draft is not out
    flows.publish_draft(draft=change.draft, by=pmu)
    with django_assert_max_num_queries(10):
        shown = client.get(card)
    assert "This changed Draft 2 says now: You have a worker." in text(shown)
    assert "This did not change Why You told us that it is hard." in text(shown)
    assert f'href="{page.proposal.address}draft-2/#change-{change.public_id}"' in shown.content.decode()
    code = Voice.objects.get().card.code
    assert SENTENCES[0] not in text(client.get(reverse("my_voice_card", args=[code])))


def test_west_kent_says_who_can_say_yes_and_what_is_not_known(client, home_page):
    plan, board = factories.make_proposal(), factories.make_body("The governing body")
    made.make_draft(
        plan, 3, easy_read=stream(SENTENCES), approved_by=board, approval="We do not know if they said yes."
    )
    told = text(client.get(f"{plan.address}draft-3/"))
    assert "Who can say yes The governing body We do not know if they said yes." in told
