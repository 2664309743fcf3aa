"""A visit as rows for components/summary_list.html: what the person said, and how it was done."""

from .. import supporting
from ..about import PLACES
from ..attached import agreed_for, shown
from ..in_words import answer_in_words, given_in_words
from ..models import Answer
from ..models.voices import Provenance
from ..picking import chosen_of
from ..said import WITHOUT_ANSWER
from .forms import WHO

State = Answer.State
IN_WORDS = {
    State.SKIPPED: "Skipped.",
    State.NOT_SAID: "I do not want to say",
    State.NOT_SURE: "I am not sure",
    State.BLANK: "It is blank on the paper form.",
    State.UNREADABLE: "Nobody could read it on the paper form.",
}
VOTED = "The person voted here. We never show the vote."
NOT_SAID = "You did not say."
ALONE = ["The person answered this alone.", "We do not show it to you."]


def told(state, choices, words, summary, provenance=""):
    """One answer as a list of lines: what was chosen, the exact words, apart from them the summary, and whose."""
    if state in WITHOUT_ANSWER or (not choices and not words and not summary):
        return [IN_WORDS[state]] if state in IN_WORDS else []
    lines = choices or ([IN_WORDS[state]] if state == State.NOT_SURE else [])
    lines = [*lines, *(["Exact words:", words] if words else [])]
    whose = dict(supporting.WHOSE).get(provenance)
    lines = [*lines, *(["Your summary:", summary] if summary else [])]
    return [*lines, *([f"Whose words: {whose}"] if whose else [])]


def drafted_rows(visit):
    """The answers of an unsent visit. Returns a list of dict."""
    given, attached, rows = visit.answers, visit.attached, []
    for number, asked in enumerate(visit.questions, start=1):
        answer = given.get(asked.pk)
        alone = answer is not None and answer.alone
        rows.append(
            {
                "question": visit.words_of(asked),
                "answer": drafted(visit, asked, answer),
                "attached": files_of(visit, attached.get(asked.pk, []) if answer and not alone else []),
                "href": "" if asked.ended_at or alone else visit.link("support_question", number, to="check"),
            }
        )
    return rows


def files_of(visit, rows):
    """`rows` (of Attachment) as components/attachment.html prints them. Returns a list of dict."""
    return [shown(row, visit.link("support_file", row.public_id)) for row in rows]


def drafted(visit, asked, answer):
    """One unsent answer as a list of lines. `answer`: DraftAnswer or None."""
    if answer is None:
        return ["There is no answer yet."]
    if answer.alone:
        return ALONE
    choices = given_in_words(
        asked,
        choices=chosen_of(asked, answer.choice_ids),
        piles=answer.piles,
        number=answer.number,
        words_of=visit.words_of,
    )
    return told(answer.state, choices, answer.words, answer.summary, answer.provenance)


def sent_rows(visit):
    """The answers of a sent visit; a vote is never shown with it (DESIGN.md 6.9). Returns a list of dict."""
    voice = visit.support.voice
    answers = voice.answers.filter(is_current=True).prefetch_related("chosen__choice", "attachments")
    answers = {answer.question_id: answer for answer in answers}
    voted = set(voice.votes.filter(is_current=True).values_list("poll__question", flat=True))
    rows = []
    for asked in visit.questions:
        can = visit.may_correct and asked.ended_at is None and asked.pk not in visit.alone
        answer = answers.get(asked.pk)
        rows.append(
            {
                "question": visit.words_of(asked),
                "answer": sent(asked, answer, voted),
                "attached": files_of(visit, answer.attachments.all() if answer and not answer.alone else []),
                "href": visit.link("support_change", asked.public_id) if can else "",
                "change": "Put right",
            }
        )
    return rows


def sent(asked, answer, voted):
    """One sent answer as a list of lines. `answer`: Answer or None. `voted`: ids of questions with a vote."""
    if answer is None:
        return ["There is no answer."]
    if answer.alone:
        return ALONE
    choices = [VOTED] if asked.pk in voted else answer_in_words(asked, answer)
    return told(answer.state, choices, answer.words, answer.summary, answer.provenance)


def how_rows(visit):
    """How the visit was done, with a way back to each step while it is not sent. Returns a list of dict."""
    support = visit.support
    whose = supporting.whose_of(support)
    rows = [
        ("Whose words are they?", supporting.labels([whose], supporting.WHOSE), "whose"),
        *more_rows(support),
    ]
    rows += [
        ("How did you explain the questions?", supporting.labels(support.explained, supporting.EXPLAINED), "how"),
        ("How did the person show their answers?", supporting.labels(support.showed, supporting.SHOWED), "how"),
    ]
    return [row(visit, *each) for each in rows]


def more_rows(support):
    """What else there is to tell of a summary, or of what was seen. A list of (question, answer, step)."""
    kinds, rows = supporting.kinds_of(support), []
    if Provenance.SUMMARY in kinds:
        agreed = supporting.labels([support.agreed], supporting.AGREED)
        rows += [("Did the person agree with your summary?", agreed, "more")]
    if Provenance.OBSERVED in kinds:
        sure = supporting.labels([support.how_sure], supporting.SURE)
        seen_by = [support.seen_by] if support.seen_by else []
        rows += [("Who saw it?", seen_by, "more"), ("How sure are you what it means?", sure, "more")]
    return rows


def person_rows(visit):
    """What the person told about themselves, before sending. Returns a list of dict."""
    about = visit.support.draft.about
    place = [about["place"]] if about.get("place") in PLACES else []
    return [
        row(visit, "Who is the person?", supporting.labels(about.get("who", []), WHO), "person"),
        row(visit, "Where do they live?", place, "person"),
    ]


def agreement_rows(visit):
    """What the person agrees to, before sending: each thing by itself. Returns a list of dict."""
    how, given = dict(supporting.HOW_AGREED), visit.support.agrees_to
    return [
        row(visit, label, [how[given[kind]]] if kind in given else ["No, or you did not ask"], "agree")
        for kind, label in supporting.agreements_for(agreed_for(sum(visit.attached.values(), [])))
    ]


def row(visit, question, answer, step):
    """One row; without an answer it says so."""
    href = "" if visit.support.is_sent else visit.link("support_step", step, to="check")
    return {"question": question, "answer": answer or [NOT_SAID], "href": href}
