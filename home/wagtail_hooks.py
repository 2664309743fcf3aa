"""What the site itself tells the rooms to its right: who people can ask."""

from wagtail import hooks
from wagtail.models import Site

from .models import WhoToAsk


@hooks.register("site_contact")
def site_contact():
    """Who people can ask on every page, for what is about no plan: a dict with `name` and `ways`, or None."""
    site = Site.objects.filter(is_default_site=True).first()
    who = WhoToAsk.objects.filter(site=site).first()
    return {"name": who.name, "ways": [way for way in who.ways if way["icon"] != "clock"]} if who else None
