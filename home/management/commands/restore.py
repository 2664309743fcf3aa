"""Puts a backup back: `manage.py restore DIR [--replace]` (docs/backup.md)."""

from django.core.management.base import BaseCommand, CommandError

from home.backups import BackupError
from home.backups.restoring import restore_backup


class Command(BaseCommand):
    """Restores a backup (R4)."""

    help = "Prove that a backup is whole, then put it in the site's place. Stop the site first."
    requires_system_checks = []  # the place may be empty

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR", help="a folder that backup made")
        parser.add_argument("--replace", action="store_true", help="move aside the site that is there")

    def handle(self, folder, replace, **options):
        try:
            manifest, aside = restore_backup(folder, replace=replace)
        except BackupError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"The backup could not be put in place: {error.strerror}.") from error
        self.stdout.write(f"The site is as it was at {manifest['made_at']}.")
        self.stdout.write(f"Record: {manifest['record']['number']:,} entries, last seal {manifest['record']['seal']}.")
        if aside:
            self.stdout.write(f"What was here is in {aside}. Remove it when you no longer need it.")
        self.stdout.write("Now start the site: script/server")
