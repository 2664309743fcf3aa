"""The site's own pages: home, Have your say, the plain pages; and who to ask."""

from functools import partial

from wagtail.models import Locale, Page, Site

from easyread.models import EasyReadPage
from engagement.proposals.models import ProposalsPage
from home.models import HomePage, InfoPage, WhoToAsk

from . import streams
from .files import read
from .publishing import add_live, republish


def load_pages(loading):
    """Load pages.toml and info_pages.toml.

    Returns the page "Have your say" (ProposalsPage), or None when staff removed it or the home page.
    """
    rows = read("pages.toml", data=loading.data)
    home = _home(loading, rows["home"])
    if not home:
        return None
    words = {name: rows["plans"][name].strip() for name in ("title", "slug", "intro")}
    plans = put_page(loading, ProposalsPage, home, "plans", words)
    _info_pages(loading, home, [*rows["page"], *read("info_pages.toml", data=loading.data)["page"]])
    _who_to_ask(loading, rows["who_to_ask"])
    return plans


def _info_pages(loading, home, rows):
    """Plain pages below the home page, or below the page that a row names with `under`."""
    made = {}
    for row in rows:
        parent = made.get(row.get("under")) or home
        values = {"title": row["title"], "slug": row["slug"]} | easy_read_values(loading, row, row["slug"])
        made[row["slug"]] = put_page(loading, InfoPage, parent, row["slug"], values)


def put_page(loading, model, parent, key, values, *, change=None):
    """Make or update one live page below `parent`, unless staff edited it. Returns the page or None.

    `change(loading, page, values)` publishes a changed one, where `republish` is not enough.

    A page that staff made with the same address is left alone.
    """
    found = model.objects.child_of(parent).filter(slug=values["slug"]).first()

    def make(values):
        return add_live(loading, parent, model(**values))

    parent.refresh_from_db()  # treebeard counts children in the row
    return loading.put(model, key, values, make=make, change=partial(change or republish, loading), found=found)


def easy_read_values(loading, row, key):
    """The two streams and the picture of an Easy Read page. `row`: dict from a data file; `key`: str. Returns dict."""
    return {
        "picture_id": loading.picture(row.get("picture")),
        "easy_read": streams.easy_read(row.get("easy_read", []), picture=loading.picture, key=key, film=loading.film),
        "standard": streams.standard(row.get("standard", []), key=key),
    }


def _home(loading, row):
    values = {"title": row["title"], "slug": "home", "summary": row["summary"].strip()}
    values |= easy_read_values(loading, row, "home")
    make, change = partial(_make_home, loading), partial(republish, loading)
    return loading.put(HomePage, "home", values, make=make, change=change, found=HomePage.objects.first())


def _make_home(loading, values):
    """The home page at the root of the site; Wagtail's welcome page goes."""
    Locale.objects.get_or_create(language_code="en-gb")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    welcome = Page.objects.child_of(root).filter(slug="home").first()
    if welcome:
        welcome.slug = "welcome"
        welcome.save()
        root.refresh_from_db()
    home = add_live(loading, root, HomePage(**values))
    name = "Our Voice, Our Decision"
    values = {"root_page": home, "site_name": name}
    new = values | {"hostname": "localhost"}
    Site.objects.update_or_create(is_default_site=True, defaults=values, create_defaults=new)
    if welcome and not isinstance(welcome.specific, EasyReadPage):
        welcome.delete()
    return home


def _who_to_ask(loading, row):
    site = Site.objects.filter(is_default_site=True).first()
    found = WhoToAsk.objects.filter(site=site).first()
    loading.put(WhoToAsk, "who-to-ask", {"site_id": site.pk} | row, found=found)
