"""What the device holds in a page of answering: the secret in its cookie, a worker's tablet, and the card."""

from django.conf import settings
from django.urls import reverse
from django.utils.functional import cached_property

from ..flows import clear_device
from ..keys import key_of, link_token_of
from ..models import HandOver
from ..shown_card import card_address, opens

COOKIE = "answering"
OVER_COOKIE = "tablet_handed_over"
DAY = 24 * 3600


class Device:
    """The part of a Visit that is of the device. It needs `request`, `address`, `secret`, `voice` and `go`."""

    @cached_property
    def over(self):
        """The HandOver when a worker gave this tablet to the person, or None."""
        secret = self.request.COOKIES.get(OVER_COOKIE, "")[:200]
        if not secret:
            return None
        rows = HandOver.objects.out().select_related("support__draft", "support__organisation")
        return rows.filter(key=key_of(secret), support__draft__isnull=False).first()

    @cached_property
    def token(self):
        """The token of the long link that belongs to this device's secret (str)."""
        return link_token_of(self.secret)

    @property
    def card_link(self):
        """The whole long link of this device's card (str)."""
        return self.request.build_absolute_uri(card_address(self.token))

    @property
    def has_card(self):
        """Whether this device holds a card that works: sent, not taken back, and no newer card was given since."""
        voice = self.voice
        return voice is not None and voice.taken_back_at is None and opens(voice.card, self.token)

    def remember(self, response, secret, seconds=None):
        """Keep `secret` (str) on this device, for this round's pages of answering alone. Returns the response."""
        response.set_cookie(
            COOKIE,
            secret,
            max_age=seconds or settings.DAYS_TO_COME_BACK * DAY,
            path=reverse("answer", args=[self.address]),
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
        return response

    def forget(self, **query):
        """Clear this device, so that the next person starts clean (Q10). Returns HttpResponse."""
        if self.secret and not query:  # with the card of "Stop for now" they go on elsewhere
            clear_device(secret=self.secret)
        response = self.go("answer", **query or {"cleared": "yes"})
        response.delete_cookie(COOKIE, path=reverse("answer", args=[self.address]), samesite="Lax")
        response["Clear-Site-Data"] = '"cache"'  # pages in memory; not "cookies", which would also clear the look
        return response
