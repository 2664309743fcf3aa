"""A second person types the same form; where both differ, one is chosen, and what stood first is kept (3.5)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.bodies.permissions import organisations_led_by

from ..about import speaking_of
from ..cells import cells_of
from ..models import AboutYou, PaperCheck, PaperCopy, PaperSetting, Voice
from ..models.voices import Provenance
from ..paper.asking import AGREE, is_question, question_id
from ..paper.lots import is_chosen, lots_below, share_of
from ..paper.meaning import same, standing
from ..paper.permissions import check_may_choose_share, check_within_reach
from ..paper.typed import read, shown
from ..permissions import changed_with_card
from .changing import is_same, replace_answer
from .closing import count_changed
from .consenting import give_consent, withdraw_consent
from .paper_typing import ON_PAPER, read_all, said_all

OWN_FORM = "You typed this form in. Another person must type it the second time."
NOT_TYPED = "Nobody has typed this form in yet."
NOT_CHOSEN = "This form needs no second person."
CHECKED = "A second person has typed this form already. Put it with the forms that are finished."
BY_THE_PERSON = "The person changed this with their card. So there is nothing to check."
SETTLED = "This is settled already."
CHOOSE_EACH = "Choose 1 of the 2 for every difference."
FIRST, SECOND = "first", "second"


@transaction.atomic
def choose_share(*, round, by, one_in):
    """Say how many forms of a `round` (RoundPage) a second person types in: 1 in `one_in` (int), 0 for none.

    Which ones follows from their codes and never from chance, so choosing again does not choose others. Returns the
    PaperSetting. Raises PermissionDenied, ValidationError.
    """
    if one_in not in PaperSetting.OneIn.values:
        raise ValidationError("Choose 1 of these.", code="share")
    smaller = lots_below(one_in) < lots_below(share_of(round.pk))
    check_may_choose_share(by, organisations_led_by(by), smaller=smaller)
    return PaperSetting.objects.update_or_create(round=round, defaults={"one_in": one_in})[0]


@transaction.atomic
def check_form(*, copy, by, typed):
    """Type a form the second time. `copy`: PaperCopy; `by`: User, not the first typist; `typed`: dict key → str.

    Returns the PaperCheck: settled when both typed the same. Raises PermissionDenied; ValidationError as `type_in`.
    """
    check_within_reach(copy, by)
    copy = PaperCopy.objects.select_for_update(of=("self",)).select_related("batch", "voice__round").get(pk=copy.pk)
    refuse_check(copy, by)
    asked = copy.batch.asked
    givens, there = read_all(asked, typed), standing(copy.voice, asked)
    differences = [
        {"key": row["key"], FIRST: shown(row, there[row["key"]]), SECOND: shown(row, givens[row["key"]])}
        for row in asked
        if not same(row["key"], there[row["key"]], givens[row["key"]])
    ]
    now = timezone.now()
    done = {} if differences else {"settled_at": now, "settled_by": by}
    check = PaperCheck.objects.create(
        copy=copy,
        first_id=copy.typed_by_id,
        by=by,
        made_at=now,
        agreed=len(asked) - len(differences),
        differences=differences,
        **done,
    )
    log(instance=copy.voice, action="voices.typed_twice", user=by)
    return check


def refuse_check(copy, by):
    """Raise ValidationError unless this form (PaperCopy) waits for `by` (User) as its second typist."""
    if copy.voice_id is None:
        raise ValidationError(NOT_TYPED, code="not_typed")
    if PaperCheck.objects.filter(copy=copy).exists():
        raise ValidationError(CHECKED, code="checked")
    if not is_chosen(copy, share_of(copy.round_id)):
        raise ValidationError(NOT_CHOSEN, code="not_chosen")
    if copy.typed_by_id == by.pk:
        raise ValidationError(OWN_FORM, code="own")
    if copy.voice.taken_back_at or changed_with_card(copy.voice):
        raise ValidationError(BY_THE_PERSON, code="person")


@transaction.atomic
def settle_check(*, check, by, chosen):
    """Settle every difference: `chosen` is a dict key → "first" or "second". What stood first is kept as older rows.

    `check`: PaperCheck; `by`: User with the paper in hand. Returns the PaperCheck. Raises PermissionDenied,
    ValidationError when one is left, or the person changed or took back what they said meanwhile.
    """
    check_within_reach(check.copy, by)
    rows = PaperCheck.objects.select_for_update(of=("self",)).select_related("copy__batch", "copy__voice__round")
    check = rows.get(pk=check.pk)
    refuse_settling(check, chosen)
    asked = {row["key"]: row for row in check.copy.batch.asked}
    voice = check.copy.voice
    before = cells_of(voice.round, pk=voice.pk)
    for difference in check.differences:
        difference["chosen"] = chosen[difference["key"]]
        if difference["chosen"] == SECOND:
            put_right(voice, asked[difference["key"]], difference[SECOND], by)
    count_changed(voice=voice, before=before)
    return finish(check, by)


def refuse_settling(check, chosen):
    """Raise ValidationError when a check (PaperCheck) is not to be settled with `chosen` (dict)."""
    if check.settled_at:
        raise ValidationError(SETTLED, code="settled")
    if check.copy.voice.taken_back_at or changed_with_card(check.copy.voice):
        raise ValidationError(BY_THE_PERSON, code="person")
    wrong = {d["key"]: CHOOSE_EACH for d in check.differences if chosen.get(d["key"]) not in (FIRST, SECOND)}
    if wrong:
        raise ValidationError(wrong)


def finish(check, by):
    """Mark a check (PaperCheck) as settled; people's words go from it, as the voice keeps both. Returns it."""
    for difference in check.differences:
        if is_question(difference):
            difference.pop(FIRST), difference.pop(SECOND)
    check.settled_at, check.settled_by = timezone.now(), by
    check.save(update_fields=["differences", "settled_at", "settled_by"])
    return check


def put_right(voice, row, typed, by):
    """Put what the second person typed (str) in the place of what the first did, for one asked thing (dict)."""
    given = read(row, typed)
    if is_question(row):
        put_answer_right(voice, row, given, by)
    elif row["key"].startswith(AGREE):
        kind = row["key"].removeprefix(AGREE)
        give_consent(voice=voice, kind=kind, how=ON_PAPER) if given.values else withdraw_consent(voice=voice, kind=kind)
    elif row["key"] == "whose":
        provenance = next(iter(given.values), Provenance.OWN_WORDS)
        Voice.objects.filter(pk=voice.pk).update(provenance=provenance)
    else:
        put_about_right(voice, row["key"], given)


def put_answer_right(voice, row, given, by):
    """A new row with the answer that the second person typed; the first one stays and counts no longer."""
    (said,) = said_all([row], {row["key"]: given})
    given = said.given()
    state = given.checked_state(said.question, said.state, printed=True)
    old = voice.answers.filter(question=question_id(row), is_current=True).first()
    if not (old and is_same(voice, old, given.written(state), given)):
        replace_answer(voice, said.question, state, given, timezone.now())
        log(instance=voice, action="voices.corrected", user=by)  # by staff, and not with the card


def put_about_right(voice, name, given):
    """What the form says about the person, as the second person typed it."""
    about, _ = AboutYou.objects.get_or_create(voice=voice)
    setattr(about, name, list(given.values) if name == "who" else next(iter(given.values), ""))
    about.save(update_fields=[name])
    if name == "who":
        Voice.objects.filter(pk=voice.pk).update(speaking=speaking_of(about.who))
