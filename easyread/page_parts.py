"""A page cut into the parts that checkers look at, one at a time, each as people will see it (T9)."""

from dataclasses import dataclass, field

from django.template.loader import render_to_string
from wagtail import hooks

from .reading import asking_once, picture_ids, ready, with_pictures
from .shown import ideas_of, values_of
from .wording import words_in

WHOLE = "page"  # the key of the last part: the page as a whole
TITLE = "title"
FIELD_TEMPLATE = "easyread/checking/field_part.html"
BLOCK_TEMPLATE = "easyread/checking/block_part.html"


@dataclass(frozen=True)
class PagePart:
    """One part of a page. `key`: its own (str), the same in every version; `name`: what kind of part it is.

    `words`: its sentences (list of str); `template`, `context`: how it is shown.
    """

    key: str
    name: str
    words: list
    template: str = ""
    context: dict = field(default_factory=dict)

    @property
    def is_whole(self):
        """Whether it is the page as a whole, which checkers look at on its own address."""
        return self.key == WHOLE

    def html(self):
        """The part as people will see it, as safe HTML."""
        return render_to_string(self.template, self.context) if self.template else ""


def parts_of(page):
    """The parts of a `page` (EasyReadPage) in their order, the page as a whole last. Returns a list of PagePart.

    A hook `page_part` of another room may say how a block is shown: it takes the page, the stream's name (str) and the
    block (StreamChild), and gives a PagePart or None.
    """
    found = [part for name in page.easy_fields if (part := field_part(page, name))]
    for name in page.easy_streams:
        stream = with_pictures(getattr(page, name))
        raw = list(stream.raw_data)
        with asking_once():
            found += [block_part(page, name, block, raw[place]) for place, block in enumerate(stream)]
    return [*found, PagePart(WHOLE, "The whole page", [])]


def field_part(page, name):
    """The part that a text field `name` (str) of a `page` makes; the title has the page's picture. None when empty."""
    words = [line.strip() for line in (getattr(page, name) or "").splitlines() if line.strip()]
    if not words:
        return None
    picture = page.picture if name == TITLE else None
    ready([picture])
    label = page._meta.get_field(name).verbose_name.capitalize()
    context = {"words": words, "picture": picture, "is_title": name == TITLE}
    return PagePart(name, "Title" if name == TITLE else label, words, FIELD_TEMPLATE, context)


def block_part(page, name, block, raw):
    """The part that a `block` (StreamChild) of the stream `name` (str) makes. `raw`: its raw data."""
    for show in hooks.get_hooks("page_part"):
        if part := show(page, name, block):
            return part
    words = [line.strip() for text in words_in(raw["value"]) for line in text.splitlines() if line.strip()]
    key = str(block.id or f"{name}-{words[:1]}")[:64]
    return PagePart(key, str(block.block.label), words, BLOCK_TEMPLATE, {"block": block})


def keys_showing(page, picture):
    """The keys of the parts of a `page` that show a `picture` (Picture), with the whole page; [] when none does."""
    keys = [TITLE] if page.picture_id == picture.pk else []
    by_idea = picture.idea in ideas_of(type(page), values_of(page))  # as beside yes: which part cannot be told
    for name in page.easy_streams:
        blocks = list(getattr(page, name).raw_data)
        keys += [str(block.get("id")) for block in blocks if by_idea or picture.pk in picture_ids(block["value"])]
    return [*keys, WHOLE] if keys else []
