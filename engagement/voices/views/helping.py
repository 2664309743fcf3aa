"""The one Help of answering: what stands in it on each page, and where each press leads (Q14, WCAG 3.2.6)."""

from urllib.parse import quote

from django.shortcuts import redirect

NOT_SAFE = "/help/not-safe/"
ASK, LOOK, STOP, WORDS, ALL, SAFE = "ask", "look", "stop", "words", "all", "not_safe"
PRESSES = (ASK, LOOK, STOP, WORDS, ALL, SAFE)  # pressed to go elsewhere: an empty page is no mistake then


def help_items(visit, *, here="", one_page=False, words_href=""):
    """What the Help of a page holds. Returns a list of dict: text, icon, value (of the button) and href (of the link).

    `here`: which page it is, as `answer/ask/` names it (str). `one_page`: whether all questions stand on it.
    `words_href`: the same page in the other version, "" where it has none.
    """
    items = [
        *stop_items(visit, here),
        {"text": "Ask someone", "icon": "person", "value": ASK, "href": visit.link("answer_ask", page=here)},
        {"text": "I am not safe", "icon": "warning", "value": SAFE, "href": NOT_SAFE},
        {"text": "Make it work for me", "icon": "look", "value": LOOK, "href": look_at(visit)},
    ]
    if words_href:
        text = "Read it in Easy Read" if visit.standard else "Read it in standard words"
        items.append({"text": text, "icon": "change", "value": WORDS, "href": words_href})
    return items + turning_items(visit, one_page)


def stop_items(visit, here=""):
    """The way to stop, for somebody who has begun. A list of dict."""
    if visit.over:
        return [
            {"text": "Give the tablet back", "icon": "close", "value": STOP, "href": visit.link("answer_give_back")}
        ]
    if not visit.draft:
        return []
    return [{"text": "Stop for now", "icon": "clock", "value": STOP, "href": visit.link("answer_stop", page=here)}]


def turning_items(visit, one_page):
    """The way between all questions on one page and one on each page, for somebody who has begun. A list of dict."""
    if visit.over or not visit.draft:
        return []
    if one_page:
        first = visit.link("answer_question", 1)
        return [{"text": "See 1 question on each page", "icon": "paper", "value": ALL, "href": first}]
    text = "See all questions on 1 page"
    return [{"text": text, "icon": "paper", "value": ALL, "href": visit.link("answer_all")}]


def look_at(visit):
    """The address of "Make it work for me", which leads back to this page (str)."""
    return f"/look/?back={quote(visit.request.get_full_path())}"


def elsewhere(visit, go, *, here="", one_page=False, words_href=""):
    """Where a press in the Help leads, once what was given is stored. Returns HttpResponse, or None for other presses.

    As for `help_items`. To stop is the caller's: it makes the card.
    """
    if go == STOP:
        return visit.go("answer_give_back") if visit.over else visit.go("answer_stop", page=here)
    for item in help_items(visit, here=here, one_page=one_page, words_href=words_href):
        if item["value"] == go:
            return redirect(item["href"])
    return None
