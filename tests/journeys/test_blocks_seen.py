"""Every block in a real browser: one page with all of them in every look; the film; what Listen cuts (M1, M2)."""

import json

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import expect
from wagtail.models import ReferenceIndex

from easyread import flows
from easyread.blocks import EasyReadBlocks
from easyread.filming.flows import bring_in
from easyread.listening import pages
from home.models import InfoPage
from home.programme.files import DATA
from home.programme.films import captions_of
from tests import browser as real_browser
from tests.easyread.test_video import captions

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SCENES = [{"words": "We want to pay for days out.", "seconds": 9}]
LOOKS = {
    "320": {"width": 320},
    "390": {"width": 390},
    "1280": {"width": 1280},
    "words only": {"width": 320, "look": "pictures:words"},
    "big pictures": {"width": 390, "look": "pictures:big"},
    "biggest text": {"width": 390, "look": "text:biggest"},
    "dark": {"width": 390, "look": "theme:dark"},
    "right to left": {"width": 390, "dir": "rtl"},
}


@pytest.fixture
def page(home_page, pmu):
    """A live page with every block as the editor previews it, and a film that plays."""
    film = ContentFile((DATA / "films/days-out.mp4").read_bytes(), name="film.mp4")
    film = bring_in(title="Days out", film=film, captions=captions(captions_of(SCENES).encode()), by=pmu)
    raw = [
        {"type": kind, "id": f"b-{kind}", "value": raw_preview(block, film)}
        for kind, block in EasyReadBlocks().child_blocks.items()
    ]
    page = home_page.add_child(
        instance=InfoPage(title="All the blocks", slug="all", live=False, easy_read=json.dumps(raw, default=str))
    )
    flows.publish_loaded(page=page, revision=page.save_revision())
    ReferenceIndex.create_or_update_for_object(page)  # tests leave it out
    return page


def raw_preview(block, film):
    """What a page keeps for the preview of a `block`; the Video block shows `film`."""
    raw = block.get_prep_value(block.to_python(block.meta.preview_value))
    return raw | {"film": film.pk} if block.name == "video" else raw


def opened(browser, live_server, page, *, width, look="", dir="ltr"):
    """The page in a browser with a look of its own, at its end, so that nothing is still to come."""
    context = browser.new_context(base_url=live_server.url, viewport={"width": width, "height": 900}, bypass_csp=True)
    if look:
        context.add_cookies([{"name": "look", "value": look, "url": live_server.url}])
    tab = context.new_page()
    tab.goto(page.get_url())
    tab.evaluate("dir => { document.documentElement.dir = dir; }", dir)
    return tab


def test_listen_and_the_list_of_sentences_cut_alike_and_the_film_plays(browser, live_server, page):
    """M1: else a recording is never heard. M2, L11: no film plays by itself, all have captions; print has the words."""
    tab = opened(browser, live_server, page, width=320)
    tab.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    heard = tab.evaluate("() => sentences.in(document.getElementById('main')).map((one) => one.text)")
    listed = [one.text for one in pages.sentences_on(page)]
    assert len(listed) > 30 and [one for one in listed if one not in heard] == []
    order = [heard.index(one) for one in listed if listed.count(one) == heard.count(one) == 1]
    assert order == sorted(order)
    assert real_browser.findings(tab) + real_browser.faults(tab) + real_browser.moving(tab) == []
    video = tab.locator("video")
    assert video.evaluate("v => [v.paused, v.autoplay, v.preload]") == [True, False, "none"]
    shape = video.evaluate("v => v.clientWidth / v.clientHeight")
    assert 1.7 < shape < 1.8  # it has its room before it plays
    video.evaluate("v => { v.muted = true; return v.play(); }")
    tab.wait_for_function("() => document.querySelector('video').currentTime > 0.2")
    cues = video.evaluate("v => [v.textTracks[0].mode, ...[...v.textTracks[0].activeCues].map((cue) => cue.text)]")
    assert cues == ["showing", "There is no sound in this film.\nWe want to pay for days out."]
    tab.emulate_media(media="print")
    expect(video).to_be_hidden()
    expect(tab.get_by_text("You can see this film on our website.")).to_be_visible()
    tab.context.close()


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_every_block_can_be_read_in_every_look(browser, live_server, page, look):
    """A1, A2, L8: axe, targets, width and text spacing."""
    tab = opened(browser, live_server, page, **LOOKS[look])
    assert real_browser.findings(tab) + real_browser.faults(tab) == []
    assert real_browser.faults_with_spacing(tab) == []
    tab.context.close()
