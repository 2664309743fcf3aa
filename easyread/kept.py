"""What many requests need and everybody gets alike, kept in this process until any public content changes (F5).

A page that is kept whole needs nothing of this. It is for pages of answering: they are each person's own, but the plan,
the round, its questions and whom to ask are the same for all who answer.
"""

MOST = 500  # things of one stamp; then it starts anew
_kept = {}


def kept(request, key, make):
    """What `make` (function) gives, made once for each state of the public content.

    `key`: tuple that names it. `make` must depend on nothing but rows that the public may see: not on the person and
    not on the day. Nobody may change what comes out. Without a stamp on the `request` it is made each time.
    """
    stamp = getattr(request, "content_stamp", None)
    if stamp is None:
        return make()
    found = _kept.get(stamp())
    if found is None or len(found) >= MOST:
        _kept.clear()
        found = _kept.setdefault(stamp(), {})
    if key not in found:
        found[key] = make()
    return found[key]
