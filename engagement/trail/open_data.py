"""What can be taken as open data: the files that the page /open-data/ leads to (docs/open-data.md)."""

PAGE = "open-data"
FILES = [
    {"icon": "decides", "text": "The groups that decide", "href": "/api/bodies"},
    {"icon": "say", "text": "Plans", "href": "/api/proposals"},
    {"icon": "happened", "text": "Decisions", "href": "/api/decisions"},
    {"icon": "listen", "text": "What people told us, and who must answer", "href": "/api/debts"},
    {"icon": "check", "text": "Our public list", "href": "/api/record.jsonl"},
    {"icon": "data", "text": "How computers can ask for facts", "href": "/api/openapi.json"},
]


def open_data_parts(page):
    """What the plain page about open data (Page) shows below its words; an empty dict for every other page."""
    return {"files": FILES} if page.slug == PAGE else {}
