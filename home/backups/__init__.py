"""Copies of a whole site, made while it is used, and put back only when every part is proved whole (docs/backup.md)."""


class BackupError(Exception):
    """Why a backup cannot be made or put back, in one sentence for the person at the keyboard."""
