"""Puts the guard before every saved page."""

from django.apps import AppConfig
from django.db.models.signals import pre_save


class EasyReadConfig(AppConfig):
    """The easyread room."""

    name = "easyread"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from wagtail.models import Revision, WorkflowState
        from wagtail.signals import page_published

        from . import receivers
        from .media.rows import removes_its_file
        from .models import Film

        removes_its_file(Film)
        from .media.rows import removes_its_file
        from .models import SpokenSentence

        pre_save.connect(receivers.guard_row, dispatch_uid="easyread.guard_row")
        pre_save.connect(receivers.guard_schedule, sender=Revision, dispatch_uid="easyread.guard_schedule")
        pre_save.connect(receivers.guard_sending, sender=WorkflowState, dispatch_uid="easyread.guard_sending")
        page_published.connect(receivers.after_publishing, dispatch_uid="easyread.after_publishing")
        removes_its_file(SpokenSentence)
