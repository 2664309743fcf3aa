"""The admin as our staff meet it: few and plain words in the menu, and our own style for our own screens."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from .menu import few_words


@hooks.register("insert_global_admin_css")
def our_style():
    """The style of our own screens, after Wagtail's."""
    return format_html('<link rel="stylesheet" href="{}">', static("people/staff.css"))


@hooks.register("construct_main_menu", order=1000)
def few_words_in_the_menu(request, items):
    """Leave our own parts in the menu; an administrator keeps Wagtail's too. Images are called pictures."""
    items[:] = few_words(items, everything=request.user.is_superuser)


@hooks.register("construct_homepage_summary_items", order=1000)
def no_counts_of_files(request, items):
    """Leave out how many pages, images and documents there are."""
    if not request.user.is_superuser:
        items.clear()


@hooks.register("construct_homepage_panels", order=1000)
def calm_first_screen(request, panels):
    """Leave out what only administrators need on the first screen: workflow and locked-page lists stay for them."""
    if not request.user.is_superuser:
        panels[:] = [panel for panel in panels if getattr(panel, "ours", False)]
