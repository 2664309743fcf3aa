"""From what was typed to what a voice holds, and back: for making the voice and for comparing two typists."""

from ..models import Answer, Consent
from ..models.voices import Provenance
from .arranged import ARRANGED, NUMBER, ORDER, PUT, SORT, given_values
from .asking import AGREE, CHOICE, EASE, is_question, question_id
from .typed import Given, instead

State = Answer.State


def said_of(row, given, question):
    """One asked question as the values of a Said (dict). `given`: Given; `question`: its Question."""
    told = {"question": question, "words": given.words, "state": instead(given), "printed": True}
    if row["kind"] == NUMBER:
        return told | {"number": None if told["state"] else next(iter(given.values), None)}
    there = {choice.pk: choice for choice in question.choices.all()}
    put = [value.removeprefix(CHOICE).partition(PUT) for value in given.values if value.startswith(CHOICE)]
    found = [(there[int(pk)], where) for pk, _, where in put if int(pk) in there]
    if row["kind"] == SORT:
        return told | {"piles": dict(found)}
    if row["kind"] == ORDER:
        return told | {"choices": tuple(choice for choice, _ in sorted(found, key=lambda pair: int(pair[1])))}
    wanted = {choice.pk for choice, _ in found}
    return told | {"choices": tuple(choice for choice in there.values() if choice.pk in wanted)}


def about_of(givens):
    """What was told about the person, for `give_voice`. `givens`: dict key → Given. Returns a dict."""
    one = {key: next(iter(givens[key].values), "") for key in ("place", "helped", "whose") if key in givens}
    return {"who": list(givens["who"].values) if "who" in givens else [], **one}


def agreed_of(givens):
    """What the person agreed to (Consent.Kind), as a list."""
    kinds = (
        Consent.Kind(key.removeprefix(AGREE)) for key, given in givens.items() if key.startswith(AGREE) and given.values
    )
    return list(kinds)


def ease_of(givens):
    """How easy the person found the form (an EaseCount.How), or "". `givens`: dict key → Given."""
    return next(iter(givens[EASE].values), "") if EASE in givens else ""


def standing(voice, asked):
    """What a `voice` (Voice) holds of all that was `asked` (list of dict). Returns a dict key → Given. Six queries.

    How easy the form was stands empty: it is counted, and kept with nobody's answers.
    """
    answers = {row.question_id: row for row in voice.answers.filter(is_current=True).prefetch_related("chosen")}
    votes = dict(voice.votes.filter(is_current=True).values_list("poll__question", "choice"))
    about = getattr(voice, "about_you", None)
    agreed = set(voice.consents.filter(withdrawn_at=None).values_list("kind", flat=True))
    return {
        row["key"]: answer_given(row, answers.get(question_id(row)), votes)
        if is_question(row)
        else rest_given(row["key"], voice, about, agreed)
        for row in asked
    }


def answer_given(row, answer, votes):
    """One answer as a Given. `answer`: Answer or None; `votes`: dict question's id → choice's id."""
    if answer is None or answer.state == State.SKIPPED:
        return Given(state=State.BLANK)
    if answer.state in (State.BLANK, State.UNREADABLE):
        return Given(state=answer.state)
    if row["kind"] in ARRANGED and (values := given_values(row, answer)):
        return Given(values=values, words=answer.words)
    ids = {chosen.choice_id for chosen in answer.chosen.all()} | {votes.get(answer.question_id)} - {None}
    known = [box["value"] for box in row["options"]]
    values = [f"{CHOICE}{pk}" for pk in ids] or [answer.state]
    return Given(values=tuple(value for value in known if value in values), words=answer.words)


def rest_given(key, voice, about, agreed):
    """What is told about the person, or agreed to, as a Given."""
    if key.startswith(AGREE):
        return Given(values=("yes",) if key.removeprefix(AGREE) in agreed else ())
    if key == "whose":
        return Given(values=(str(voice.provenance),))
    value = getattr(about, key, "") or ""
    return Given(values=tuple(value) if key == "who" else (value,) if value else ())


def same(key, first, second):
    """Whether two Givens for an asked thing say the same. Nothing about whose words they are means own words.

    How easy the form was is kept with no voice, so nobody can compare it.
    """
    if key == EASE:
        return True
    if key == "whose":
        own = (str(Provenance.OWN_WORDS),)
        return (first.values or own) == (second.values or own)
    return first.plain == second.plain
