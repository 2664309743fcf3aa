"""Walking the site by its own links, as a reader would."""

import re
from html.parser import HTMLParser
from urllib.parse import urldefrag, urlsplit

# Followed by no crawl: what changes something, what leads out, and files.
LEFT_ALONE = re.compile(r"^/(admin|accounts|media|static|documents)/|\.(pdf|svg|png|css|js|jsonl|json)$")

NOT_SAFE = re.compile(r'href="/help/not-safe/"|<button[^>]* value="not_safe"')
LEAVE = re.compile(r'<li class="leave"><a href="https://www\.google\.co\.uk/" rel="noreferrer">')


def lacks_way_out(html):
    """Which ways out (Q18) a page (str) lacks above its main part, where no other press comes first. A list of str."""
    shown = re.sub(r"<details.*?</details>", "", html.split("<main")[0], flags=re.DOTALL)
    return [rule.pattern for rule in (NOT_SAFE, LEAVE) if not rule.search(shown)]


class Links(HTMLParser):
    """Collects the addresses, the ids and the first headings of a page."""

    def __init__(self, html):
        super().__init__()
        self.hrefs, self.ids, self.headings, self.sources = [], set(), [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if values.get("id"):
            self.ids.add(values["id"])
        if tag == "a" and values.get("href"):
            self.hrefs.append(values["href"])
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(int(tag[1]))
        for name in ("src", "srcset", "action"):
            if values.get(name):
                self.sources.append(values[name])
        if tag == "link" and values.get("href"):
            self.sources.append(values["href"])


def walk(client, start="/", most=400):
    """Follow every link of the site from `start` (str). Returns a dict path → (response, Links), at most `most`."""
    found, waiting = {}, [start]
    while waiting and len(found) < most:
        path = waiting.pop(0)
        if path in found:
            continue
        response = client.get(path)
        if response.status_code == 302 and response.url.startswith("/"):  # it leads on: what it leads to must be there
            response = client.get(response.url)
        is_page = response.status_code == 200 and response["Content-Type"].startswith("text/html")
        links = Links(response.content.decode()) if is_page else None
        found[path] = (response, links)
        for href in links.hrefs if links else []:
            target = urldefrag(urlsplit(href)._replace(query="").geturl())[0]
            if target.startswith("/") and not LEFT_ALONE.search(target) and target not in found:
                waiting.append(target)
    return found


def one_of_each_template(pages):
    """One path for each template that the pages of `walk` were made with, by the template's name. Returns dict."""
    chosen = {}
    for path, (response, links) in pages.items():
        if links and response.templates:
            chosen.setdefault(response.templates[0].name, path)
    return chosen
