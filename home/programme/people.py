"""The demo's sign-ins, one for each role. Everybody knows their addresses, so they exist only where a demo may."""

from django.contrib.auth.models import Group

from engagement.bodies.models import Worker
from engagement.people import roles
from engagement.people.models import User

NO_ROLE = ""  # a person with a place on a board, and their supporter, need none
SIGN_INS = {
    "pmu@example.org": ("Example PMU", roles.PMU),
    "secretary@example.org": ("Example Secretary", roles.SECRETARY),
    "checker@example.org": ("Example Checker", roles.CHECKER),
    "worker@example.org": ("Example Worker", roles.ADVOCACY_WORKER),
    "lead@example.org": ("Example Lead", roles.ADVOCACY_WORKER),  # leads the workers of the same organisation
    "safeguarding@example.org": ("Example Safeguarding", roles.SAFEGUARDING),
    "place@example.org": ("Example Person", NO_ROLE),
    "supporter@example.org": ("Example Supporter", NO_ROLE),
    "admin@example.org": ("Example Administrator", None),
}
WORKS_AT = "healthwatch"  # the organisation at which the example worker works
SERVED = ("strategic-leadership-body", "west-kent-ccg-governing-body")  # whose secretary the example one is


def load_sign_ins(loading, bodies):
    """Make the demo's users with their roles. `bodies`: slug → Body.

    Returns the dict first part of the address → User.
    """
    users = {}
    for email, (name, role) in SIGN_INS.items():
        found = User.objects.filter(email=email).first()
        first, _, last = name.partition(" ")
        values = {"email": email, "first_name": first, "last_name": last, "is_superuser": role is None}
        user = loading.put(User, email, values, make=_maker(role, bodies), found=found)
        if user:
            users[email.partition("@")[0]] = user
    give_work(users.get("worker"), bodies.get(WORKS_AT))
    return users


def give_work(worker, organisation):
    """Let the example `worker` (User or None) work at an `organisation` (Body or None), unless staff changed that."""
    if worker and organisation and not Worker.objects.filter(user=worker).exists():
        Worker.objects.create(organisation=organisation, user=worker)


def _maker(role, bodies):
    def make(values):
        name = f"{values['first_name']} {values['last_name']}"
        user = User.objects.invite(email=values["email"], name=name)
        user.is_superuser = user.is_staff = values["is_superuser"]
        user.save()
        if role:
            user.groups.add(Group.objects.get(name=role))
        if role == roles.SECRETARY:
            user.serves.add(*[bodies[slug] for slug in SERVED if bodies[slug]])
        return user

    return make
