"""The sentences of a standard version, in order, from the raw data of its blocks."""

import re
from html import unescape

from ..rules.splitter import sentences

BREAK = re.compile(r"</?(?:p|li|ul|ol|h[1-6]|br)\b[^>]*>")
TAG = re.compile(r"<[^>]+>")


def standard_sentences(stream):
    """The sentences of a standard version (StreamValue), headings and points too, as a list of str."""
    return [
        sentence.text.strip()
        for block in stream.raw_data
        for sentence in sentences(plain(block["value"]) if block["type"] == "text" else block["value"])
        if sentence.text.strip()
    ]


def plain(html):
    """Rich text (str of HTML) as plain text, one paragraph or point a line. Returns str."""
    return unescape(TAG.sub("", BREAK.sub("\n", html)))
