"""The 2 other versions of an Easy Read page, below its own address: standard words, and paper."""

from django.db import models
from django.http import Http404
from wagtail.url_routing import RouteResult

STANDARD, PAPER = "standard", "paper"
PAGE = "easyread/page.html"  # how a kind of page looks that has no template of its own


class Versions(models.Model):
    """A page that is also served in standard words and as a PDF. `versions`: which of the two, as a tuple of str.

    A page below it cannot have one of these names as its slug.
    """

    versions = (STANDARD, PAPER)

    class Meta:
        abstract = True

    def route(self, request, path_components):
        """As Wagtail's, and /standard/ and /paper/ below the page. Raises Http404 while it is not live."""
        if len(path_components) != 1 or path_components[0] not in self.versions:
            return super().route(request, path_components)
        if not self.live:
            raise Http404("This page is not live.")
        return RouteResult(self, kwargs={"version": path_components[0]})

    def serve(self, request, *args, version="", **kwargs):
        """The page as a response. `version`: STANDARD, PAPER, or "" for the Easy Read text."""
        if version == STANDARD:
            return self.serve_standard(request)
        return self.serve_paper(request) if version == PAPER else super().serve(request, *args, **kwargs)

    def serve_paper(self, request):
        """The page as a PDF, as a response. That of a private page is kept nowhere."""
        from ..printing.answering import answer  # papers are made of these models
        from ..printing.pages import key_of_page, paper_of

        is_private = self.get_view_restrictions().exists()
        return answer(request, paper_of(self), key="" if is_private else key_of_page(self))

    def get_template(self, request, *args, **kwargs):
        """Its own template, or ours where it has none. Returns a list of str."""
        own = super().get_template(request, *args, **kwargs)
        return [own, PAGE] if isinstance(own, str) else own

    @property
    def standard_address(self):
        """The path of its standard version (str)."""
        return f"{self.address}{STANDARD}/"

    @property
    def paper_address(self):
        """The path of its PDF (str), or "" without one."""
        return f"{self.address}{PAPER}/" if PAPER in self.versions else ""
