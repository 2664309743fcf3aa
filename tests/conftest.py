"""What every test may ask for."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from tests import browser as real_browser
from tests import factories, ready_database

# Playwright's own loop makes Django think that it is called from asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
expect.set_options(timeout=20_000)  # on a busy machine; what is right is seen at once all the same


LONG = ("journeys", "proof")  # few tests of many seconds each: begun first, so that both processes end together


def pytest_collection_modifyitems(items):
    """Put the long tests first (`--no-loadscope-reorder` in script/test keeps it so)."""
    items.sort(key=lambda item: item.path.parent.name not in LONG)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings):
    """Whether this run begins with a database that another run migrated (tests/ready_database.py)."""
    return ready_database.take()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_keepdb, django_db_blocker):
    """The empty database, without the page of welcome that Wagtail's migrations put there: taken away once, not in
    every test."""
    with django_db_blocker.unblock():
        ready_database.refuse_any_other()
        if not django_db_keepdb:
            ready_database.keep()
        factories.clear_pages()
    yield
    if django_db_keepdb:
        ready_database.remove()


@pytest.fixture(autouse=True)
def ground(request):
    """What Wagtail's first migrations made: a test with real transactions takes it away at its end."""
    marker = request.node.get_closest_marker("django_db")
    real = "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction"))
    if real or marker or "db" in request.fixturenames:
        request.getfixturevalue("transactional_db" if real else "db")
        factories.make_ground()


@pytest.fixture
def home_page(db):
    """The root of the site: the home page with "Have your say" below it."""
    return factories.make_home()


@pytest.fixture
def roles(db):
    """Every role's group, with its permissions."""
    from engagement.people.roles import ensure_roles

    return ensure_roles()


@pytest.fixture
def pmu(roles):
    """A user of the Programme Management Unit."""
    from engagement.people.roles import PMU

    return factories.make_user(PMU)


@pytest.fixture
def open_round(home_page):
    """A consultation that is open today, with one question of each kind."""
    return factories.make_round()


@pytest.fixture(scope="session")
def browser():
    """One headless Chromium for all browser tests of a process."""
    with sync_playwright() as playwright:
        running = real_browser.launch(playwright)
        yield running
        running.close()


@pytest.fixture
def phone(browser, live_server):
    """A page of a phone's width without JavaScript; addresses start at the live server."""
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": 320, "height": 640}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def desktop(browser, live_server):
    """A page of 1280 px with JavaScript, in which axe can run whatever the content security policy says."""
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": 1280, "height": 900}, bypass_csp=True, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()
