"""A leaflet, as easyread/README.md makes it."""

from easyread.fields import LightStreamField
from easyread.models import EasyReadPage

from .blocks import LeafletBlocks


class LeafletPage(EasyReadPage):
    """A leaflet in Easy Read."""

    easy_read = LightStreamField(LeafletBlocks(), blank=True)


LeafletPage.edit_handler = LeafletPage.tabs()
