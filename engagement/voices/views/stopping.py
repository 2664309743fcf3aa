"""Stop now: a card with pictures and a square for a phone camera, to come back within 30 days (Q10)."""

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.urls import reverse
from django.utils.functional import cached_property

from easyread.dates import full_date
from easyread.reading import pictures_of

from ..flows import stop_for_now
from ..keys import back_token_of, card_ideas
from ..models import ComeBack
from ..said import NOT_SAVED
from ..shown_card import name_of, qr_of
from .gates import with_draft
from .going_on import where_next
from .places import known, page_of


@with_draft
def stop(visit):
    """The card of somebody who stops. POST makes it, or clears this device and leaves the answers to the card."""
    if visit.over:  # on a worker's tablet there is no card: the tablet goes back
        return visit.go("answer_give_back")
    if visit.request.method != "POST":
        return show(visit)
    return visit.forget(left="yes") if visit.request.POST.get("go") == "leave" else stop_now(visit)


def stop_now(visit, here=""):
    """Make the card and show it. `here`: the page of the press, as places.py names it. Returns HttpResponse."""
    page = known(here) or page_of(visit)
    try:
        stop_for_now(draft=visit.draft, secret=visit.secret, page="" if page == "stop" else page)
    except ValidationError as error:
        return visit.lost() if error.code == "gone" else visit.show("closed")
    except OperationalError:  # a full or busy disk: the answers are as they were, and the press can be tried again
        return show(visit, errors=[{"id": "stop", "text": NOT_SAVED}], status=503)
    return visit.go("answer_stop")


def show(visit, errors=(), status=200):
    """The page with the card, or with the button that makes it. Returns HttpResponse."""
    way = ComeBack.objects.filter(draft_key=visit.draft.key).first()
    return visit.show(
        "stop",
        status=status,
        errors=errors,
        card=StopCard(visit, way) if way else None,
        here="stop",
        go_on_href=visit.link(*where_next(visit)),
    )


class StopCard:
    """What the template shows of a way back. `visit`: Visit of the device that holds the secret. `way`: ComeBack."""

    def __init__(self, visit, way):
        self.visit, self.way = visit, way

    @cached_property
    def link(self):
        """The whole link to go on with (str)."""
        path = reverse("come_back", args=[back_token_of(self.visit.secret)])
        return self.visit.request.build_absolute_uri(path)

    @property
    def qr(self):
        """The link as a square for a phone camera (safe SVG)."""
        return qr_of(self.link)

    @cached_property
    def pictures(self):
        """The three pictures: the same that stand on the card after sending. A list of dict."""
        ideas = card_ideas(self.visit.draft.key)
        found = pictures_of(*ideas)
        return [{"picture": found.get(idea), "name": name_of(idea, found.get(idea))} for idea in ideas]

    @property
    def words(self):
        """What stands on the card, as Easy Read sentences."""
        return [f"You can go on until {full_date(self.way.until)}.", "You can use any phone or computer."]
