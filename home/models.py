"""The home page, plain pages, the site's own words, and what the programme loaded."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from easyread.blocks import lines
from easyread.models import EasyReadPage


class HomePage(EasyReadPage):
    """The first page: what is open now, and what changed because of you."""

    summary = models.TextField(blank=True, help_text="One sentence on each line.")

    content_panels = [*EasyReadPage.content_panels[:2], FieldPanel("summary"), *EasyReadPage.content_panels[2:]]
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    template = "home/home_page.html"

    def sentences(self):
        """The summary's sentences, as a list of str."""
        return lines(self.summary)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        for give in hooks.get_hooks("home_context"):
            context.update(give(self, request))
        return context


class InfoPage(EasyReadPage):
    """A plain page, such as help or about us."""

    parent_page_types = ["home.HomePage", "home.InfoPage"]
    template = "home/info_page.html"


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
