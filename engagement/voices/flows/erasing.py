"""Erased words leave no bytes behind in the files of the database either (P2, docs/cards.md)."""

import logging

from django.db import connection

WAIT = 1000  # milliseconds for readers that still look at the time before; the next night tries again

logger = logging.getLogger(__name__)


def empty_log():
    """Write SQLite's write-ahead log into the database and cut it to nothing. Returns bool: whether it could be done.

    `secure_delete` puts zeros over erased words in the database itself, and the log would still hold the page as it
    was before. PostgreSQL's own VACUUM does this; then nothing is done here. Call it outside of a transaction.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {WAIT}")
        try:
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {before}")
    if busy:
        logger.warning("Somebody was reading: the write-ahead log is emptied tonight.")
    return not busy
