"""The pages of the new kinds without JavaScript: each press is a form that is sent."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagement.polls.models import Question
from engagement.voices import flows
from engagement.voices.keys import link_token_of
from engagement.voices.models import Answer, AnswerChoice, DraftAnswer, Voice
from engagement.voices.words_that_worry import is_worrying
from tests import factories
from tests.engagement.voices.kinds import made

pytestmark = pytest.mark.django_db
NUMBERS = {"either": 1, "order": 2, "sort": 3, "number": 4}


@pytest.fixture
def address(round_and_kinds):
    return f"{round_and_kinds[0].address}answer/"


@pytest.fixture
def person(client, address):
    """A person at the questions: `page(kind)` opens one, `press(kind, go=…)` sends it."""
    client.post(address, {"go": "start"})
    return Person(client, address)


class Person:
    def __init__(self, client, address):
        self.client, self.address = client, address

    def page(self, kind):
        return self.client.get(f"{self.address}{NUMBERS[kind]}/")

    def press(self, kind, **data):
        return self.client.post(f"{self.address}{NUMBERS[kind]}/", data)

    def put(self, *places):
        """Press the things of the page of order at these places, as the page offers them each time."""
        for place in places:
            things = self.page("order").context["things"]
            picked = [thing["value"] for thing in self.page("order").context["in_order"]]
            response = self.press("order", choice=picked, put=things[place]["value"])
        return response


def values(*choices):
    return [str(choice.public_id) for choice in choices]


def test_each_kind_says_beforehand_how_it_works(person):
    told = {
        "either": ["Which is better for you?", "1 worker", "2 workers", "They are the same to me", "I am not sure"],
        "order": ["First press the thing that you like best.", "You do not have to press all of them."],
        "sort": ["Choose 1 answer for each thing.", "I like it", "I am not sure", "I do not like it"],
        "number": ["Type 1 number.", "The least is 1 hour.", "The most is 168 hours.", "Number of hours"],
    }
    for kind, sentences in told.items():
        html = person.page(kind).content.decode()
        for sentence in [*sentences, "I want to say more"]:
            assert sentence in html, (kind, sentence)
        assert "<script" not in html.split('class="form"')[1].split("</form>")[0]


def test_sorting_is_three_answers_under_each_thing_and_never_a_grid_q2_q7(person):
    html = person.page("sort").content.decode()
    things = re.findall(r'<fieldset class="choices sort-thing.*?</fieldset>', html, re.S)
    assert len(things) == 3 and "<table" not in html and "draggable" not in html
    for thing in things:
        assert re.findall(r'type="radio"[^>]* value="(\w+)"', thing) == ["like", "not_sure", "dislike"]


def test_a_press_gives_a_thing_its_place_and_comes_back_to_it(person):
    response = person.put(2, 0)
    assert response.url == f"{person.address}2/#choice-1"
    html = person.page("order").content.decode()
    assert re.findall(r'aria-pressed="(\w+)"', html) == ["true", "false", "true", "false"]
    things = person.page("order").context["things"]
    assert [thing["place"] for thing in things] == [2, None, 1, None]
    row = DraftAnswer.objects.get()
    ids = [str(choice.public_id) for choice in Question.objects.get(kind="order").choices.filter(pk__in=row.choice_ids)]
    assert len(ids) == 2 and row.state == "answered"


def test_a_second_press_takes_it_out_and_the_others_move_up(person):
    person.put(2, 0, 1)
    person.put(0)
    assert [thing["place"] for thing in person.page("order").context["things"]] == [None, 2, 1, None]


def test_start_again_clears_all(person):
    person.put(2, 0)
    assert person.press("order", choice=[], put="again").url.endswith("2/#choice-1")
    assert not person.page("order").context["in_order"] and not DraftAnswer.objects.exists()  # no answer, and no Skip
    piles = {f"pile-{thing['value']}": "like" for thing in person.page("sort").context["things"]}
    person.press("sort", **piles, go="next")
    assert person.page("sort").context["has_sorted"]
    assert person.press("sort", **piles, put="again").url.endswith("3/#choice-1-1")
    assert not person.page("sort").context["has_sorted"]


def test_next_keeps_the_order_and_goes_on(person, things):
    a, b, c, d = things("order")
    assert person.press("order", choice=values(d, a), go="next").url == f"{person.address}3/"
    assert DraftAnswer.objects.get().choice_ids == [d.pk, a.pk]


def test_back_to_what_was_given(person, things):
    """Every kind comes back as it was left (Q10)."""
    person.press("either", choice=values(things("either")[1]), go="next")
    person.press("sort", **{f"pile-{value}": "dislike" for value in values(*things("sort")[:1])}, go="next")
    person.press("number", number="12.50", words="About.", go="next")
    assert [option["checked"] for option in person.page("either").context["options"]].count(True) == 1
    assert re.search(r'value="dislike" checked', person.page("sort").content.decode())
    html = person.page("number").content.decode()
    assert 'value="12.50"' in html and "About." in html


@pytest.mark.parametrize(
    "kind, data, told, at",
    [
        ("either", {}, "Choose your answer. Or press Skip.", "choice-1"),
        ("order", {}, "Press the thing that you like best. Or press Skip.", "choice-1"),
        ("sort", {}, "Choose an answer for 1 thing or more. Or press Skip.", "choice-1-1"),
        ("number", {"number": "many"}, "Type a number here, such as 12. Or press Skip.", "number"),
        ("number", {"number": "500"}, "This number is too big. The most is 168 hours.", "number"),
        ("order", {"put": "nonsense"}, "Choose 1 of the answers on this page.", "choice-1"),
    ],
)
def test_a_mistake_is_told_at_the_top_and_beside_q13(person, kind, data, told, at):
    html = person.press(kind, **{"go": "next", **data}).content.decode()
    assert html.count(told) == 2 and f'href="#{at}"' in html and f'id="{at}"' in html
    assert data.get("number", "") in html  # what was typed stays


def test_sorting_nonsense_is_refused(person, things):
    pile = {f"pile-{value}": "love" for value in values(*things("sort")[:1])}
    assert "Choose 1 of the answers on this page." in person.press("sort", **pile, go="next").content.decode()
    assert not DraftAnswer.objects.exists()


def test_what_is_pressed_in_place_of_an_answer_is_stored_as_three_values_q5(person):
    Question.objects.update(sensitive=True)
    for kind in ("order", "sort", "number"):
        values = [option["value"] for option in person.page(kind).context["options"]]
        assert values == ["not_sure", "not_said"]
    for kind in NUMBERS:
        states = []
        for data in ({"choice": "not_said", "go": "next"}, {"go": "skip"}):
            person.press(kind, **data)
            states.append(DraftAnswer.objects.get(question__kind=kind).state)
        not_sure = person.page(kind).context["options"][-2]["value"]  # of A or B it is a choice, as in each closed kind
        person.press(kind, choice=not_sure, go="next")
        states.append(DraftAnswer.objects.get(question__kind=kind).state)
        assert states == ["not_said", "skipped", "not_sure"], kind


def test_the_order_is_each_persons_own_stays_and_is_stored_q3(client, address, person, things):
    """A or B, and things to order or sort, are turned round by person; how is kept with the answer."""
    seen = {}
    for _ in range(14):
        client.cookies.clear()
        client.post(address, {"go": "start"})
        shown = [option["label"] for option in person.page("either").context["options"]]
        assert shown[-1] == "I am not sure"
        assert shown == [option["label"] for option in person.page("either").context["options"]]
        person.press("either", choice=person.page("either").context["options"][0]["value"], go="next")
        seen[tuple(shown[:2])] = DraftAnswer.objects.order_by("-pk").first().turned
    assert seen == {("1 worker", "2 workers"): 0, ("2 workers", "1 worker"): 1}


def test_one_result_for_easy_read_and_standard_words_q8(client, person, things):
    """The same question in both versions stores the same rows, and switching in the middle loses nothing."""
    person.put(1)
    Question.objects.filter(kind="order").update(standard_text="Please rank the following.")
    standard = client.get(f"{person.address}2/?words=standard")
    assert "Please rank the following." in standard.content.decode()
    assert [thing["place"] for thing in standard.context["things"]] == [None, 1, None, None]
    other = standard.context["things"][3]["value"]
    picked = [thing["value"] for thing in standard.context["in_order"]]
    response = client.post(f"{person.address}2/?words=standard", {"choice": picked, "put": other})
    assert response.url == f"{person.address}2/?words=standard#choice-4"
    assert len(DraftAnswer.objects.get().choice_ids) == 2


def answered(person, things):
    """Answer all four; returns the page to check."""
    a, b, c, d = things("order")
    person.press("either", choice=values(things("either")[1]), go="next")
    person.press("order", choice=values(c, a), go="next")
    like, dislike, _ = values(*things("sort"))
    person.press("sort", **{f"pile-{like}": "like", f"pile-{dislike}": "dislike"}, words="I swim.", go="next")
    person.press("number", number="twelve", go="next")
    return person.client.get(f"{person.address}check/").content.decode()


TOLD = ["2 workers", "1. A job", "2. Going swimming", "Going swimming: I like it", "I swim.", "12 hours"]


def test_check_says_each_kind_in_words(person, things):
    html = answered(person, things)
    for line in [*TOLD, "Seeing friends: I do not like it"]:
        assert f"<p>{line}</p>" in html


def test_the_card_shows_and_changes_each_kind(client, person, things, asked):
    answered(person, things)
    secret = client.cookies["answering"].value
    client.post(f"{person.address}check/")
    card = f"/my-voice/{link_token_of(secret)}/"
    html = client.get(card).content.decode()
    for line in TOLD:
        assert f"<p>{line}</p>" in html
    change = {kind: f"{card}change/{question.public_id}/" for kind, question in asked.items()}
    page = client.get(change["order"])
    assert [thing["label"] for thing in page.context["in_order"]] == ["A job", "Going swimming"]
    other = values(things("order")[1])[0]
    picked = [thing["value"] for thing in page.context["in_order"]]
    pressed = client.post(change["order"], {"choice": picked, "put": other})
    assert [thing["label"] for thing in pressed.context["in_order"]] == ["A job", "Going swimming", "Seeing friends"]
    assert Answer.objects.count() == 4  # nothing is stored before Save
    assert re.search(rf'value="{other}"[^>]* autofocus>', pressed.content.decode())  # the page comes back to it
    assert client.post(change["order"], {"choice": [*picked, other], "go": "save"}).status_code == 302
    assert client.post(change["number"], {"number": "£13", "go": "save"}).status_code == 302
    like = values(things("sort")[2])[0]
    assert client.post(change["sort"], {f"pile-{like}": "like", "go": "save"}).status_code == 302
    assert client.post(change["either"], {"choice": values(things("either")[0]), "go": "save"}).status_code == 302
    html = client.get(card).content.decode()
    for line in ("3. Seeing friends", "13 hours", "A job: I like it", "1 worker"):
        assert f"<p>{line}</p>" in html
    assert client.post(change["number"], {"number": "many", "go": "save"}).status_code == 200
    assert AnswerChoice.objects.filter(answer__is_current=True, ranked=True).count() == 3


def test_sending_and_each_page_stay_within_the_bars_f2_f3(person, things, django_assert_max_num_queries):
    answered(person, things)
    for kind in NUMBERS:
        with django_assert_max_num_queries(10):
            person.page(kind)
    with django_assert_max_num_queries(10):
        person.client.get(f"{person.address}check/")
    is_worrying("bus")  # its list is kept in the process
    with django_assert_max_num_queries(12):
        flows.send_voice(secret=person.client.cookies["answering"].value)
    assert Voice.objects.count() == 1


def test_sending_all_kinds_with_a_first_vote_is_12_queries_at_most_f3(home_page, django_assert_max_num_queries):
    blocks = made.every_kind()
    blocks[4]["value"]["poll"] = "weigh"
    draft, secret = flows.start_draft(round=factories.make_round(questions=blocks))
    for question in draft.round.question_rows.asked().ready_to_show():
        choices = list(question.choices.all())[:1]
        answer = {"piles": {choices[0]: "like"}} if question.sorts else {"choices": choices}
        if question.kind in ("number", "words"):
            answer = {question.kind: "12"}
        flows.save_answer(draft=draft, question=question, **answer)
    is_worrying("bus")  # its list is kept in the process
    with django_assert_max_num_queries(12):
        voice = flows.send_voice(secret=secret)
    assert voice.answers.count() == 9 and voice.votes.count() == 1


def test_faces_never_stand_alone_q4(client, home_page):
    """A face has its word, and good and bad a thumb; 3 faces at most; who is not sure shrugs and is no middle face."""
    page = factories.make_round(questions=[factories.question_block("faces", "How is your support?")])
    client.post(f"{page.address}answer/", {"go": "start"})
    rows = re.findall(
        r'<label class="choice".*?</label>', client.get(f"{page.address}answer/1/").content.decode(), re.S
    )
    icons = [re.findall(r"icons.svg#([\w-]+)", row) for row in rows]
    assert icons == [["face-good", "thumb-up"], ["face-ok"], ["face-bad", "thumb-down"], ["not-sure"]]
    assert all(re.sub(r"<[^>]+>", "", row).strip() for row in rows)


def test_an_answer_to_one_question_a_page_q1(person):
    """One question, one page: the next one comes by Next, and the number of questions is said."""
    for kind, number in NUMBERS.items():
        html = person.page(kind).content.decode()
        assert html.count("<h1") == 1 and f"Question {number} of 4" in re.sub(r"<[^>]+>", "", html)


TEXTS = st.sampled_from(["not_sure", "not_said", "like", "love", "again", "12", "x", "\x00", "", "-", "£", "9" * 400])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    kind=st.sampled_from(list(NUMBERS)),
    ticked=st.lists(st.integers(0, 5) | TEXTS, max_size=6),
    put=st.none() | st.integers(0, 5) | TEXTS,
    piled=st.dictionaries(st.integers(0, 5), TEXTS, max_size=3),
    number=TEXTS,
    go=st.sampled_from(["next", "skip", "back", "words", "nonsense"]),
)
def test_whatever_is_sent_no_page_breaks(person, asked, kind, ticked, put, piled, number, go):
    """Nonsense is told kindly or taken as nothing; what is stored is always an answer that can be sent."""
    known = [str(choice.public_id) for question in asked.values() for choice in question.choices.all()]

    def value(drawn):
        return known[drawn] if isinstance(drawn, int) else drawn

    data = {"choice": [value(one) for one in ticked], "number": number, "go": go}
    data |= {f"pile-{value(one)}": pile for one, pile in piled.items()}
    response = person.press(kind, **data, **({"put": value(put)} if put is not None else {}))
    assert response.status_code in (200, 302)
    assert person.client.get(f"{person.address}check/").status_code == 200
    for row in DraftAnswer.objects.filter(state="answered"):
        assert row.choice_ids or row.number is not None
