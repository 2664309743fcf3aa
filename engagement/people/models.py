"""Who signs in: staff, advocacy workers, checkers, people with a place on a board. Never a list of those who speak."""

import uuid

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower


class PeopleManager(UserManager):
    """Makes users who have no password: they sign in by a code or a passkey."""

    def invite(self, *, email="", phone="", name=""):
        """A new user who can sign in by code. `email` or `phone` (E.164 text) must be given. Returns the User."""
        first, _, last = name.partition(" ")
        user = self.model(username=uuid.uuid4().hex, email=self.normalize_email(email), phone=phone or None)
        user.first_name, user.last_name = first, last
        user.set_unusable_password()
        user.full_clean(exclude=["password"])
        user.save()
        return user


class User(AbstractUser):
    """A person who signs in."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    phone = models.CharField(max_length=20, unique=True, null=True, blank=True)
    phone_verified = models.BooleanField(default=False)

    objects = PeopleManager()

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(Lower("email"), condition=~models.Q(email=""), name="people_email"),
        ]

    def __str__(self):
        return self.get_full_name() or self.email or self.phone or self.username

    def has_role(self, role):
        """Whether the user is in the group named `role` (str, see roles.py). Asked once a request, then kept."""
        if not hasattr(self, "_roles"):
            self._roles = set(self.groups.values_list("name", flat=True))
        return self.is_active and (self.is_superuser or role in self._roles)
