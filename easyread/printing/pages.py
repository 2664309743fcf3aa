"""An Easy Read page as a printed paper: its title, where its check stands, and its blocks."""

from django.conf import settings

from ..label import standing_of
from ..picture_bank import picture_for
from ..reading import ready, with_pictures
from .paper import Paper
from .streams import sections_of

BADGE = "easy-read"  # the idea of the picture that means Easy Read
FIRST = "What you need to know"


def paper_of(page):
    """The Paper of a live `page` (EasyReadPage)."""
    standing = standing_of(page)
    ready([page.picture])
    return Paper(
        title=page.title,
        address=page.address,
        words=standing.all_words(),
        picture=page.picture,
        badge=picture_for(BADGE),
        sections=sections_of(with_pictures(page.easy_read), FIRST),
        site_name=getattr(settings, "WAGTAIL_SITE_NAME", ""),
        unchecked=standing.label is None,
    )


def key_of_page(page):
    """The name under which the paper of a `page` (EasyReadPage) is kept. Returns str."""
    return f"page-{page.pk}"
