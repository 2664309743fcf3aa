"""What the Listen button asks for: the list of people's recordings, and each of them."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from .. import media
from ..models import SpokenSentence


@require_safe
@conditional_page
def recordings(request):
    """Which sentences a person reads: their fingerprints and addresses, the same for everybody.

    Asked anew each time, so that nobody hears somebody who agrees no longer.
    """
    rows = SpokenSentence.objects.to_hear().order_by("fingerprint").values_list("fingerprint", "public_id")
    sentences = {fingerprint: reverse("easyread:recording", args=[public_id]) for fingerprint, public_id in rows}
    return JsonResponse({"sentences": sentences}, headers={"Cache-Control": "no-cache"})


@require_safe
def recording(request, public_id):
    """One sentence, read by a person who agrees today; nobody keeps it."""
    reading = get_object_or_404(SpokenSentence.objects.to_hear(), public_id=public_id)
    return media.serve(request, name=reading.file, content_type="audio/mpeg", filename="sentence.mp3")
