"""The pages of a group session: who comes in, the whole way without JavaScript, and every wrong turn."""

import uuid

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from engagement.bodies.models import Worker
from engagement.voices import flows
from engagement.voices.models import Answer, GroupSession, Hands, Statement, Tap, Voice, VoiceDraft
from tests import factories
from tests.engagement import ideas_made
from tests.engagement.voices.conftest import close
from tests.engagement.voices.groups.conftest import details, say, tap
from tests.engagement.voices.support.conftest import make_worker
from tests.engagement.voices.test_easy_words import errors_of

pytestmark = pytest.mark.django_db
FORM = {"present": "12", "place": "Ashford", "facilitator": "advocacy worker", "learning_disability": "7", "staff": "2"}


def link(name, session, *args):
    return reverse(f"group_{name}", args=[session.public_id, *args])


def text(response):
    return response.content.decode()


def press(client, session, number, choice, way="up", token=None):
    """Press one button on the big screen."""
    token = token or client.get(link("question", session, number)).context["token"]
    return client.post(link("question", session, number), {"tap": f"{choice.public_id} {way}", "token": token})


def test_the_whole_way(signed_in, open_round, questions, worker):
    """Choose a round, say who is here, count hands, write words, check, send, card."""
    before = reverse("group_before", args=[open_round.pk])
    assert before in text(signed_in.get(reverse("group")))
    assert "Then we may have to tell someone who can help." in text(signed_in.get(before))
    assert not VoiceDraft.objects.exists()
    place = signed_in.post(before, FORM | {"held_on": str(factories.today())}).url
    session = GroupSession.objects.get()
    assert place == link("question", session, 1) and session.learning_disability == 7
    yes = questions[0].choices.first()
    back = press(signed_in, session, 1, yes).url
    screen = signed_in.get(back)
    assert "12 people are here. 11 hands are left." in text(screen)
    assert [tile["focus_up"] for tile in screen.context["tiles"]].count(True) == 1  # the focus stays on the button
    said = {"words": "More time.", "whose": "read_back", "agreed": "7", "token": uuid.uuid4(), "go": "next"}
    assert signed_in.post(link("question", session, 5), said).url == link("check", session)
    check = signed_in.get(link("check", session))
    assert "1 hand" in text(check) and "7 of 12 people agreed." in text(check)
    sent = {"secret": check.context["secret"], "publish": "said"}
    card = signed_in.post(link("check", session), sent, follow=True)
    assert "The card of your group" in text(card) and "/my-voice/" in card.context["card"]["link"]
    assert signed_in.post(link("check", session), sent).url == link("card", session)
    voice = Voice.objects.get()
    assert (voice.is_group, voice.people_present) == (True, 12)
    mine = Client().get(card.context["card"]["link"])
    assert "More time." in text(mine) and "1 hand" in text(mine) and "Change or add" not in text(mine)


def test_a_double_tap_counts_once_and_a_wrong_one_is_taken_back(signed_in, session, questions):
    """R2: both presses of one page are one hand."""
    yes = questions[0].choices.first()
    token = uuid.uuid4()
    for _ in range(2):
        assert press(signed_in, session, 1, yes, token=token).status_code == 302
    assert Hands.objects.get().count == 1
    press(signed_in, session, 1, yes, "down")
    assert Hands.objects.get().count == 0 and Tap.objects.count() == 2


def test_more_hands_than_people_are_refused_kindly(signed_in, session, questions):
    yes, no, _ = questions[0].choices.all()
    tap(session, yes, 12)
    refused = press(signed_in, session, 1, no)
    assert refused.status_code == 409 and "All hands are up. There are 12 people." in text(refused)
    assert press(signed_in, session, 1, no, "down").status_code == 409
    for nonsense in ({"tap": "x up", "token": uuid.uuid4()}, {"tap": f"{no.public_id} up", "token": "x"}, {}):
        assert signed_in.post(link("question", session, 1), nonsense).status_code == 409


def test_on_a_full_disk_nothing_is_lost(signed_in, session, questions, monkeypatch):
    """R3: the page holds the same token, so the same press works when there is room."""

    def full(**kwargs):
        raise OperationalError("disk full")

    token = str(uuid.uuid4())
    monkeypatch.setattr("engagement.voices.groups.screen.tap_hand", full)
    page = press(signed_in, session, 1, questions[0].choices.first(), token=token)
    assert page.status_code == 503 and page.context["token"] == token
    monkeypatch.setattr("engagement.voices.groups.words.add_statement", full)
    said = {"words": "Keep me.", "whose": "own_words", "token": token}
    page = signed_in.post(link("question", session, 5), said)
    assert page.status_code == 503 and "Keep me." in text(page) and page.context["token"] == token


def test_statements_are_kept_and_taken_away(signed_in, session, questions):
    here = link("words", session, 1)
    said = {"words": "It is <b>late</b>.", "whose": "own_words", "agreed": "", "token": uuid.uuid4(), "go": "add"}
    for _ in range(2):
        assert signed_in.post(here, said).url == f"{here}?said=kept"
    assert "It is &lt;b&gt;late&lt;/b&gt;." in text(signed_in.get(here))
    one = Statement.objects.get()
    assert signed_in.post(here, {"remove": one.public_id}).url == f"{here}?said=gone"
    assert not Statement.objects.exists()
    for wrong, sentence in (
        ({"words": ""}, "Type your words."),
        ({"whose": ""}, "Choose whose words they are."),
        ({"agreed": "13"}, "More people agreed than are here."),
        ({"agreed": "x"}, "Write a number."),
    ):
        page = signed_in.post(here, said | {"token": uuid.uuid4()} | wrong)
        assert page.status_code == 400 and sentence in text(page)


def test_words_typed_before_next_are_kept(signed_in, session):
    """6.1: Next, Back and Stop keep what was typed."""
    for number, go in enumerate(("next", "back", "stop"), start=1):
        said = {"words": f"Number {number}.", "whose": "own_words", "token": uuid.uuid4(), "go": go}
        signed_in.post(link("question", session, 5), said)
        assert Statement.objects.count() == number


def test_details_are_put_right(signed_in, session):
    given = FORM | {"held_on": str(factories.today()), "present": "9"}
    assert signed_in.post(link("details", session), given).url == link("check", session)
    session.refresh_from_db()
    assert session.present == 9
    page = signed_in.post(link("details", session), given | {"staff": "3"})
    assert page.status_code == 400 and "Count each person 1 time." in text(page)
    page = signed_in.post(link("details", session), given | {"present": "many", "held_on": ""})
    assert "It is a number from 2 to 500." in text(page) and "Write the date of the workshop." in text(page)


def test_another_worker_and_a_lead(signed_in, sent, organisation, roles):
    """A worker sees their own, a lead the organisation's; others meet 404, also a lead of another organisation."""
    pages = [link(name, sent) for name in ("one", "check", "card", "details", "clear", "new_card")]
    pages += [link("question", sent, 1), link("words", sent, 1)]
    elsewhere = factories.make_organisation("Elsewhere")
    for user in (make_worker(organisation), led(elsewhere)):
        client = Client()
        client.force_login(user)
        assert {client.get(page).status_code for page in pages} == {404}
        assert link("one", sent) not in text(client.get(reverse("group")))
    lead = Client()
    lead.force_login(led(organisation))
    assert link("one", sent) in text(lead.get(reverse("group")))
    assert "We want more time." in text(lead.get(link("one", sent)))
    assert {lead.get(page).status_code for page in pages[1:]} == {302}
    assert lead.post(link("check", sent), {}).status_code == 302 and Voice.objects.count() == 1


def led(organisation):
    """A worker who leads an organisation."""
    user = make_worker(organisation)
    Worker.objects.filter(user=user).update(leads=True)
    return user


def test_after_sending_it_is_put_right_on_the_same_pages(signed_in, sent, questions):
    page = signed_in.get(link("one", sent))
    assert "You can still put it right" in text(page) and link("question", sent, 1) in text(page)
    press(signed_in, sent, 1, questions[0].choices.first(), "down")
    assert Hands.objects.get(choice=questions[0].choices.first()).count == 8
    close(sent.voice.round)
    assert press(signed_in, sent, 1, questions[0].choices.first(), token=uuid.uuid4()).url == link("one", sent)
    assert "You cannot change it now" in text(signed_in.get(link("one", sent)))


def test_words_typed_too_late_stand_there_to_be_copied(signed_in, sent):
    """6.1: nothing typed is lost."""
    close(sent.voice.round)
    page = signed_in.post(link("question", sent, 5), {"words": "Please keep this.", "go": "add"})
    assert page.status_code == 409 and "Please keep this." in text(page) and "This has closed." in text(page)


def test_clearing_asks_first(signed_in, session):
    assert "We cannot bring it back." in text(signed_in.get(link("clear", session)))
    assert GroupSession.objects.exists()
    assert signed_in.post(link("clear", session)).url == f"{reverse('group')}?said=cleared"
    assert not GroupSession.objects.exists()


def test_a_session_of_a_closed_round_can_be_read(signed_in, session, questions):
    say(session, questions[4])
    VoiceDraft.objects.update(saved_at=factories.timezone.now() - factories.timedelta(days=2))
    close(session.draft.round)
    page = signed_in.get(link("one", session))
    assert "You cannot change this any more" in text(page) and "We want more time." in text(page)
    assert "It closed before you sent this" in text(signed_in.get(reverse("group")))


def test_a_new_card_and_one_taken_back(signed_in, sent):
    new = signed_in.post(link("new_card", sent), follow=True)
    assert "Print the card now" in text(new)
    assert signed_in.post(link("card", sent)).url == reverse("group")
    assert "We cannot show this card again" in text(signed_in.get(link("card", sent)))
    flows.take_back(voice=sent.voice)
    assert "The group took this back" in text(signed_in.get(link("one", sent)))


def test_every_page_is_easy_to_read(signed_in, session, sent, open_round, questions):
    """The words of every page pass our own check."""
    own = flows.start_group(round=open_round, by=session.by, organisation=session.organisation, **details())
    say(own, questions[4])
    pages = [reverse("group"), reverse("group_before", args=[open_round.pk]), link("one", sent)]
    pages += [link(name, own) for name in ("details", "clear", "check")]
    pages += [link("question", own, n) for n in range(1, 6)] + [link("words", own, 1), link("new_card", sent)]
    assert {page: errors_of(text(signed_in.get(page))) for page in pages} == {page: [] for page in pages}


def test_queries_f2(signed_in, open_round, worker, organisation, questions, django_assert_max_num_queries):
    """At most 25, the same for 10 sessions and for 10,000, and for few hands and many."""
    signed_in.get(reverse("group"))  # the first page of a session writes that it began
    asked = []
    for first, last in ((0, 10), (10, 10_000)):
        made = VoiceDraft.objects.bulk_create(VoiceDraft(key=f"{n}", round=open_round) for n in range(first, last))
        rows = (GroupSession(by=worker, organisation=organisation, draft=draft, **details()) for draft in made)
        GroupSession.objects.bulk_create(rows)
        with django_assert_max_num_queries(25) as queries:
            assert signed_in.get(reverse("group")).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_pages_of_one_session_ask_a_fixed_number_of_times(signed_in, sent, questions, django_assert_max_num_queries):
    tap(sent, questions[2].choices.first())
    signed_in.get(link("one", sent))
    for page in (link("one", sent), link("question", sent, 1), link("words", sent, 1), link("details", sent)):
        with django_assert_max_num_queries(25) as few:
            signed_in.get(page)
        for _ in range(2):
            say(sent, questions[0])
            tap(sent, questions[2].choices.first())
        with django_assert_max_num_queries(25) as many:
            signed_in.get(page)
        assert len(many) == len(few)
    assert Answer.objects.filter(statement__gte=1).count() == 10


def test_a_group_picks_ideas_by_hands(signed_in, worker, organisation, home_page):
    """Every kind of round: at most 3 picks a person, a few ideas at a time, and those with hands always there."""
    page = ideas_made.make_ideas_round()
    pick = ideas_made.asked(page)
    ideas = ideas_made.make_many(page, 8)
    session = flows.start_group(round=page, by=worker, organisation=organisation, **details(4))
    number = [asked.pk for asked in page.question_rows.asked()].index(pick.pk) + 1
    here = link("question", session, number)
    screen = signed_in.get(here)
    assert len(screen.context["tiles"]) == 6 and "Each person can pick 3 ideas." in text(screen)
    assert "after=" in screen.context["more_ideas"][0][1]
    last = ideas[-1]
    assert press(signed_in, session, number, last).status_code == 302
    shown = [tile["key"] for tile in signed_in.get(here).context["tiles"]]
    assert shown[0] == str(last.public_id)
    for choice, hands in zip(ideas[:3], (3, 4, 4), strict=True):
        tap(session, choice, hands)
    refused = press(signed_in, session, number, ideas[0])
    assert refused.status_code == 409 and "Together they can pick 12 ideas." in text(refused)


def test_words_without_a_kind_of_their_own_are_as_the_whole_session(signed_in, sent):
    """`Answer.provenance` may be empty: whose words it is then stands with the voice."""
    Answer.objects.update(provenance="")
    assert "The exact words of 1 person." in text(signed_in.get(link("one", sent)))
