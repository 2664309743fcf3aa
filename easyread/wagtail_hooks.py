"""What this room adds to Wagtail's admin: its screens, its place in the menu, and its part of the editor."""

from django.db.models import Q
from django.shortcuts import redirect
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import PublishMenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from .checking import is_out
from .filming import admin as _filming  # noqa: F401  its own hooks
from .listening import admin as _listening  # noqa: F401  its own hooks
from .media.middleware import takes_up_to
from .models.guarded import Guarded
from .screens import beginning as _beginning  # noqa: F401  its own hooks
from .screens import check_end, check_parts, checking, my_remarks, pages, remarks, times
from .screens import style as _style  # noqa: F401  its own hook
from .viewsets import WordLists
from .writing import admin as _writing  # noqa: F401  its own hooks

LOGGED = {
    "easyread.put_right": ("Put right", "Put this live page right at once"),
    "easyread.taken_down": ("Taken down", "Took this live page down"),
    "easyread.remark_answered": ("Answered a checker", "Answered a remark of the Easy Read checkers"),
    "easyread.name_hidden": ("Name hidden", "A checker took their name off"),
    "easyread.held_back": ("Held back", "Did not go live on its day"),
}
COPY_IS_DRAFT = "The copy is not live yet. Our Easy Read checkers must check it first."
STAYS = "“%s” cannot be deleted. Everybody can see it, or its reason is public. Take it down first, and keep it."


@hooks.register("register_admin_urls")
def addresses():
    """The screens of this room."""
    part_screen = takes_up_to(check_parts.MOST_UPLOAD)(check_parts.PartScreen.as_view())
    return [
        path("checking/", checking.Waiting.as_view(), name="easyread_checks"),
        path("checking/my-time/", times.MyTime.as_view(), name="easyread_my_time"),
        path("checking/my-name/", times.MyName.as_view(), name="easyread_my_name"),
        path("checking/my-name/off/", times.HideEveryName.as_view(), name="easyread_no_name"),
        path("checking/my-remarks/", my_remarks.MyRemarks.as_view(), name="easyread_my_remarks"),
        path("checking/my-time/<int:pk>/", times.PutTimeRight.as_view(), name="easyread_put_time_right"),
        path("checking/pay/", times.Pay.as_view(), name="easyread_pay"),
        path("checking/pay/table/", times.PayTable.as_view(), name="easyread_pay_table"),
        path("checking/remarks/", remarks.Remarks.as_view(), name="easyread_remarks"),
        path("checking/remarks/<int:pk>/", remarks.Answer.as_view(), name="easyread_answer"),
        path("checking/sound/<int:pk>/", remarks.Sound.as_view(), name="easyread_check_sound"),
        path("checking/<int:pk>/", check_parts.Begin.as_view(), name="easyread_check"),
        path("checking/<int:pk>/<int:number>/", part_screen, name="easyread_check_part"),
        path("checking/<int:pk>/end/", check_end.End.as_view(), name="easyread_check_end"),
        path("checking/<int:pk>/thanks/", check_end.Thanks.as_view(), name="easyread_check_thanks"),
        path("checking/<int:pk>/name/", times.HideName.as_view(), name="easyread_name_hidden"),
        path("checking/<int:pk>/page/", checking.LookAtPage.as_view(), name="easyread_check_page"),
        path("live-page/<int:pk>/put-right/", pages.PutRight.as_view(), name="easyread_put_right"),
        path("live-page/<int:pk>/take-down/", pages.TakeDown.as_view(), name="easyread_take_down"),
    ]


@hooks.register("register_admin_viewset")
def word_lists():
    """The lists of words that staff keep."""
    return [WordLists()]


@hooks.register("register_log_actions")
def logged(actions):
    """What this room writes in the site's history."""
    for name, (label, message) in LOGGED.items():
        actions.register_action(name, label, message)


@hooks.register("register_page_header_buttons")
def live_page_buttons(page, user, view_name, next_url=None):
    """What can be done at once with a live page, beside its name."""
    kind = page.specific_deferred
    if not (isinstance(kind, Guarded) and page.live and page.permissions_for_user(user).has_publish_right()):
        return
    if page.has_unpublished_changes:
        yield Button("Put this page right at once", reverse("easyread_put_right", args=[page.pk]), priority=70)
    yield Button("Take this page down", reverse("easyread_take_down", args=[page.pk]), priority=75)


@hooks.register("construct_page_action_menu")
def no_button_past_the_checkers(items, request, context):
    """Pressing Publish in the editor makes a new version, which nobody has checked: there is no such button where that
    must not go live. It goes out when an editor approves the version that was checked."""
    page = context.get("page")
    if isinstance(page, Guarded) and (page.opens or (page.pk and is_out(page))):
        items[:] = [item for item in items if not isinstance(item, PublishMenuItem)]


@hooks.register("after_copy_page")
def say_that_a_copy_waits(request, page, new_page):
    """A copy of a live page that must be checked begins as a draft."""
    copy = new_page.specific
    if isinstance(copy, Guarded) and not copy.live and copy.opens and request.POST.get("publish_copies"):
        messages.warning(request, COPY_IS_DRAFT)


@hooks.register("before_delete_page")
def keep_a_live_page(request, page):
    """A page that is live, or that was put right or taken down, is kept with its reasons; so are the pages above it."""
    kept = kept_page_in(page)
    return refuse_to_delete(request, kept) if kept else None


@hooks.register("before_bulk_action")
def keep_live_pages(request, action_type, objects, action_class_instance):
    """The same when several pages are deleted at once: none of them goes."""
    if action_type != "delete":
        return None
    kept = next((kept for thing in objects if isinstance(thing, Page) and (kept := kept_page_in(thing))), None)
    return refuse_to_delete(request, kept) if kept else None


def kept_page_in(page):
    """The first page that is kept, of `page` (Page) and the pages below it. Returns a Page or None."""
    pages = Page.objects.descendant_of(page, inclusive=True).filter(Q(live=True) | Q(corrections__isnull=False))
    return next((one for one in pages.distinct() if isinstance(one.specific_deferred, Guarded)), None)


def refuse_to_delete(request, page):
    """Say kindly that `page` (Page) stays, and go back to where it is listed. Returns HttpResponse."""
    messages.error(request, STAYS % page.get_admin_display_title())
    return redirect("wagtailadmin_explore", page.get_parent().pk)
