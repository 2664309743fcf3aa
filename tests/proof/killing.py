"""Killing a process before its n-th step in the database, and looking at what it left behind."""

import os
import shutil
import signal
from contextlib import contextmanager

from django.apps import apps
from django.db import connection

SECONDS = 30  # a child that takes longer is ended
FINISHED = 0


class Steps:
    """Kills its own process with -9 before the step with the number `last` (int); 0 is never reached.

    A step is a statement (a transaction's begin and each savepoint are some), what stands before a commit, and what
    stands after it.
    """

    def __init__(self, last):
        self.last, self.taken = last, 0

    def step(self):
        self.taken += 1
        if self.taken == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def before_statement(self, execute, sql, params, many, context):
        self.step()
        return execute(sql, params, many, context)

    def around_commit(self, commit):
        self.step()
        commit()
        self.step()


def run_until(task, last):
    """Do `task` (function) in a process of its own that is killed before its step `last` (int). Returns bool: it ended.

    Raises AssertionError when the task itself failed.
    """
    pid = os.fork()
    if pid == 0:
        signal.alarm(SECONDS)
        os._exit(do_in_child(task, Steps(last)))
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    assert code in (FINISHED, -signal.SIGKILL), f"The task ended with {code} before step {last}."
    return code == FINISHED


def do_in_child(task, steps):
    """Do `task` with `steps` (Steps) counted. Returns the child's exit code (int)."""
    try:
        connection.connect()  # never the parent's
        commit = connection.connection.commit
        connection._commit = lambda: steps.around_commit(commit)
        connection.execute_wrappers.append(steps.before_statement)
        task()
        return FINISHED
    except BaseException:  # noqa: BLE001  whatever it is, nothing of pytest may run on in this process
        import traceback

        traceback.print_exc()
        return 1


@contextmanager
def database_at(path):
    """The default database is the SQLite file at `path` (Path) while the block runs, as safe as on a real site."""
    before, options = connection.settings_dict["NAME"], connection.settings_dict["OPTIONS"]
    connection.close()
    connection.settings_dict["NAME"] = str(path)
    safe = {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"}
    connection.settings_dict["OPTIONS"] = options | safe
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"], connection.settings_dict["OPTIONS"] = before, options


def copy_of_database(path):
    """Write the default database as it is now to `path` (Path): one file, nothing beside it."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])


def fresh(source, target):
    """Put the file `source` (Path) at `target` (Path), without anything that a killed process left beside it."""
    for end in ("-wal", "-shm"):
        target.with_name(target.name + end).unlink(missing_ok=True)
    shutil.copyfile(source, target)


def all_rows():
    """Every row of every table of ours, as a dict: table → sorted list of str."""
    ours = [
        model for model in apps.get_models() if model.__module__.startswith(("engagement", "wagtail.models", "home"))
    ]
    return {model._meta.label: sorted(map(str, model._base_manager.values_list())) for model in ours}


def sizes(rows):
    """How many rows each table has. `rows`: what `all_rows` gives."""
    return {table: len(found) for table, found in rows.items()}
