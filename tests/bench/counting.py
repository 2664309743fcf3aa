"""F2: how many queries each public page asks. F3: how many sending a voice asks, and what a vote's row costs."""

import statistics
import time
import uuid

from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from engagement.voices.flows import save_answer, start_draft
from engagement.voices.flows.sending_rows import store_choices
from engagement.voices.models import Voice, Vote
from tests.engagement.trail.made import Story

from .figures import Figure


def measure_queries(place, story, quick):
    """F2: queries of every kind of public page, uncached, with 5 and with 20 rows of everything."""
    few, many = queries_by_page(story), queries_by_page(Story(20))
    most = max(many, key=many.get)
    grown = [name for name in many if many[name] > few[name]]
    note = f"more than with 5 rows: {', '.join(grown)}" if grown else "the same for 5 rows and for 20"
    return [
        Figure("F2", f"most queries of a public page ({most})", many[most], "", 10, note=note),
        Figure("F2", "pages whose queries grow with their rows", len(grown), "", 0),
    ]


def queries_by_page(story):
    """The queries of each of a story's pages, asked twice: the second time counts. Returns dict of name to int."""
    return {name: queries_of(path) for name, path in story.addresses.items()}


def queries_of(path):
    """How many queries a page asks when no whole page is kept (int)."""
    with override_settings(PAGE_CACHE_SECONDS=0):
        client = Client()
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}")
    return len(queries)


def measure_sending(place, story, quick):
    """F3: the queries of sending a voice of 5 answers and a vote, and a vote's row beside a bare create()."""
    cache.clear()
    secret = answered_draft(story.open_round)
    client = Client()
    path = f"{story.open_round.address}answer/"
    client.cookies["answering"] = secret
    with CaptureQueriesContext(connection) as queries:
        response = client.post(f"{path}check/")
    if response.status_code != 302 or not response.url.endswith("/done/"):
        raise RuntimeError("The voice was not sent.")
    return [
        Figure("F3", "queries of sending a voice, 5 answers and a vote (the whole request)", len(queries), "", 12),
        vote_beside_bare(story, 150 if quick else 600),
    ]


def answered_draft(round):
    """A draft with an answer to each question of a round. Returns its secret (str)."""
    draft, secret = start_draft(round=round)
    for question in round.question_rows.asked().ready_to_show():
        choices = list(question.choices.all())[:1]
        save_answer(draft=draft, question=question, choices=choices, words="" if choices else "I like the bus.")
    return secret


def vote_beside_bare(story, count):
    """Writing one vote, as sending does it, beside Django's bare create() of a row; one transaction each, in turn."""
    choice = story.choices[0]
    poll = choice.question.poll
    keys = [Voice(round=story.round, draft_key=uuid.uuid4().hex, is_example=True) for _ in range(2 * count)]
    voices = iter(Voice.objects.bulk_create(keys))
    ours, bare = [], []
    for _ in range(count):
        ours.append(
            timed(lambda: store_choices([], [Vote(voice=next(voices), poll=poll, choice=choice)], timezone.now()))
        )
        bare.append(timed(lambda: Vote.objects.create(voice=next(voices), poll=poll, choice=choice)))
    share = round(100 * statistics.median(bare) / statistics.median(ours))
    note = f"{1000 * statistics.median(ours):.2f} ms a vote"
    return Figure(
        "F3",
        f"one vote's row: share of a bare create()'s speed, {connection.display_name}",
        share,
        "%",
        90,
        at_most=False,
        note=note,
    )


def timed(write):
    """How long `write` (function) takes in a transaction of its own, in seconds."""
    started = time.perf_counter()
    with transaction.atomic():
        write()
    return time.perf_counter() - started
