"""The big screen: one question, its choices as tiles, +1 and take one back. Every press is a plain button (11)."""

import uuid
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db import OperationalError

from engagement.polls.models import Choice, Question

from ..flows import tap_hand
from ..hands import hands_up, one_hand_each
from ..picking import Picking, picked_choices
from ..pressed import ICONS, turned
from ..said import NOT_A_CHOICE, NOT_SAVED
from .access import own_group
from .piles import things_to_sort
from .words import say, show_words

STEPS = {"up": 1, "down": -1}


@own_group
def question(group, number):
    """Question `number` (int) on the big screen. POST counts a hand, or keeps what was said."""
    asked = group.question_at(number)
    if not asked.has_choices:
        return say(group, asked, number) if group.request.method == "POST" else show_words(group, asked, number)
    if group.request.method == "POST":
        return tap(group, asked, number)
    return show(group, asked, number)


def tap(group, asked, number):
    """Count a press. Returns HttpResponse: a redirect back, with the focus on the button that was pressed."""
    data = group.request.POST
    pressed, _, way = data.get("tap", "").partition(" ")
    pressed, _, pile = pressed.partition(":")
    try:
        choice = find_choice(asked, pressed)
        if choice is None or way not in STEPS:
            raise ValidationError(NOT_A_CHOICE)
        token = token_of(data.get("token", ""))
        here = {"session": group.session, "by": group.request.user, "choice": choice, "pile": pile}
        tap_hand(**here, step=STEPS[way], token=token)
    except ValidationError as error:
        if getattr(error, "code", "") in ("gone", "not_open", "read", "person"):
            return group.go("group_one")
        return show(group, asked, number, error=error.messages[0], at=data.get("tap", ""), status=409)
    except OperationalError:  # a full or busy disk: nothing was counted, and the same press works again (R3)
        return show(group, asked, number, error=NOT_SAVED, at=data.get("tap", ""), token=data["token"], status=503)
    return group.go("group_question", number, at=data["tap"], **page_of_ideas(group))


def token_of(typed):
    """The token of a page, from what it sent (str). Returns a UUID. Raises ValidationError for anything else."""
    try:
        return uuid.UUID(typed)
    except ValueError:
        raise ValidationError(NOT_A_CHOICE, code="token") from None


def find_choice(asked, pressed):
    """The choice of a question with this public id (str), or None. Ideas to pick are not among its choices."""
    if asked.picks_ideas:
        return next(iter(picked_choices(asked, [pressed])), None)
    return next((choice for choice in asked.choices.all() if str(choice.public_id) == pressed), None)


def page_of_ideas(group):
    """Which ideas are on the screen, as a query (dict), so that a press leads back to them."""
    return {name: group.request.GET.get(name) for name in ("after", "before")}


def choices_of(group, asked, counts):
    """The choices of a question in the order for this group, and where to see other ideas: (list, list of (str, str)).

    Ideas to pick come a few at a time; those with hands are always there. `counts`: dict of key to hands.
    """
    if not asked.picks_ideas:
        return turned(asked, group.key), []
    up = Choice.objects.filter(pk__in=[key for key, count in counts.items() if count])
    picked = {str(key) for key in up.values_list("public_id", flat=True)}
    page = Picking(asked, key=group.key, picked=picked, request=group.request, words_of=lambda choice: choice.text)
    ways = [("Ideas before", {"before": page.first})] if page.has_earlier else []
    ways += [("More ideas", {"after": page.last})] if page.has_more else []
    here = group.request.path
    return [*page.picked, *page.choices], [(text, f"{here}?{urlencode(query)}") for text, query in ways]


def show(group, asked, number, *, error="", at="", token="", status=200):
    """The big screen of one question. `at`: the button that has the focus, as it was sent. Returns HttpResponse."""
    rows = list(group.session.hands.filter(choice__question=asked))
    counts = {row.choice_id: row.count for row in rows if not row.pile}
    left = group.session.present - hands_up(group.session, asked)
    at = at or group.request.GET.get("at", "")
    choices, more = choices_of(group, asked, counts)
    tiles = [] if asked.sorts else [tile(choice, counts.get(choice.pk, 0), at) for choice in choices]
    return group.show(
        "screen",
        status=status,
        question=asked,
        number=number,
        total=len(group.questions),
        tiles=tiles,
        things=things_to_sort(group.session.present, choices, rows, at) if asked.sorts else [],
        more_ideas=more,
        left=max(left, 0) if one_hand_each(asked) else None,
        token=token or uuid.uuid4(),
        error=error,
        **ways(group, number),
    )


def tile(choice, count, at):
    """One choice as the screen shows it. Returns a dict."""
    is_face = choice.question.kind == Question.Kind.FACES
    key = str(choice.public_id)
    return {
        "key": key,
        "label": choice.text,
        "spoken": choice.text,
        "picture": None if is_face else choice.picture,
        "icon": FACES.get(choice.meaning, "") if is_face else "" if choice.picture else ICONS.get(choice.meaning, ""),
        "count": count,
        "focus_up": at == f"{key} up",
        "focus_down": at == f"{key} down",
    }


FACES = {"good": "face-good", "ok": "face-ok", "bad": "face-bad", "not_sure": "not-sure"}


def ways(group, number):
    """The addresses that lead on and back from question `number` (int). Returns a dict."""
    last = number == len(group.questions)
    return {
        "next_href": group.link("group_check") if last else group.link("group_question", number + 1),
        "next_text": "Finish" if last else "Next question",
        "back_href": group.link("group_question", number - 1) if number > 1 else group.link("group_details"),
        "words_href": group.link("group_words", number),
        "stop_href": group.link("group_one", stop="yes"),
    }
