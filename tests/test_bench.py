"""The bench tells what it measured: every bar that is not reached says so."""

import json

from tests.bench.figures import Figure, printed, written
from tests.bench.many import percentile
from tests.bench.web import length_of, request_for

FIGURES = [
    Figure("F2", "queries", 9, "", 10),
    Figure("F1", "share", 40, "%", 50, at_most=False, note="busy"),
    Figure("F7", "memory", 3.5, "MB"),
]


def test_a_bar_is_reached_or_not():
    assert [figure.reached for figure in FIGURES] == [True, False, None]


def test_the_table_says_so():
    lines = printed(FIGURES).splitlines()
    assert "yes" in lines[1] and "NO" in lines[2] and lines[2].endswith("busy")
    assert "≥ 50 %" in lines[2] and "≤ 10" in lines[1]


def test_the_file_holds_all_of_it(tmp_path):
    written(FIGURES, tmp_path / "data" / "bench.json", quick=True)
    content = json.loads((tmp_path / "data" / "bench.json").read_text())
    assert content["quick"] is True and content["figures"][1]["reached"] is False


def test_the_slowest_of_a_hundred():
    assert percentile(range(1, 101), 99) == 99
    assert percentile([5], 99) == 5


def test_a_request_is_plain_http():
    request = request_for("/answer/", "POST", b"go=start", Cookie="a=b")
    assert request.startswith(b"POST /answer/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: a=b\r\n")
    assert length_of(b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n") == 12
