"""Asking the open data as anybody would."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def get(client, path, status=200):
    response = client.get(f"/api/{path}")
    assert response.status_code == status, response.content[:500]
    return response.json()


def all_of(client, path):
    first = get(client, path)
    pages = [get(client, f"{path}?page={number}") for number in range(2, first["pages"] + 1)]
    return [item for page in [first, *pages] for item in page["items"]]


def queries_of(client, path):
    with CaptureQueriesContext(connection) as queries:
        get(client, path)
    return len(queries)
