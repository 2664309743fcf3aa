"""A meeting as everybody can see it: can I come, the agenda, the papers, what people said, and the public record."""

from django.db.models import Count, Exists, OuterRef, Q

from easyread.blocks import lines
from easyread.dates import full_date
from engagement.bodies.models import Meeting, PlaceHolder, Seat
from engagement.decisions.models import Decision

from .cards import Card

UNKNOWN = "We do not know."
COME = {
    Meeting.Come.ANYONE: ["Yes.", "Anyone can come."],
    Meeting.Come.ASK: ["Yes.", "Please ask us first."],
    Meeting.Come.MEMBERS: ["No.", "Only members can come.", "You can read here what happens."],
    Meeting.Come.UNKNOWN: [UNKNOWN],
}
PAID = {Meeting.Paid.YES: ["Yes."], Meeting.Paid.NO: ["No."], Meeting.Paid.UNKNOWN: [UNKNOWN]}


def public_meetings():
    """Meetings that everybody can see: announced, or with a published decision. A queryset of Meeting."""
    decided = Decision.objects.published().filter(meeting=OuterRef("pk")).order_by()
    return Meeting.objects.filter(Q(announced_on__isnull=False) | Exists(decided)).select_related("body")


def meeting_at(slug, day):
    """The public meeting of the body with this `slug` (str) on `day` (date), or None."""
    return public_meetings().select_related("body__picture").filter(body__slug=slug, held_on=day).first()


def time_words(meeting):
    """When a `meeting` (Meeting) is, as a list of sentences."""
    words = [full_date(meeting.held_on)]
    if meeting.starts_at:
        words.append(f"{clock(meeting.starts_at)}{f' to {clock(meeting.ends_at)}' if meeting.ends_at else ''}")
    return words


def clock(time):
    """A `time` as "2pm" or "2:30pm" (N5)."""
    minutes = f":{time:%M}" if time.minute else ""
    return f"{time.hour % 12 or 12}{minutes}{'am' if time.hour < 12 else 'pm'}"


def facts_of(meeting):
    """What somebody must know who wants to come, as rows for components/summary_list.html."""
    rows = [
        ("When is it?", time_words(meeting), "calendar"),
        ("Where is it?", [*lines(meeting.place), *lines(meeting.getting_there)] or [UNKNOWN], "place"),
        ("Can I join online?", lines(meeting.online) or ["No." if meeting.announced_on else UNKNOWN], "message"),
        ("Can I come?", COME[meeting.who_can_come], "people"),
        ("Who can I ask about it?", contact_words(meeting), "phone"),
        ("Is my time paid?", [*PAID[meeting.time_paid], *lines(meeting.pay_words)], "pound"),
        ("Is my travel paid?", PAID[meeting.travel_paid], "pound"),
        ("What help is there?", lines(meeting.support) or [UNKNOWN], "ask"),
    ]
    return [{"question": question, "answer": answer, "icon": icon} for question, answer, icon in rows]


def contact_words(meeting):
    """Who to ask about a `meeting` (Meeting), as a list of words."""
    words = [meeting.contact_name, meeting.contact_phone, meeting.contact_email]
    return [each for each in words if each] or [UNKNOWN]


def contact_links(meeting):
    """How people can reach those who know about a `meeting` (Meeting), for components/link_list.html."""
    phone, email = meeting.contact_phone, meeting.contact_email
    links = []
    if phone:
        links.append({"icon": "phone", "text": f"Phone {phone}", "href": f"tel:{phone.replace(' ', '')}"})
    if email:
        links.append({"icon": "message", "text": f"Email {email}", "href": f"mailto:{email}"})
    return links


def places_at(meeting):
    """Whether the places for people are filled at a `meeting` (Meeting): a dict with words and is_empty. One query."""
    on = Q(holders__since__lte=meeting.held_on) & (Q(holders__until=None) | Q(holders__until__gte=meeting.held_on))
    seats = Seat.objects.filter(body=meeting.body, for_people=True).annotate(filled=Count("holders", filter=on))
    seats = list(seats)
    if not seats:
        return {"words": ["This group has no places kept for people."], "is_empty": True}
    filled, known = sum(seat.filled for seat in seats), sum(seat.number or 0 for seat in seats)
    empty = max(0, known - filled)
    words = [people_with_places(filled)]
    least = any(seat.number_is_least for seat in seats)
    words.insert(0, counted(known, least) if known else "We do not know how many places there are.")
    if empty:
        words.append("1 place is empty." if empty == 1 else f"{empty} places are empty.")
    return {"words": words, "is_empty": bool(empty or not filled)}


def counted(places, least):
    """How many `places` (int) are kept for people, as a sentence. `least`: whether there may be more."""
    how_many = "1 place is" if places == 1 else f"{places} places are"
    return f"At least {how_many} kept for people." if least else f"{how_many} kept for people."


def people_with_places(filled):
    """How many people hold a place (int), as a sentence."""
    if filled == 0:
        return "Nobody has a place now."
    return "1 person has a place." if filled == 1 else f"{filled} people have a place."


def decisions_at(meeting):
    """The published decisions of a `meeting` (Meeting), as a list. One query."""
    return list(Decision.objects.published().filter(meeting=meeting).select_related("proposal", "meeting__body"))


def meetings_of(body, most=12):
    """The newest public meetings of a `body` (Body), as a list of Cards. One query."""
    return [meeting_card(meeting, meeting.address) for meeting in public_meetings().filter(body=body)[:most]]


def meeting_card(meeting, href, words=()):
    """A `meeting` (Meeting) as a Card that leads to `href` (str)."""
    tag, kind = ("Called off", "no") if meeting.called_off else ("", "") if meeting.is_over else ("To come", "soon")
    title = f"Meeting on {full_date(meeting.held_on)}"
    return Card(title=title, href=href, words=list(words), tag=tag, kind=kind, is_example=meeting.is_example)


def shown_names(body):
    """The names of people with a place on a `body` (Body) who said that they may be read: a list of sentences."""
    named = PlaceHolder.objects.on().filter(seat__body=body).exclude(shown_name="").order_by("since", "pk")
    return [f"{name} has a place on this group." for name in named.values_list("shown_name", flat=True)]
