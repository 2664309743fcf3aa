"""A page in two versions: Easy Read first, and the standard words."""

from django.db import models
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page
from wagtail.search import index

from ..blocks import EasyReadBlocks, StandardBlocks
from ..fields import LightStreamField


class EasyReadPage(Page):
    """A page written in Easy Read, with a standard version of the same (Q8, T10)."""

    easy_read = LightStreamField(EasyReadBlocks(), blank=True)
    standard = LightStreamField(StandardBlocks(), blank=True)
    picture = models.ForeignKey("easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        abstract = True

    content_panels = [*Page.content_panels, FieldPanel("picture"), FieldPanel("easy_read")]
    standard_panels = [FieldPanel("standard")]
    search_fields = [*Page.search_fields, index.SearchField("easy_read"), index.SearchField("standard")]

    @cached_property
    def address(self):
        """The page's path on this site, such as /have-your-say/moving-on/. Links below it are made from this."""
        return self.get_url() or ""

    @classmethod
    def tabs(cls, *extra):
        """An edit handler with the tabs Easy Read, Standard version, `extra` (ObjectLists), Settings."""
        return TabbedInterface(
            [
                ObjectList(cls.content_panels, heading="Easy Read"),
                ObjectList(cls.standard_panels, heading="Standard version"),
                *extra,
                ObjectList([MultiFieldPanel(cls.promote_panels, heading="Address"), *cls.settings_panels], heading="Settings"),
            ]
        )
