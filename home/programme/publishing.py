"""Making pages public that the programme's files hold, through the flows that guard every page (docs/checking.md).

Nobody checked the real pages yet, and they say so. The made-up ones have made-up checks by the example checker, marked
as examples.
"""

from easyread import flows
from easyread.checking import is_checked, unchecked_pages
from easyread.models import EasyReadPage


def add_live(loading, parent, page):
    """Add `page` below `parent` and make it public. `loading`: the run (Loading). Returns the page."""
    page.live = False
    page = parent.add_child(instance=page)
    make_public(loading, page)
    return page


def republish(loading, page, values):
    """Give a live `page` new `values` (field → value) and make them public."""
    for name, value in values.items():
        setattr(page, name, value)
    make_public(loading, page)


def make_public(loading, page):
    """Make `page` public as it is now. An example is checked first, as if by the example checker."""
    revision = page.save_revision()
    if not isinstance(page, EasyReadPage):
        revision.publish()
        return
    if loading.is_demo:
        flows.make_up_check(revision=revision, by=loading.checker)
    flows.publish_loaded(page=page, revision=revision)


def check_example(loading, page, key):
    """Give an example that was loaded before there were checks one of its own. What staff wrote waits for people."""
    if page and page.live and key not in loading.kept and not is_checked(page.live_revision):
        flows.make_up_check(revision=page.live_revision, by=loading.checker)


def send_unchecked():
    """Put every live page that nobody checked on the checkers' list, so that what it says of itself is true."""
    for page in unchecked_pages():
        if not getattr(page, "is_example", False):
            flows.send_to_checkers(page=page)
