"""`python -m easyread.rules FILE`: the check without Django."""

import argparse
import sys

from .report import add_arguments, run

parser = argparse.ArgumentParser(prog="easyread", description="Check whether words are Easy Read.")
add_arguments(parser)
try:
    sys.exit(run(vars(parser.parse_args()), print))
except (OSError, UnicodeDecodeError) as error:
    parser.error(str(error))
