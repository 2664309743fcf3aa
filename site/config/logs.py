"""Nothing that opens somebody's words is written to a log (S8)."""

import logging
import re

TOKEN = re.compile(r"(/my-voice/|/come-back/|/support/invite/)[^/\s]+")


class WithoutTokens(logging.Filter):
    """Takes the token of a card or an invite out of every line: Django's lines about missing pages name the path."""

    def filter(self, record):
        line = record.getMessage()
        if TOKEN.search(line):
            record.msg, record.args = TOKEN.sub(r"\1…", line), ()
        return True
