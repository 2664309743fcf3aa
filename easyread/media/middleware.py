"""What is far too big is refused by the length that it announces, before a byte of it is read (S3)."""

from django.shortcuts import render

from .. import conf


def takes_up_to(most):
    """A view that takes files: requests of up to `most` bytes. All others take EASYREAD_MOST_UPLOAD.

    `most`: int, or a function that tells it from what the address names.
    """

    def mark(view):
        view.most_upload = most
        return view

    return mark


class NotTooBig:
    """Refuses a request that says it is bigger than its page takes. It stands before anything that reads a form.

    What comes without a length has no content for Django, and nobody can send more than they announce.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """The kind page, status 413, or None. The rest of the request is never read."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        most = getattr(view, "most_upload", None) or conf.most_upload()
        most = most(**kwargs) if callable(most) else most
        if not length.isdecimal() or int(length) <= most:
            return None
        return render(request, "easyread/too_big.html", {"most": most // 1024 // 1024}, status=413)
