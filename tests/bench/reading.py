"""F1: a reading page beside a bare view. F8: how much a page weighs."""

import gzip
import re
import statistics

from .figures import Figure
from .servers import BARE, SITE, serving
from .web import Connection, request_for, rush


def measure_speed(place, story, quick):
    """F1: requests a second of warm public pages, each as a share of a bare view that answers as many bytes."""
    seconds, rounds = (0.3, 10) if quick else (0.5, 20)  # many short turns: a busy moment then spoils few of them
    paths = {"home": "/", "plan": story.plan.address, "round": story.open_round.address, "register": "/who-decides/"}
    if quick:
        paths = {"home": "/", "round": story.open_round.address}
    figures = []
    with serving(SITE, place) as site:
        for name, path in paths.items():
            size = len(warm(site.port, path))
            with serving(BARE, place, BARE_BYTES=str(size)) as bare:
                figures += one_page(name, path, site, bare, seconds, rounds)
    return figures


def warm(port, path):
    """Ask for a page until both processes keep it. Returns its bytes."""
    for _ in range(12):
        connection = Connection(port)
        answer = connection.ask(request_for(path))
        connection.close()
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
    return answer.body


def one_page(name, path, site, bare, seconds, rounds):
    """A page and the bare view in turn, so that a busy machine slows both. Returns two Figures."""
    shares, work = [], []
    for _ in range(rounds):
        page_speed, page_work = measured(site, path, seconds)
        bare_speed, bare_work = measured(bare, "/", seconds)
        shares.append(page_speed / bare_speed)
        work.append(bare_work / page_work)
    note = f"{page_speed:.0f} and {bare_speed:.0f} requests a second in the last round"
    return [
        Figure("F1", f"{name}: share of a bare view's speed", percent(shares), "%", 50, at_most=False, note=note),
        Figure("F1", f"{name}: the same, counted in the servers' own work", percent(work), "%"),
    ]


def measured(server, path, seconds):
    """(requests a second, seconds of work for each request) of one rush."""
    before = server.seconds_used()
    speed, wrong = rush(server.port, path, seconds)
    if wrong:
        raise RuntimeError(f"{path} answered {wrong[0]}")
    return speed, (server.seconds_used() - before) / (speed * seconds)


def percent(shares):
    """The middle of some shares, as a whole number of hundredths."""
    return round(100 * statistics.median(shares))


def measure_sizes(place, story, quick):
    """F8: every kind of public page with its styles, compressed, without pictures; and its scripts."""
    figures = []
    with serving(SITE, place) as site:
        weights = {name: weigh(site.port, path) for name, path in story.addresses.items()}
    heaviest = max(weights, key=lambda name: weights[name][0])
    figures.append(
        Figure("F8", f"heaviest page ({heaviest}) with its styles, compressed", weights[heaviest][0], "KB", 80)
    )
    scripts = max(weight for _, weight in weights.values())
    return [*figures, Figure("F8", "scripts that a page needs", scripts, "KB", 0)]


def weigh(port, path):
    """(KB of a page and its styles, KB of its scripts), compressed as a browser gets them at best."""
    html = warm(port, path)
    styles = [link for link in re.findall(r'<link rel="stylesheet" href="([^"]+)"', html.decode())]
    scripts = re.findall(r'<script[^>]* src="([^"]+)"', html.decode())
    size = len(gzip.compress(html)) + sum(fetched(port, link) for link in styles)
    return round(size / 1024, 1), round(sum(fetched(port, link) for link in scripts) / 1024, 1)


def fetched(port, path):
    """How many bytes a file is as the server sends it to a browser that takes compressed files."""
    connection = Connection(port)
    answer = connection.ask(request_for(path, Accept_Encoding="br, gzip"))
    connection.close()
    return len(answer.body)
