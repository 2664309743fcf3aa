"""A visit as rows for components/summary_list.html: what the person said, and how it was done."""

from .. import supporting
from ..about import PLACES
from ..models import Answer
from ..models.voices import Provenance
from ..said import WITHOUT_ANSWER
from .forms import WHO

State = Answer.State
IN_WORDS = {State.SKIPPED: "Skipped.", State.NOT_SAID: "I do not want to say", State.NOT_SURE: "I am not sure"}
VOTED = "The person voted here. We never show the vote."
NOT_SAID = "You did not say."


def told(state, choices, words, summary):
    """One answer as a list of lines: what was chosen, the exact words, and apart from them the summary."""
    if state in WITHOUT_ANSWER or (not choices and not words and not summary):
        return [IN_WORDS.get(state, "")]
    lines = choices or ([IN_WORDS[state]] if state == State.NOT_SURE else [])
    lines = [*lines, *(["Exact words:", words] if words else [])]
    return [*lines, *(["Your summary:", summary] if summary else [])]


def drafted_rows(visit):
    """The answers of an unsent visit. Returns a list of dict."""
    given = {answer.question_id: answer for answer in visit.support.draft.answers.all()}
    rows = []
    for number, asked in enumerate(visit.questions, start=1):
        answer = given.get(asked.pk)
        rows.append(
            {
                "question": visit.words_of(asked),
                "answer": drafted(visit, asked, answer),
                "href": "" if asked.ended_at else visit.link("support_question", number, to="check"),
            }
        )
    return rows


def drafted(visit, asked, answer):
    """One unsent answer as a list of lines. `answer`: DraftAnswer or None."""
    if answer is None:
        return ["There is no answer yet."]
    choices = [visit.words_of(choice) for choice in asked.choices.all() if choice.pk in answer.choice_ids]
    return told(answer.state, choices, answer.words, answer.summary)


def sent_rows(visit):
    """The answers of a sent visit; a vote is never shown with it (DESIGN.md 6.9). Returns a list of dict."""
    voice = visit.support.voice
    answers = {a.question_id: a for a in voice.answers.filter(is_current=True).prefetch_related("chosen__choice")}
    voted = set(voice.votes.filter(is_current=True).values_list("poll__question", flat=True))
    rows = []
    for asked in visit.questions:
        can = visit.may_correct and asked.ended_at is None
        rows.append(
            {
                "question": visit.words_of(asked),
                "answer": sent(asked, answers.get(asked.pk), voted),
                "href": visit.link("support_change", asked.public_id) if can else "",
                "change": "Put right",
            }
        )
    return rows


def sent(asked, answer, voted):
    """One sent answer as a list of lines. `answer`: Answer or None. `voted`: ids of questions with a vote."""
    if answer is None:
        return ["There is no answer."]
    choices = [VOTED] if asked.pk in voted else [chosen.choice.text for chosen in answer.chosen.all()]
    return told(answer.state, choices, answer.words, answer.summary)


def how_rows(visit):
    """How the visit was done, with a way back to each step while it is not sent. Returns a list of dict."""
    support = visit.support
    whose = supporting.whose_of(support)
    rows = [
        ("Whose words are they?", supporting.labels([whose], supporting.WHOSE), "whose"),
        *more_rows(support, whose),
    ]
    rows += [
        ("How did you explain the questions?", supporting.labels(support.explained, supporting.EXPLAINED), "how"),
        ("How did the person show their answers?", supporting.labels(support.showed, supporting.SHOWED), "how"),
    ]
    return [row(visit, *each) for each in rows]


def more_rows(support, whose):
    """What else there is to tell of a summary, or of what was seen. A list of (question, answer, step)."""
    if whose == Provenance.SUMMARY:
        agreed = supporting.labels([support.agreed], supporting.AGREED)
        return [("Did the person agree with your summary?", agreed, "more")]
    if whose == Provenance.OBSERVED:
        sure = supporting.labels([support.how_sure], supporting.SURE)
        seen_by = [support.seen_by] if support.seen_by else []
        return [("Who saw it?", seen_by, "more"), ("How sure are you what it means?", sure, "more")]
    return []


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
        for kind, label in supporting.AGREES_TO
    ]


def row(visit, question, answer, step):
    """One row; without an answer it says so."""
    href = "" if visit.support.is_sent else visit.link("support_step", step, to="check")
    return {"question": question, "answer": answer or [NOT_SAID], "href": href}
