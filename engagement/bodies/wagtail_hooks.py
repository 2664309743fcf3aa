"""This room's screens in the admin."""

from wagtail import hooks

from .viewsets import WhoDecides


@hooks.register("register_admin_viewset")
def screens():
    """The register of bodies."""
    return WhoDecides()
