"""Check your answers, change any, and send them once (Q13)."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import OperationalError

from easyread.reading import ready

from ..about import HELPED, WHO, WHOSE
from ..attached import agreed_for, shown
from ..flows import send_voice
from ..in_words import given_in_words
from ..models import Answer, Consent
from ..picking import chosen_of
from ..said import NOT_SENT, WITHOUT_ANSWER
from .gates import answering, gate
from .helping import PRESSES, STOP, elsewhere
from .stopping import stop_now

State = Answer.State
IN_WORDS = {
    State.SKIPPED: "You skipped this.",
    State.NOT_SAID: "I do not want to say",
    State.NOT_SURE: "I am not sure",
}
MAY_WE = {
    Consent.Kind.PICTURE: "May we show your picture?",
    Consent.Kind.VOICE: "May people hear your voice?",
    Consent.Kind.FILM: "May people see your film?",
}
HOUR = 3600  # how long the card can be opened on this device after sending, when nobody pressed "Finish and clear"


@answering
def check(visit):
    """The list of answers. POST sends them; the same answers sent twice are one voice and one card (R2)."""
    if visit.over:  # on a worker's tablet the worker sends it
        return gate(visit)
    if visit.request.method != "POST":
        return gate(visit) or show(visit)
    go = visit.request.POST.get("go")
    return (gate(visit) or pressed(visit, go)) if go in (*PRESSES, "back") else send(visit)


def pressed(visit, go):
    """Go elsewhere without sending. Returns HttpResponse."""
    if go == "back":
        return visit.go("answer_about")
    return stop_now(visit, "check") if go == STOP else elsewhere(visit, go, here="check", words_href=words_href(visit))


def words_href(visit):
    """The same page in the other version (str)."""
    return visit.link("answer_check", standard=not visit.standard)


def send(visit):
    """Send, or say kindly why not. Few queries: the draft is read by the flow alone (F3). Returns HttpResponse."""
    try:
        send_voice(secret=visit.secret, least_seconds=settings.LEAST_SECONDS_TO_ANSWER)
    except ValidationError as error:
        return not_sent(visit, error)
    except OperationalError:  # a full or busy disk: nothing was stored, and the draft is as it was (6.1, R3)
        return gate(visit) or show(visit, errors=[{"id": "answers", "text": NOT_SENT}], status=503)
    return visit.remember(visit.go("answer_done"), visit.secret, HOUR)


def not_sent(visit, error):
    """The page when sending was refused. Returns HttpResponse."""
    if error.code == "gone":
        visit.check_address()
        return visit.lost()
    if error.code == "not_open":
        return visit.show("closed")
    return gate(visit) or show(visit, errors=[{"id": "answers", "text": error.messages[0]}])


def show(visit, errors=(), status=200):
    """The page of all answers. Returns HttpResponse."""
    given = visit.answers
    rows = [row_of(visit, number, asked, given.get(asked.pk)) for number, asked in enumerate(visit.questions, start=1)]
    for asked, row in zip(visit.questions, rows, strict=True):
        row["attached"] = attached_to(visit, asked, given.get(asked.pk))
    ready(row["picture"] for row in rows)
    return visit.show(
        "check",
        status=status,
        rows=rows,
        about_rows=about_rows(visit),
        errors=errors,
        stores="send",
        here="check",
        words_href=words_href(visit),
    )


def row_of(visit, number, asked, answer):
    """One question with its answer, for components/summary_list.html. Returns a dict."""
    chosen = chosen_of(asked, answer.choice_ids) if answer else []
    return {
        "question": visit.words_of(asked),
        "answer": said_in_words(visit, asked, answer, chosen),
        "picture": chosen[0].picture if len(chosen) == 1 else None,
        "href": "" if asked.ended_at else visit.link("answer_question", number, to="check"),
    }


def attached_to(visit, asked, answer):
    """The pictures and sounds that are sent with one answer, for components/attachment.html. A list of dict."""
    if answer is None or answer.state in WITHOUT_ANSWER:
        return []
    return [shown(row, visit.link("answer_file", row.public_id)) for row in visit.attached.get(asked.pk, [])]


def said_in_words(visit, asked, answer, chosen):
    """An answer to `asked` (Question) as lines. `answer`: DraftAnswer or None. `chosen`: list of Choice, in order."""
    if answer is None:
        return ["You have not answered this."]
    if answer.state in WITHOUT_ANSWER:
        return [IN_WORDS[answer.state]]
    told = given_in_words(asked, choices=chosen, piles=answer.piles, number=answer.number, words_of=visit.words_of) or (
        [IN_WORDS[answer.state]] if answer.state == State.NOT_SURE else []
    )
    return [*told, answer.words] if answer.words else told


def agreed_rows(visit, about):
    """Whether a picture, a voice and a film may be shown, where the person gave one. A list of (question, answer)."""
    wanted = agreed_for(row for rows in visit.attached.values() for row in rows)
    return [(text, "Yes" if about.get(kind.value) else "No") for kind, text in MAY_WE.items() if kind in wanted]


def about_rows(visit):
    """What the person told about themselves, as rows. Returns a list of dict."""
    about = visit.draft.about
    if not about:
        return [{"question": "About you", "answer": ["You did not say."], "href": visit.link("answer_about")}]
    told = [label for value, label in WHO if value in about.get("who", [])] or ["You did not say."]
    rows = [
        ("Who are you?", told),
        ("Where do you live?", about.get("place") or "You did not say."),
        ("Did someone help you?", dict(HELPED).get(about.get("helped"), "You did not say.")),
        ("Whose words are they?", dict(WHOSE).get(about.get("whose"), "You did not say.")),
        ("May we show your words?", "Yes" if about.get("publish") else "No"),
        *agreed_rows(visit, about),
    ]
    href = visit.link("answer_about")
    return [{"question": asked, "answer": told, "href": href} for asked, told in rows]
