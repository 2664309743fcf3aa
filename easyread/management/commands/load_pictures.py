"""`manage.py load_pictures [--folder DIR --csv FILE --set NAME]`: fills the picture bank."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from easyread import picture_bank, picture_tables

TOLD = {"made": "made", "changed": "changed", "same": "the same", "edited": "left as staff edited them"}


class Command(BaseCommand):
    """Loads the starter pictures, or the pictures of a folder with a table. Safe to run again."""

    help = "Fill the picture bank. Pictures that staff edited stay as they are."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, help="A folder of pictures to load instead of the starter bank.")
        parser.add_argument("--csv", type=Path, help=f"Its table. The columns: {', '.join(picture_tables.COLUMNS)}.")
        parser.add_argument("--set", default="own-photos", help="The set they belong to: own-photos, photosymbols …")

    def handle(self, *args, **options):
        if bool(options["folder"]) != bool(options["csv"]):
            raise CommandError("Give both --folder and --csv.")
        try:
            counts = picture_bank.load(self.entries(options))
        except ValidationError as refused:
            raise CommandError("\n".join([*refused.messages, "Nothing was loaded."])) from refused
        except OSError as problem:
            raise CommandError(f"We cannot read {problem.filename}. Nothing was loaded.") from problem
        self.tell(counts)

    def tell(self, counts):
        if not counts["made"] and not counts["changed"]:
            self.stdout.write("Nothing changed.")
        for word, number in counts.items():
            if number:
                self.stdout.write(f"{number} {TOLD[word]}")

    def entries(self, options):
        """The pictures that the options ask for (list of Entry)."""
        if not options["folder"]:
            return picture_tables.starter_entries()
        folder, table = options["folder"], options["csv"]
        return picture_tables.folder_entries(folder=folder, table=table, picture_set=options["set"])
