"""Who may say what a body did, who prepares its meetings, and who works at an organisation."""

from django.core.exceptions import PermissionDenied

from engagement.people.roles import ADVOCACY_WORKER, SAFEGUARDING

from .models import Body, SafeguardingLead


def serves(user, body):
    """Whether `user` (User) is a secretary of `body` (Body)."""
    return user.is_active and body.secretaries.filter(pk=user.pk).exists()


def may_say_who_works_there(user):
    """Whether `user` (User) may say who works at an organisation, and how it stands to bodies."""
    return user.has_perm("bodies.change_body")


def organisations_of(user):
    """The organisations at which `user` (User) works as an advocacy worker today. A list of Body, mostly of one."""
    if not user.is_authenticated or not user.has_role(ADVOCACY_WORKER):
        return []
    at = Body.objects.filter(kind=Body.Kind.ORGANISATION, workers__user=user, workers__left_on=None)
    return list(at.exclude(status=Body.Status.ENDED).order_by("name"))


def organisations_led_by(user):
    """The organisations whose workers `user` (User) leads today: mostly one or none. A list of Body."""
    if not organisations_of(user):
        return []
    led = set(user.works_at.filter(left_on=None, leads=True).values_list("organisation", flat=True))
    return [body for body in organisations_of(user) if body.pk in led] if led else []


def may_manage_workers(user, organisation):
    """Whether `user` (User) may invite and stop workers of an `organisation` (Body): its lead, or the PMU."""
    return may_say_who_works_there(user) or organisation in organisations_led_by(user)


def safeguards(user):
    """The standing rows of `user` (User) as a safeguarding lead. A queryset of SafeguardingLead.

    Only these open a concern. Being an administrator opens nothing (docs/safeguarding.md).
    """
    if not user.is_authenticated or not user.is_active:
        return SafeguardingLead.objects.none()
    return SafeguardingLead.objects.filter(user=user, ended_on=None)


def leads_of(user):
    """As `safeguards`, as a list that is asked for once a request: for menus and first screens, never for a right."""
    if not hasattr(user, "_safeguards"):
        user._safeguards = list(safeguards(user)) if user.has_role(SAFEGUARDING) else []
    return user._safeguards


def leads_for(organisation):
    """Who is told of a concern of an `organisation` (Body or None): its leads, or those of the site. Of rows.

    A queryset of SafeguardingLead, of those who can sign in.
    """
    standing = SafeguardingLead.objects.filter(ended_on=None, user__is_active=True).select_related("user")
    own = standing.filter(organisation=organisation) if organisation else standing.none()
    return own if own.exists() else standing.filter(organisation=None)


def prepares_for_all(user):
    """Whether `user` (User) prepares the meetings of every body."""
    return user.has_perm("bodies.change_meeting")


def may_prepare(user, body):
    """Whether `user` (User) prepares meetings of `body` (Body): agenda, papers, places, questions and answers."""
    return prepares_for_all(user) or serves(user, body)


def prepares_any(user):
    """Whether `user` (User) prepares the meetings of some body."""
    return prepares_for_all(user) or (user.is_active and user.serves.exists())


def bodies_prepared_by(user):
    """The bodies whose meetings `user` (User) prepares. A queryset of Body."""
    return Body.objects.all() if prepares_for_all(user) else user.serves.all()


def check_may_prepare(user, body):
    """Raises PermissionDenied for a `user` (User) who does not prepare meetings of `body` (Body)."""
    if not may_prepare(user, body):
        raise PermissionDenied("You may prepare meetings of your own bodies only.")
