"""Listen: one button, each sentence and choice when touched, never by itself (M1, L11, Q12, 6)."""

import json
import re

import pytest
from playwright.sync_api import expect

from easyread.listening.flows import end_reading, keep_reading
from engagement.people.roles import PMU
from engagement.voices.models import Voice, Vote
from tests import factories
from tests.easyread.media import made
from tests.listening import AMERICAN, BRITISH, FRENCH, NETWORK, Listener

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AS_SAID = {
    "We meet on Thursday 4 March 2027 at 2:30pm.": "We meet on Thursday the 4th of March 2027 at 2 30 p m.",
    "Come on 1/12/2027, or 22 May, 11 June, 13 May or 3 July.": (
        "Come on the 1st of December 2027, or the 22nd of May, the 11th of June, the 13th of May or the 3rd of July."
    ),
    "From 10am to 4pm, or at 14:05.": "From 10 a m to 4 p m, or at 2 oh 5 p m.",
    "Phone us: 03000 41 41 41.": "Phone us: 0 3 0 0 0, 4 1, 4 1, 4 1.",
    "Phone 999 or call 111.": "Phone 9 9 9 or call 1 1 1.",
    "It costs £1,200.50, £1, £3 million or 50p.": "It costs 1200 pounds 50, 1 pound, 3 million pounds or 50 pence.",
    "Your code is 4821 7730.": "Your code is 4 8 2 1, 7 7 3 0.",
    "ME14 1XQ": "M E 1 4, 1 X Q",
    "The NHS and 2 MPs made a PDF.": "The N H S and 2 M Ps made a P D F.",
    "Bring his/her card and/or 10–12 people & a dog.": "Bring his or her card and or 10 to 12 people and a dog.",
    "Write to a.b@kent.gov.uk now.": "Write to a dot b at kent dot gov dot uk now.",
    "999,999 people, 101 of them today.": "999999 people, 101 of them today.",
    "I do not like it.": "I do not like it.",
    "31/31/2020": "31/31/2020",
}


@pytest.fixture
def listener(browser, live_server):
    """Makes a Listener with the voices that a test wants; each in a browser context of its own."""
    made = []

    def make(**wanted):
        context = browser.new_context(base_url=live_server.url, viewport={"width": 390, "height": 800})
        made.append(context)
        return Listener(context, **wanted)

    yield make
    for context in made:
        context.close()


@pytest.fixture
def six_questions(home_page):
    """A round with six questions, none of which needs typing."""
    return factories.make_round(
        questions=[
            factories.question_block("yes_no", "Do you like the bus?"),
            factories.question_block("one", "Which is better?", choices=["One leads", "All together"], poll="weigh"),
            factories.question_block("several", "What helps you?", choices=["Pictures", "Time", "A friend"]),
            factories.question_block("faces", "How is your support?"),
            factories.question_block("words", "What should change?"),
            factories.question_block("yes_no", "Do you feel safe?"),
        ]
    )


def test_words_are_said_as_people_say_them_here(home_page, listener):
    """M1: dates, times, numbers to phone, money, codes; and each part knows where it stands in the text."""
    page = listener().page
    page.goto("/look/")
    said = page.evaluate("texts => texts.map((text) => sayWell(text))", list(AS_SAID))
    assert [one["words"] for one in said] == list(AS_SAID.values())
    for text, one in zip(AS_SAID, said, strict=True):
        assert [place[1] for place in one["places"]] == [0, *[place[2] for place in one["places"]]][:-1]
        assert one["places"][-1][2] == len(text)


@pytest.mark.parametrize(
    ("voices", "voice"),
    [
        pytest.param([], None, marks=pytest.mark.slow),
        ([NETWORK, FRENCH], None),  # no word leaves the device
        pytest.param([NETWORK, FRENCH, AMERICAN], "Sam", marks=pytest.mark.slow),
        ([NETWORK, AMERICAN, BRITISH], "Kate"),
    ],
)
def test_only_a_voice_of_this_device(home_page, listener, voices, voice):
    """M1: British English first, any English next, a network's never; without one there is no button."""
    person = listener(voices=voices)
    person.page.goto("/look/")
    if not voice:
        person.page.wait_for_timeout(400)
        expect(person.button).to_be_hidden()
        return
    person.listen()
    assert {one["voice"] for one in person.said} == {voice}


def test_without_javascript_there_is_no_button(home_page, phone):
    phone.goto("/look/")
    expect(phone.locator(".listen button")).to_be_hidden()
    expect(phone.get_by_role("button", name="Listen")).to_have_count(0)


def test_listening_reads_marks_and_stops(six_questions, listener):
    """M1, L11: nothing by itself; from the start with a mark; touch, keyboard, Escape, Stop and leaving."""
    person = listener(late=300, holds=True)
    page = person.page
    page.goto(f"{six_questions.address}answer/")
    expect(person.button).to_be_visible()
    assert person.said == []
    person.button.click()
    person.hear("Answer the questions")
    assert page.evaluate("() => [...CSS.highlights.get('spoken')][0].toString()") == "Answer the questions"
    assert page.evaluate("() => [...CSS.highlights.get('spoken-word')][0].toString().trim()") == "the"
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    assert person.said[-1] == {"stopped": True}
    expect(page.get_by_role("button", name="Listen", exact=True)).to_be_visible()
    page.get_by_text("You can stop at any time.").click()
    person.hear("You can stop at any time.")
    page.locator(".leave a").focus()
    assert person.words[-1] == "You can stop at any time."  # by script, not by a key
    page.keyboard.press("Tab")
    person.page.wait_for_timeout(50)
    assert len(person.words) > 2 and person.words[-1] != "You can stop at any time."
    page.evaluate("() => window.dispatchEvent(new Event('pagehide'))")
    assert person.said[-1] == {"stopped": True}
    assert page.evaluate("() => CSS.highlights.size") == 0


def test_six_questions_by_listening_alone(six_questions, listener):
    """6, M1: only what was said is known, and only what was marked meanwhile is touched."""
    person = listener()
    page = person.page
    page.goto(f"{six_questions.address}answer/")
    assert "Start" in person.listen()
    person.touch("Start")
    answers = {
        "Do you like the bus?": "Yes",
        "Which is better?": "All together",
        "What helps you?": "A friend",
        "How is your support?": "Good",
        "What should change?": "I am not sure",
        "Do you feel safe?": "No",
    }
    for number, (question, answer) in enumerate(answers.items(), start=1):
        page.wait_for_url(re.compile(f"/answer/{number}/"))
        assert person.words and not page.evaluate("() => Boolean(CSS.highlights.size)")  # nothing by itself
        said = person.listen()
        assert question in said and answer in said, said
        assert said.index(question) < said.index(answer)
        person.touch(answer)
        person.hear("Chosen.")
        person.touch("Next")
    page.wait_for_url(re.compile("/answer/about/"))
    assert "About you" in person.listen()
    person.touch("Skip")
    while "Send" not in person.listen():  # what comes between is left out
        person.touch("Skip")
    assert {"A friend", "All together"} <= set(person.words)
    person.touch("Send")
    page.wait_for_url(re.compile("/done/"))
    assert "This is your card" in person.listen() and page.evaluate("() => sessionStorage.length")
    person.touch("Finish and clear")
    expect(page.get_by_text("This phone or computer is clear.")).to_be_visible()
    assert not page.evaluate("() => sessionStorage.length")  # R5: the next person begins in silence
    chosen = [c.choice.text for a in Voice.objects.get().answers.all() for c in a.chosen.all()]
    assert chosen == ["Yes", "A friend", "Good", "No"]
    assert Vote.objects.get().choice.text == "All together"


def test_a_button_is_said_before_it_is_pressed(six_questions, listener):
    """While listening, the first touch says what an unheard button is; not listening, nothing differs."""
    person = listener()
    page = person.page
    page.goto(f"{six_questions.address}answer/")
    page.get_by_role("button", name="Start").click()
    page.wait_for_url(re.compile("/answer/1/"))
    person.listen()
    page.get_by_text("Yes", exact=True).click()
    page.get_by_role("button", name="Next").click()  # it was heard
    page.wait_for_url(re.compile("/answer/2/"))
    person.said.clear()
    page.get_by_role("button", name="Skip").click()  # listening goes on over the round, and nothing was heard here
    person.hear("Press again to do this.")
    assert person.words == ["Skip", "Press again to do this."] and "/answer/2/" in page.url
    page.get_by_role("button", name="Skip").click()
    page.wait_for_url(re.compile("/answer/3/"))
    kept = page.evaluate("() => JSON.stringify([Object.keys(localStorage), Object.entries(sessionStorage)])")
    assert json.loads(kept) == [[], [["listening", six_questions.address.rstrip("/")]]]  # R5
    page.goto("/look/")
    person.said.clear()
    page.get_by_text("Calm and dark").click()
    assert person.words == []  # another page: Listen is pressed there


def test_the_speed_is_the_person_s(home_page, listener):
    """Q12: kept in the look cookie, and reaches the voice by the stylesheet of this person."""
    person = listener()
    person.page.goto("/look/")
    person.page.get_by_label("Slower").check()
    person.page.get_by_role("button", name="Keep my choice").click()
    person.page.goto("/look/")
    person.listen()
    assert {one["rate"] for one in person.said} == {0.7}


def test_a_person_s_recording_is_heard_in_place_of_the_voice(six_questions, roles, listener):
    """M1, P7: asked for when Listen is pressed; gone at once when the person agrees no longer."""
    by = factories.make_user(PMU)
    kept = keep_reading(text="You can stop at any time.", sound=made.sound(), agreed_on=factories.today(), by=by)
    asked = []
    person = listener()
    person.page.on("request", lambda request: asked.append(request.url))
    person.page.goto(f"{six_questions.address}answer/")
    assert not [url for url in asked if "/listen/" in url]
    assert kept.text not in person.listen()
    address = f"/listen/{kept.public_id}.mp3"
    assert [one["played"] for one in person.said if "played" in one] == [address]
    quiet = listener(voices=[])  # no voice on this device: the recording is enough for the button
    quiet.page.goto(f"{six_questions.address}answer/")
    expect(quiet.button).to_be_visible()
    assert quiet.listen() == [] and quiet.said[0]["played"] == address
    end_reading(reading=kept, by=by)
    person.page.reload()
    assert kept.text in person.listen()
    assert not [one for one in person.said if "played" in one]
