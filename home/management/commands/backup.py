"""Copies the whole site into a folder while it is used: `manage.py backup DIR` (docs/backup.md)."""

from django.core.management.base import BaseCommand, CommandError

from home.backups import BackupError
from home.backups.making import make_backup


class Command(BaseCommand):
    """Makes a backup (R4)."""

    help = "Copy the database and the uploads into a new folder, while the site is used."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR", help="a new or empty folder")

    def handle(self, folder, **options):
        try:
            manifest = make_backup(folder)
        except BackupError as error:
            raise CommandError(str(error)) from error
        database, record, uploads = manifest["database"], manifest["record"], manifest["uploads"]
        rows = sum(manifest["counts"].values())
        self.stdout.write(f"Database: {rows:,} rows, {database['bytes']:,} bytes, in {database['seconds']} seconds.")
        if uploads is None:
            self.stdout.write("Uploads: they are in a storage of their own. Make a copy of them there.")
        else:
            self.stdout.write(f"Uploads: {len(uploads):,} files.")
        self.stdout.write(f"Record: {record['number']:,} entries, last seal {record['seal']}.")
        if record["first_fault"]:
            self.stderr.write(f"The record of this site does not hold. First fault: entry {record['first_fault']}.")
        self.stdout.write(f"The backup is whole: {folder}. Keep it locked. It holds what people said.")
