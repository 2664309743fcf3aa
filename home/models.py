"""The home page, plain pages, the site's own words, and what the programme loaded."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from easyread.blocks import lines
from easyread.models import EasyReadPage
from easyread.reading import ready
from engagement.proposals.slugs import RESERVED, refuse_reserved

from .routing import FindsPagesAtOnce

# First parts of addresses that are not pages.
OUR_OWN = RESERVED | {
    *("accounts", "admin", "answer", "api", "come-back", "components", "documents", "health", "look", "media"),
    *("my-meetings", "my-voice", "pictures", "support", "static", "what-happened", "who-decides"),
}
WELCOME = ["Here you can say what you think.", "You can see who decides, and why.", "You can see what happened then."]


class RootQuerySet(PageQuerySet):
    """Leaves the picture out where the row is locked: PostgreSQL locks no row that may not be there."""

    def select_for_update(self, *args, **kwargs):
        return super().select_for_update(*args, **kwargs).select_related(None)


class WithPicture(PageManager.from_queryset(RootQuerySet)):
    """Fetches the page at the root of the site with its picture: Wagtail asks for it by this manager (F2)."""

    def get_queryset(self):
        return super().get_queryset().select_related("picture")


class HomePage(FindsPagesAtOnce, EasyReadPage):
    """The first page: what is open now, and what changed because of you."""

    summary = models.TextField(blank=True, help_text="One sentence on each line.")

    content_panels = [*EasyReadPage.content_panels[:2], FieldPanel("summary"), *EasyReadPage.content_panels[2:]]
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    template = "home/home_page.html"
    versions = ()  # the trail has their addresses
    easy_fields = ("title", "summary")
    objects = WithPicture()

    def sentences(self):
        """The summary's sentences, as a list of str."""
        return lines(self.summary)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs) | {"welcome": WELCOME}
        for give in hooks.get_hooks("home_context"):
            context.update(give(self, request))
        return context


class InfoPage(EasyReadPage):
    """A plain page, such as help or about us."""

    parent_page_types = ["home.HomePage", "home.InfoPage"]
    template = "home/info_page.html"
    standard_template = "home/info_standard.html"
    versions = ()  # the trail has their addresses

    def clean(self):
        super().clean()
        refuse_reserved(self.slug, OUR_OWN)

    @property
    def is_help(self):
        """Whether it is the page that "Ask someone" leads to: there, who to ask comes first."""
        return self.slug == "help"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs) | self.standard_context(request)
        return context | {"more": self.pages_below()}

    def pages_below(self):
        """The live plain pages below it, as a list; each knows its address (F2)."""
        pages = list(InfoPage.objects.child_of(self).live().select_related(*self.shown_with))
        ready(page.picture for page in pages)
        for page in pages:
            page.address = f"{self.address}{page.slug}/"
        return pages

    def standard_context(self, request):
        context = {"back": self.back(request)}
        for give in hooks.get_hooks("info_context"):
            context.update(give(self, request))
        return context

    def back(self, request):
        """Where the way back leads: to the page above, as a list of dict."""
        above = self.get_parent()
        if above and not above.is_site_root():
            return [{"href": above.get_url(request), "text": above.title}]
        return [{"href": "/", "text": "the home page"}]


HomePage.edit_handler = HomePage.tabs()
InfoPage.edit_handler = InfoPage.tabs()


@register_setting(icon="mail")
class WhoToAsk(BaseSiteSetting):
    """Who people can ask for help, on every page in the same place (Q14)."""

    name = models.CharField(max_length=120, default="The Our Voice team")
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=255, blank=True)
    hours = models.CharField(
        max_length=120, blank=True, help_text="When somebody answers: Monday to Friday, 9am to 5pm."
    )

    panels = [MultiFieldPanel([FieldPanel(n) for n in ("name", "phone", "email", "address", "hours")], "Who to ask")]

    class Meta:
        verbose_name = "who to ask"

    @property
    def ways(self):
        """How people can reach them (for components/link_list.html), as a list of dict."""
        ways = [
            {"icon": "phone", "text": f"Phone {self.phone}", "href": f"tel:{self.phone.replace(' ', '')}"},
            {"icon": "message", "text": f"Email {self.email}", "href": f"mailto:{self.email}"},
            {"icon": "place", "text": f"Write to {self.address}"},
            {"icon": "clock", "text": self.hours},
        ]
        said = [self.phone, self.email, self.address, self.hours]
        return [way for way, words in zip(ways, said, strict=True) if words]


class LoadedRow(models.Model):
    """One row that load_programme made: its key in the data files, and its values as they were loaded.

    A row whose values are no longer those was edited by staff, and is never overwritten.
    """

    model = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=160)
    object_pk = models.PositiveBigIntegerField()
    values = models.JSONField(default=dict)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["model", "key"], name="home_loaded_once")]

    def __str__(self):
        return self.key


class Generation(models.Model):
    """A number that grows with every change of public content: the stamp of the page cache (docs/caching.md)."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="home_one_generation")]

    def __str__(self):
        return str(self.number)
