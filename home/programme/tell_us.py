"""The page *Tell us something*: on a real site a draft that waits for its checkers, with the demo an open example."""

import json

from easyread import flows
from engagement.proposals.models import RoundPage
from home.models import HomePage

from .files import read
from .pages import easy_read_values
from .proposals import question_of

KEY = "tell-us/tell-us"
WORDS = ("title", "slug", "kind", "promise", "promise_words", "may_share")
OPEN_SINCE = -400  # days: before the first example voice


def load_tell_us(loading):
    """Load the page below the home page. Returns the RoundPage; None when staff removed it or the home page."""
    row, home = read("tell_us.toml", data=loading.data), HomePage.objects.first()
    if home is None:
        return None
    values = {name: row[name].strip() for name in WORDS} | easy_read_values(loading, row, KEY)
    values |= {"minutes": row["minutes"], "closes_on": None}
    values["questions"] = json.dumps([question_of(loading, each, KEY) for each in row["question"]])
    found = RoundPage.objects.child_of(home).filter(slug=row["slug"]).first()

    def make(values):
        home.refresh_from_db()  # treebeard counts children in the row
        page = home.add_child(instance=RoundPage(**values, opens_on=loading.today, live=False))
        return as_draft(page)

    return loading.put(RoundPage, KEY, values, make=make, change=write_again, found=found)


def as_draft(page):
    """Keep a version of a `page` (RoundPage) that nobody has checked, and send it to the checkers. Returns the page.

    Nothing of it is staff's own yet, so that loading again may still change it.
    """
    page.save_revision()
    RoundPage.objects.filter(pk=page.pk).update(has_unpublished_changes=False)
    flows.send_to_checkers(page=page)
    return page


def write_again(page, values):
    """Give a draft new `values`. What is open already is the site's own: people were told what stands there."""
    if page.live:
        return
    for name, value in values.items():
        setattr(page, name, value)
    page.save()
    as_draft(page)


def open_example(loading, page):
    """Open the page as an example, checked by the example checker. A page of the site's own is left as it is.

    `page`: RoundPage or None. Returns the RoundPage as it stands now, when it is an example; else None.
    """
    row = page and RoundPage.objects.get(pk=page.pk)
    if row is None or row.made_up or row.live or row.has_unpublished_changes:
        return row if row and row.made_up else None
    if going_on := row.current_workflow_state:
        going_on.cancel()
    since = loading.day(OPEN_SINCE)
    RoundPage.objects.filter(pk=row.pk).update(made_up=True, opens_on=since, cleared_on=since, formats_live_on=since)
    row = RoundPage.objects.get(pk=row.pk)
    revision = row.save_revision()
    flows.make_up_check(revision=revision, by=loading.checker)
    flows.publish_loaded(page=row, revision=revision)
    return RoundPage.objects.get(pk=row.pk)
