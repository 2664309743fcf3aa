"""What the help with writing adds to Wagtail's admin: its addresses, and what it writes in the history."""

from django.urls import path
from wagtail import hooks

from ..screens import bringing, covering, writing

LOGGED = {
    "easyread.brought_in": ("Brought in", "Brought a text in"),
    "easyread.let_go": ("Left as it is", "Left a hint of the Easy Read check as it is"),
    "easyread.covered": ("Side by side", "Said whether the Easy Read covers a standard sentence"),
}


@hooks.register("register_admin_urls")
def addresses():
    """The addresses that the editor asks, and the two screens about the words of a page."""
    return [
        path("easyread/check/", writing.WhileWriting.as_view(), name="easyread_while_writing"),
        path("easyread/leave-it/", writing.LeaveIt.as_view(), name="easyread_leave_it"),
        path("easyread/bring-in/<int:pk>/", bringing.BringIn.as_view(), name="easyread_bring_in"),
        path("easyread/side-by-side/<int:pk>/", covering.SideBySide.as_view(), name="easyread_side_by_side"),
    ]


@hooks.register("register_log_actions")
def logged(actions):
    """What the site's history says of them."""
    for name, (label, message) in LOGGED.items():
        actions.register_action(name, label, message)
