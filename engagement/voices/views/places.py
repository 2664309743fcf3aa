"""The pages of answering by name: where somebody was who asks for help, and who stops and comes back."""

import re

PAGES = {
    "start": ("answer", "The first page"),
    "practice": ("answer_practice", "The practice question"),
    "about": ("answer_about", "About you"),
    "check": ("answer_check", "Check your answers"),
    "all": ("answer_all", "All questions on 1 page"),
    "stop": ("answer_stop", "Stop for now"),
    "done": ("answer_done", "The card"),
}
SENTENCE = re.compile(r"say-([0-9]{1,4})-([0-9a-z]{12})")  # one sentence of a draft: its number, its place
LONGEST = 20


def page_of(visit):
    """The page that the person came from, as it stands in the address: a number, a name of PAGES, a sentence, or ""."""
    return known(visit.request.GET.get("page", ""))


def known(page):
    """The `page` (str or int) as a str; "" for one that there cannot be."""
    page = str(page)[:LONGEST]
    is_number = len(page) <= 10 and page.isascii() and page.isdigit()
    return page if page in PAGES or is_number or SENTENCE.fullmatch(page) else ""


def named(page):
    """A `page` (str, known) as staff read it (str)."""
    if of_draft := SENTENCE.fullmatch(page):
        return f"A sentence of draft {of_draft[1]}"
    return PAGES[page][1] if page in PAGES else f"Question {page}" if page else ""


def way_to(page):
    """A `page` (str, known) as the arguments of `visit.go` and `visit.link`; the start page for ""."""
    if of_draft := SENTENCE.fullmatch(page):
        return ("answer_say", int(of_draft[1]), of_draft[2])
    if page in PAGES:
        return (PAGES[page][0],)
    return ("answer_question", int(page)) if page else ("answer",)
