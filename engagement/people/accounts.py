"""How signing in differs from allauth's own: closed sign-up, codes by text, a second step for staff only."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter

from .models import User
from .texts import send_text

KIND_WORDS = {
    "account_inactive": "Your sign-in was switched off. You can ask us why.",
    "incorrect_code": "This is not the right code. Please look at it again.",
    "invalid_login": "This did not work. Please try again.",
    "rate_limited": "You asked many times. Please wait a few minutes. Then try again.",
    "too_many_login_attempts": "You tried many times. Please wait a few minutes. Then try again.",
    "select_only_one": "Please fill in only 1 of these.",
    "same_as_current": "This is the same as before. Please type the new one.",
    "email_taken": "Someone else uses this email address.",
    "duplicate_email": "You gave us this email address before.",
    "phone_taken": "Someone else uses this phone number.",
}


class AccountAdapter(DefaultAccountAdapter):
    """People are invited, never sign up; a code goes by email or by text."""

    error_messages = DefaultAccountAdapter.error_messages | KIND_WORDS

    def is_open_for_signup(self, request):
        return False

    def send_verification_code_sms(self, user, phone, code, **kwargs):
        send_text(phone=phone, words=f"Your code is {code}. Type it on our website. If you did not ask, do nothing.")

    def set_phone(self, user, phone, verified):
        user.phone, user.phone_verified = phone, verified
        user.save(update_fields=["phone", "phone_verified"])

    def get_phone(self, user):
        return (user.phone, user.phone_verified) if user.phone else None

    def set_phone_verified(self, user, phone):
        self.set_phone(user, phone, True)

    def get_user_by_phone(self, phone):
        return User.objects.filter(phone=phone).first()


class MFAAdapter(DefaultMFAAdapter):
    """A second step is for staff alone.

    allauth counts a passkey as a second step, so a person who adds one on her phone could not sign in by code
    on another computer. For everyone but staff, a code or a passkey is enough by itself.
    """

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": KIND_WORDS["incorrect_code"]}

    def is_mfa_enabled(self, user, types=None):
        return user.has_perm("wagtailadmin.access_admin") and super().is_mfa_enabled(user, types)
