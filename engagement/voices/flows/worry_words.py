"""Adding to the words that worry: what waits to be read is looked through again."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.log_actions import log

from ..models import Answer, WorryWord
from ..words_that_worry import forget_words, is_worrying, words_of_the_file
from .worrying import READS

NOT_A_READER = "Only those who read what people said may change this list."
NEEDS_WORD = "Write 1 word, or a few words."
IS_THERE = "This is in the list already."
MOST = 60
AT_ONCE = 2_000  # answers that are looked through together


@transaction.atomic
def add_worry_word(*, word, by):
    """Add a `word` (str) to the words that worry. `by`: User. Returns the WorryWord.

    Raises PermissionDenied, ValidationError. Answers that wait to be read and hold it are read first from now on.
    """
    check_reader(by)
    word = " ".join(word.lower().split())
    if not word.strip("* ") or len(word) > MOST:
        raise ValidationError({"word": NEEDS_WORD})
    if word in words_of_the_file() or WorryWord.objects.filter(word=word).exists():
        raise ValidationError({"word": IS_THERE})
    row = WorryWord.objects.create(word=word, added_by=by)
    log(instance=row, action="voices.worry_word", user=by, data={"word": word})
    transaction.on_commit(forget_words)
    forget_words()
    weigh_again(word)
    return row


@transaction.atomic
def remove_worry_word(*, row, by):
    """Take a word that staff added out of the list. `row`: WorryWord. Those of the file stay."""
    check_reader(by)
    log(instance=row, action="voices.worry_word", user=by, data={"removed": row.word})
    row.delete()
    forget_words()
    transaction.on_commit(forget_words)


def weigh_again(word):
    """Mark answers that nobody has read and that hold a `word` (str). The readings are in a room to the left."""
    part = max(word.replace("*", " ").split(), key=len)
    waiting = Answer.objects.current().filter(readings=None, worrying=False)
    for texts in ("words", "summary"):
        rows = waiting.filter(**{f"{texts}__icontains": part}).only("pk", "words", "summary")
        found = [row.pk for row in rows.iterator(AT_ONCE) if is_worrying(row.words, row.summary)]
        for start in range(0, len(found), AT_ONCE):
            Answer.objects.filter(pk__in=found[start : start + AT_ONCE]).update(worrying=True)


def check_reader(user):
    """Raise PermissionDenied for a `user` (User) who does not read what people said."""
    if not user.has_perm(READS):
        raise PermissionDenied(NOT_A_READER)
