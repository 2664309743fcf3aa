"""What a worker entered: visits, group sessions and imported rows that were sent. Nobody else's."""

from django.db.models import Q

from engagement.bodies.permissions import organisations_led_by

from .models import Voice


def entries_of(user):
    """The voices that `user` (User) entered for people; for a lead, also those of the organisation. A queryset."""
    mine = Q(entered_by=user)
    if led := [body.pk for body in organisations_led_by(user)]:
        mine |= Q(support__organisation__in=led) | Q(group_session__organisation__in=led)
    return Voice.objects.filter(mine)
