"""The style of these screens in the admin, and of any other room's that stands in a `.staff`."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def our_style():
    """A link to it, after Wagtail's own."""
    return format_html('<link rel="stylesheet" href="{}">', static("easyread/staff.css"))
