"""Checks the public record, or writes its public file: `record verify`, `record export [FILE]` (docs/record.md)."""

from contextlib import nullcontext
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from engagement.record.flows import first_fault, head_of, lines


class Command(BaseCommand):
    """Verifies or exports the record (V1)."""

    help = "Check the public record, or write it as a file that anyone can check with script/verify_record."

    def add_arguments(self, parser):
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("verify", help="Check every entry. Exit code 1 and the number at the first fault.")
        export = actions.add_parser("export", help="Write every entry, one JSON object a line.")
        export.add_argument("file", nargs="?", default="-", help="where to write; - is the screen (default)")

    def handle(self, action, file="-", **options):
        if action == "verify":
            return self.verify()
        return self.export(file)

    def verify(self):
        """Say that the record holds, or raise CommandError with the number of the first entry that does not."""
        fault = first_fault()
        if fault is not None:
            raise CommandError(f"The record does not hold. The first fault is at entry {fault}.")
        number, seal = head_of()
        self.stdout.write(f"The record holds. It has {number} entries. The last seal is {seal}.")

    def export(self, file):
        """Write the public file to `file` (str, "-" for the screen). Nothing in it is personal."""
        count = 0
        with self.opened(file) as out:
            for line in lines():
                out.write(line)
                count += 1
        self.stderr.write(f"{count} entries written. Check them with: script/verify_record {file}")

    def opened(self, file):
        """A thing to write text to: the file of that name, made new, or the screen. Raises CommandError."""
        if file == "-":
            return nullcontext(self.stdout._out)
        try:
            return Path(file).open("w", encoding="ascii", newline="\n")
        except OSError as error:
            raise CommandError(f"Cannot write to {file}: {error.strerror}.") from error
