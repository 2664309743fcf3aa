"""Who made the pictures: the credits, made from the pictures themselves (P7)."""

from django.core.paginator import Paginator
from django.db.models.functions import Lower
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .models import Picture
from .reading import ready

PER_PAGE = 40


@require_safe
def pictures(request):
    """Every picture that the public can meet, by name, 40 on a page, each with its maker and its licence."""
    rows = Picture.objects.credited().order_by(Lower("title"), "pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    ready(shown)
    context = {
        "pictures": shown,
        "page_of_pictures": page,
        "back": [{"href": "/", "text": "the home page"}],
    }
    return render(request, "easyread/pictures.html", context)
