"""Finding a page by its whole address at once: as many queries for a deep page as for a shallow one (F2)."""

from functools import cache

from django.db import models
from wagtail.models import Page, get_page_models


@cache
def page_relations():
    """The ways from a plain page to its own kind and what that kind is shown with, for `select_related`.

    Returns a list of str, such as "roundpage" and "proposalpage__asked_by".
    """
    relations = []
    for model in get_page_models():
        if model is Page or model._meta.get_parent_list() != [Page]:
            continue
        name = model._meta.model_name
        relations += [name, *(f"{name}__{key}" for key in getattr(model, "shown_with", ()))]
    return relations


def find_page(address):
    """The page whose address inside Wagtail's tree is `address` (str), as its own kind; None when there is none."""
    page = Page.objects.filter(url_path=address).select_related(*page_relations()).first()
    if page is None:
        return None
    return getattr(page, page.specific_class._meta.model_name, page)


class FindsPagesAtOnce(models.Model):
    """For the page at the root of the site: finds those below it by their whole address."""

    class Meta:
        abstract = True

    def route(self, request, path_components):
        """As Wagtail's `Page.route`, in one query. Raises Http404 for an address without a live page."""
        if not path_components:
            return super().route(request, path_components)
        page = find_page(self.url_path + "/".join(path_components) + "/")
        if page is None:
            return super().route(request, path_components)
        return page.route(request, [])
