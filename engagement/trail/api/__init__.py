"""The open data: what is public on the pages, as JSON, to read only (docs/open-data.md).

Nothing here knows more than the pages do: counts, splits and quotes come from the same functions.
"""

from ninja import NinjaAPI

from .bodies import router as bodies
from .debts import router as debts
from .decisions import router as decisions
from .ideas import router as ideas
from .plans import router as plans
from .record import router as record
from .results import router as results

DESCRIPTION = """What is public on this website, as JSON, to read only. It holds no personal data.

Each fact about a body names the paper and the section it is from. Words and totals are those of the pages.
Splits follow one rule: they are shown whole and rounded to 5, or not at all (fewer than 8 in any part).
Everything made up, to show the website, has "example": "Example. This did not happen."
Lists have 50 items a page: `?page=2`."""

api = NinjaAPI(
    title="Our Voice, Our Decision: open data",
    version="1",
    description=DESCRIPTION,
    docs_url=None,  # ninja's page of documents loads scripts from elsewhere; /open-data/ is ours
    openapi_url="/openapi.json",
    urls_namespace="api",
)
for part in (bodies, plans, results, ideas, decisions, debts, record):
    api.add_router("", part)
