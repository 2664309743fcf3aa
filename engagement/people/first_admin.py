"""The first administrator's link: whoever may run commands on the server may let one person in (docs/signing-in.md)."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.contrib.auth import login
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac
from wagtail.log_actions import log

from .models import User
from .roles import PMU, ensure_roles

SALT = "people.first_admin"
LASTS = 60 * 60  # seconds
BACKEND = "django.contrib.auth.backends.ModelBackend"
TOO_OLD = "This link does not work any more."


@transaction.atomic
def make_first_admin_token(*, email, lost_second_step=False):
    """A token that signs in the person with this `email` (str) as an administrator: once, within an hour.

    Makes the user when there is none yet. `lost_second_step`: using it also removes the passkeys and apps of somebody
    who lost them. Returns str. Raises ValidationError when the address is not one.
    """
    user = User.objects.filter(email__iexact=email.strip()).first() or User.objects.invite(email=email.strip())
    return signing.dumps({"user": user.pk, "mark": mark_of(user), "lost": lost_second_step}, salt=SALT)


def mark_of(user):
    """What changes when a `user` (User) signs in, so that each link made before works no more. Returns str."""
    return salted_hmac(SALT, f"{user.pk}:{user.email}:{user.last_login}", algorithm="sha256").hexdigest()


def read_token(token):
    """The user that a `token` (str) is for, and whether they lost their second step: (User, bool).

    Raises ValidationError when it is too old, was used, or was never ours.
    """
    try:
        content = signing.loads(token, salt=SALT, max_age=LASTS)
        user = User.objects.select_for_update().get(pk=content["user"])
    except (signing.BadSignature, User.DoesNotExist):
        raise ValidationError(TOO_OLD, code="old") from None
    if not constant_time_compare(content["mark"], mark_of(user)):
        raise ValidationError(TOO_OLD, code="used")
    return user, content["lost"]


@transaction.atomic
def works(*, token):
    """Whether a `token` (str) could be used now. Looking does not use it. Returns bool."""
    try:
        return bool(read_token(token))
    except ValidationError:
        return False


@transaction.atomic
def sign_in_first_admin(*, request, token):
    """Use a `token` (str): its person becomes an administrator and is signed in. Returns the User.

    `request`: HttpRequest whose session becomes theirs. Raises ValidationError when the token does not work.
    """
    user, lost_second_step = read_token(token)
    user.is_active = user.is_staff = user.is_superuser = True
    user.save(update_fields=["is_active", "is_staff", "is_superuser"])
    user.groups.add(ensure_roles()[PMU])
    if lost_second_step:
        Authenticator.objects.filter(user=user).delete()
    login(request, user, backend=BACKEND)
    # The link proves the person as much as a code does: they may set up a second step without being asked again.
    record_authentication(request, user, method="link")
    log(instance=user, action="wagtail.edit", user=user, data={"how": "first administrator's link"})
    return user
