"""The content security policy, who may open the admin, and the second step that staff must set up."""

from allauth.mfa.utils import is_mfa_enabled
from csp.constants import HEADER
from csp.utils import build_policy, default_config
from django.conf import settings
from django.shortcuts import redirect, render


class ContentSecurityPolicy:
    """Sends the strict policy everywhere and the looser one under /admin/ alone (S2).

    django-csp's own middleware writes the policy anew for each answer, a third of the work of a kept page (F1). Ours
    names nothing that changes, so django-csp writes both once.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.strict = build_policy(default_config(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]))
        self.looser = build_policy(settings.ADMIN_CONTENT_SECURITY_POLICY)

    def __call__(self, request):
        response = self.get_response(request)
        if settings.DEBUG and response.status_code in (404, 500):  # Django's own pages for developers hold styles
            return response
        response.headers.setdefault(HEADER, self.looser if request.path.startswith("/admin/") else self.strict)
        return response


class AdminForStaff:
    """Tells somebody who is signed in and has no role in the admin that it is for other people.

    Wagtail would send them to sign in, and signing in would send them back to the admin, for ever.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith("/admin/") and self.is_somebody_else(request.user):
            return render(request, "403.html", status=403)
        return self.get_response(request)

    def is_somebody_else(self, user):
        """Whether `user` (User) is signed in but has no right to the admin. Returns bool."""
        return user.is_authenticated and not user.has_perm("wagtailadmin.access_admin")


class StaffSecondStep:
    """Sends staff to set up a passkey or an app before they see the admin (S5)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if self.must_set_up(request):
            return redirect("mfa_index")
        return self.get_response(request)

    def must_set_up(self, request):
        """Whether this request asks for the admin by somebody signed in without a second step."""
        return (
            settings.STAFF_SECOND_STEP
            and request.path.startswith("/admin/")
            and request.user.is_authenticated
            and not is_mfa_enabled(request.user)
        )
