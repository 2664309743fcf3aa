"""A page in two versions: Easy Read first, and the standard words."""

from django.db import models
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from ..blocks import EasyReadBlocks, StandardBlocks
from ..fields import LightStreamField
from ..label import Standing, standing_of
from ..panels import CheckingPanel
from ..reading import ready, with_pictures
from ..writing.panel import Writing
from .guarded import Guarded
from .versions import Versions


class QuickToServe(models.Model):
    """A page that is found and shown in few queries (F2). `shown_with`: names of the keys to fetch with it."""

    shown_with = ()

    class Meta:
        abstract = True

    def get_view_restrictions(self):
        """The restrictions on this page and on those above it, asked for in one query. An alias has its source's."""
        paths = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        on_page_or_alias = models.Q(page__path__in=paths) | models.Q(page__aliases__path__in=paths)
        return PageViewRestriction.objects.filter(on_page_or_alias).distinct()


class EasyReadPage(Guarded, QuickToServe, Versions, Page):
    """A page written in Easy Read, with a standard version of the same (Q8, T10)."""

    easy_read = LightStreamField(EasyReadBlocks(), blank=True)
    standard = LightStreamField(StandardBlocks(), blank=True)
    picture = models.ForeignKey("easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        abstract = True

    shown_with = ("picture",)
    easy_fields = ("title",)  # what the Easy Read rules look at (easyread/wording.py)
    easy_streams = ("easy_read",)
    standard_template = "easyread/standard_page.html"
    preview_modes = [("", "Easy Read"), ("standard", "Standard version")]
    content_panels = [*Page.content_panels, FieldPanel("picture"), FieldPanel("easy_read")]
    standard_panels = [FieldPanel("standard")]
    search_fields = [*Page.search_fields, index.SearchField("easy_read"), index.SearchField("standard")]

    def _get_dummy_headers(self, original_request=None):
        """As Wagtail's, with a query: a preview is never answered with the live page that is kept (docs/caching.md)."""
        return super()._get_dummy_headers(original_request) | {"QUERY_STRING": "preview"}

    @cached_property
    def address(self):
        """The page's path on this site, such as /have-your-say/moving-on/. Links below it are made from this."""
        return self.get_url() or ""

    def get_context(self, request, *args, **kwargs):
        """What the page's templates show: `easy_read` holds the blocks with all their pictures."""
        ready([self.picture])
        context = super().get_context(request, *args, **kwargs) | {"standing": self.standing(request)}
        return context | {"easy_read": with_pictures(self.easy_read, vars(self).get("shown_pictures"))}

    def standing(self, request):
        """Whether the version that is shown was checked, and why it was put right (a Standing)."""
        return Standing() if getattr(request, "is_preview", False) else standing_of(self)

    def serve_standard(self, request):
        """The same page in standard words, as a response."""
        context = super().get_context(request) | {"standing": self.standing(request)} | self.standard_context(request)
        return TemplateResponse(request, self.standard_template, context)

    def standard_context(self, request):
        """What a kind of page adds to its standard version. Returns a dict."""
        return {}

    def serve_preview(self, request, mode_name):
        """What editors see before they publish: either version."""
        return self.serve_standard(request) if mode_name == "standard" else super().serve_preview(request, mode_name)

    @classmethod
    def tabs(cls, *extra):
        """An edit handler with the tabs Easy Read, Standard version, `extra` (ObjectLists), Settings."""
        return TabbedInterface(
            [
                ObjectList(
                    [
                        CheckingPanel(heading="Easy Read check"),
                        Writing(cls.easy_fields, cls.easy_streams, heading="While you write"),
                        *cls.content_panels,
                    ],
                    heading="Easy Read",
                ),
                ObjectList(cls.standard_panels, heading="Standard version"),
                *extra,
                ObjectList(
                    [MultiFieldPanel(cls.promote_panels, heading="Address"), *cls.settings_panels], heading="Settings"
                ),
            ]
        )
