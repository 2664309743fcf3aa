"""Puts the guard before every saved page, and asks whether a site has set this app up."""

from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_save, pre_delete, pre_save


class EasyReadConfig(AppConfig):
    """The easyread room."""

    name = "easyread"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.contrib.auth import get_user_model
        from wagtail.models import Revision, WorkflowState
        from wagtail.signals import page_published, page_unpublished

        from . import receivers, staying_true
        from .checks import check_setting_up
        from .listening.flows import take_the_place
        from .media.rows import removes_its_file
        from .media.waiting import opening
        from .models import EasyReadCheck, Film, Picture, SpokenSentence

        pre_save.connect(receivers.guard_row, dispatch_uid="easyread.guard_row")
        pre_save.connect(receivers.guard_schedule, sender=Revision, dispatch_uid="easyread.guard_schedule")
        pre_save.connect(receivers.guard_sending, sender=WorkflowState, dispatch_uid="easyread.guard_sending")
        page_published.connect(receivers.after_publishing, dispatch_uid="easyread.after_publishing")
        page_unpublished.connect(receivers.after_unpublishing, dispatch_uid="easyread.after_unpublishing")
        for signal, receiver, sender in (
            (pre_save, staying_true.note_picture, Picture),
            (post_save, staying_true.check_pages_with, Picture),
            (pre_save, staying_true.note_name, get_user_model()),
            (post_save, staying_true.tell_name, get_user_model()),
            (pre_delete, staying_true.forget_deleted, get_user_model()),
            (post_save, staying_true.forget_hidden, EasyReadCheck),
        ):
            signal.connect(receiver, sender=sender, dispatch_uid=f"easyread.{receiver.__name__}")
        opening.connect(take_the_place, sender=SpokenSentence, dispatch_uid="easyread.take_the_place")
        for model in (Film, SpokenSentence):
            removes_its_file(model)
        checks.register(check_setting_up)
