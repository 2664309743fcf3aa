"""The stamp of the page cache: a number in the database that every change of public content raises."""

from django.db import connection, transaction
from django.db.models import F

from .models import Generation

# Rows that the public never sees, or sees only after a later change of something else.
UNSEEN_APPS = {
    "sessions",
    "contenttypes",
    "auth",
    "admin",
    "mfa",
    "account",
    "usersessions",
    "record",
    "django_tasks",
    "migrations",
}
UNSEEN_MODELS = {
    "easyread.rendition",
    "easyread.checksitting",  # each look of a checker is noted
    "home.generation",
    "home.loadedrow",
    "people.user",
    "heard.ideacounts",
    "heard.themecounts",  # kept counts tell nothing that their rows do not
    "voices.closingcounts",
    "voices.voicedraft",
    "voices.draftanswer",
    "voices.knock",
    "voices.support",
    "bodies.worker",
    "bodies.independence",
    "shaping.draftversion",
    "wagtailcore.revision",
    "wagtailcore.referenceindex",
    "wagtailcore.pagelogentry",
    "wagtailcore.modellogentry",
    "wagtailsearch.indexentry",
}
# A voice is counted in public only after its round has closed, which is another day and so another key.
SEEN_WHEN_CHANGED = {
    "voices.voice",
    "voices.answer",
    "voices.answerchoice",
    "voices.vote",
    "voices.consent",
    "voices.card",
    "shaping.comment",  # shown when it was read, and counted after its round has closed
}


def current_generation():
    """The number of the present generation of public content (int)."""
    with connection.cursor() as cursor:  # asked for with every kept page: building a queryset takes twice as long (F1)
        cursor.execute(f"SELECT number FROM {Generation._meta.db_table} WHERE id = 1")
        row = cursor.fetchone()
    return row[0] if row else 0


def raise_generation(**kwargs):
    """Make every kept page old, within the transaction of the change itself. Once a transaction is enough."""
    if connection.in_atomic_block and any(entry[1] is _raised for entry in connection.run_on_commit):
        return
    if not Generation.objects.filter(id=1).update(number=F("number") + 1):
        Generation.objects.get_or_create(id=1, defaults={"number": 1})
    transaction.on_commit(_raised)


def _raised():
    """Marks in a transaction's list that its generation was raised; a roll-back takes the mark away with it."""


def row_changed(sender, created=False, **kwargs):
    """Raise the generation when a saved or removed row is one that the public may see."""
    label = sender._meta.label_lower
    in_migration = sender.__module__ == "__fake__"  # the tables may not be there yet
    if in_migration or sender._meta.app_label in UNSEEN_APPS or label in UNSEEN_MODELS:
        return
    if created and label in SEEN_WHEN_CHANGED and not came_late(kwargs.get("instance")):
        return
    raise_generation()


def came_late(row):
    """Whether a new row is a voice entered after its round closed, when the counts are public already. Returns bool."""
    return row._meta.label_lower == "voices.voice" and row.round.stage == "closed"
