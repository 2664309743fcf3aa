"""What all parts of the open data share: lists in pages, names of bodies, and the mark of made-up things."""

from django.core.paginator import Paginator
from ninja import Query, Schema

PER_PAGE = 50
EXAMPLE = "Example. This did not happen."
PageNumber = Query(1, ge=1, le=100_000, description="Which page of the list, from 1.")


class Named(Schema):
    """A body by its id, and by its names."""

    id: str
    slug: str
    name: str
    plain_name: str
    url: str


def named(body):
    """A Body as the values of a Named; None for None."""
    if body is None:
        return None
    return {
        "id": str(body.public_id),
        "slug": body.slug,
        "name": body.name,
        "plain_name": body.plain_name,
        "url": body.address,
    }


def example(row):
    """The sentence that made-up things carry, or None for real ones. `row`: anything with `is_example`."""
    return EXAMPLE if row.is_example else None


def paged(rows, number, as_item, finish=list):
    """One page of a list. `rows`: queryset in its order; `number`: int from 1; `as_item`: row → dict.

    `finish`: list of rows → list of rows, for what is fetched for the whole page at once. Returns a dict.
    A page after the last is empty.
    """
    paginator = Paginator(rows, PER_PAGE)
    items = finish(list(paginator.page(number).object_list)) if number <= paginator.num_pages else []
    return {
        "count": paginator.count,
        "page": number,
        "pages": paginator.num_pages,
        "items": [as_item(item) for item in items],
    }


class PageOf(Schema):
    """How long a list is, and where in it this page stands."""

    count: int
    page: int
    pages: int
