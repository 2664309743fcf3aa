"""What the pages of plans and rounds show of themselves: the sentences that are made from their fields."""

from django.utils import timezone

from easyread.dates import full_date

# What people can change, when a round says no more about it.
PROMISES = {
    "tell": ["We tell you what will happen.", "You cannot change this plan."],
    "ask": ["You tell us what you think.", "Your answers help them to decide."],
    "together": ["You and we write this plan together.", "You can change what it says."],
    "decide": ["You choose.", "They have promised to do what most people choose."],
}
SHORT = "Why you have less than 12 weeks"
MOVED = "We moved the last day"
ANSWER, TELL = "Answer the questions", "Tell us something"
SHARE = "What we may have to tell others"
# The texts that tell enough to decide (T8): field, heading, icon.
REASONS = [
    ("why", "Why we want this", "info"),
    ("other_choices", "What else we could do", "change"),
    ("bad_points", "What may be bad about it", "thumb-down"),
    ("cost", "What it costs", "pound"),
]


def plan_reading(plan):
    """What the page of a plan (ProposalPage) shows of itself. Returns a dict."""
    texts = [{"title": title, "icon": icon, "words": plan.lines_of(name)} for name, title, icon in REASONS]
    return {
        "back": [{"href": "/have-your-say/", "text": "all plans"}],
        "when_decided": when_decided(plan),
        "contact": contact_of(plan),
        "reasons": [text for text in texts if text["words"]],
    }


def round_reading(page):
    """What the pages of a round (RoundPage) show of themselves. Returns a dict."""
    plan = page.proposal
    return {
        "back": [{"href": plan.address, "text": plan.title} if plan else {"href": "/", "text": "the home page"}],
        "promise_words": promise_of(page),
        "print_href": f"{page.address}easy-read.pdf",
        "dates": dates_of(page),
        "answer_text": TELL if page.is_always_open else ANSWER,
        "may_share": page.lines_of("may_share"),
        "share_title": SHARE,
        "short_reason": page.lines_of("short_reason"),
        "short_title": SHORT,
        "moves": moves_of(page),
        "moved_title": MOVED,
        "when_decided": when_decided(plan) if plan else [],
        "contact": contact_of(plan) if plan else None,
    }


def promise_of(page):
    """What people can change in a round, in its own words or in ours, without its name again. A list of str."""
    said = page.lines_of("promise_words") or PROMISES.get(page.promise, [])
    return [sentence for sentence in said if sentence.rstrip(".") != page.get_promise_display()]


def contact_of(plan):
    """Who people can ask about a plan: a dict with `name` and `ways` (for components/link_list.html), or None."""
    phone, email, address = plan.contact_phone, plan.contact_email, plan.contact_address
    ways = [
        {"icon": "phone", "text": f"Phone {phone}", "href": f"tel:{phone.replace(' ', '')}"} if phone else None,
        {"icon": "message", "text": f"Email {email}", "href": f"mailto:{email}"} if email else None,
        {"icon": "place", "text": f"Write to {address}"} if address else None,
    ]
    ways = [way for way in ways if way]
    return {"name": plan.contact_name, "ways": ways} if ways or plan.contact_name else None


def when_decided(plan):
    """When the body will decide, or wanted to, as a list of Easy Read sentences."""
    if plan.decide_on is None:
        return []
    verb = "wanted" if plan.decide_on < timezone.localdate() else "want"
    return [f"They {verb} to decide on {full_date(plan.decide_on)}."]


def dates_of(page):
    """When a round (RoundPage) is open, as a list of Easy Read sentences (N4)."""
    closes = full_date(page.closes_on) if page.closes_on else ""
    if page.stage == "closed":
        return [f"It closed on {closes}."]
    if page.stage == "open":
        return [f"You can answer until {closes}."] if closes else ["It is always open."]
    return [*opening_of(page), f"It closes on {closes}."] if closes else opening_of(page)


def opening_of(page):
    """When a round that is not open yet opens, as far as we know, as a list of Easy Read sentences."""
    if page.cleared_on:
        return [f"It opens on {full_date(page.opened_on)}."]
    if page.opens_on > timezone.localdate():
        return [f"We want to open it on {full_date(page.opens_on)}."]
    return ["It is not open yet.", "We are still checking it."]


def coming_words(page):
    """When people can have their say in a round that is not open yet, in one Easy Read sentence (str)."""
    if page.cleared_on:
        return f"You can have your say from {full_date(page.opened_on)}."
    if page.opens_on > timezone.localdate():
        return f"We want to ask you from {full_date(page.opens_on)}."
    return "We will ask you what you think."


def moves_of(page):
    """When the last day of a round was moved, and why, as a list of lists of Easy Read sentences, oldest first."""
    if page.is_always_open or not (page.pk and getattr(page.proposal, "has_moved", True)):
        return []
    return [
        [
            f"The last day was {full_date(move.moved_from)}.",
            f"Now it is {full_date(move.moved_to)}.",
            *move.reasons,
        ]
        for move in page.moves.all()
    ]
