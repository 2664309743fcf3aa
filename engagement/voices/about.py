"""What people may tell about themselves: the choices, and how an answer is read. All of it is optional."""

from django.core.exceptions import ValidationError

from .models import AboutYou
from .models.voices import Provenance, Speaking

NOT_SAY = "not_say"  # the same as leaving it out: nothing is stored of it
WHO = [
    (Speaking.LEARNING_DISABILITY, "I have a learning disability"),
    (Speaking.AUTISTIC, "I am autistic"),
    (Speaking.CARER, "I am a carer"),
    (Speaking.FAMILY, "I am a family member"),
    (Speaking.STAFF, "I am a member of staff"),
]
HELPED = [
    (AboutYou.Helped.NO, "No"),
    (AboutYou.Helped.READ, "They read it to me"),
    (AboutYou.Helped.WROTE, "They wrote for me"),
    (AboutYou.Helped.DECIDED, "They helped me to decide"),
    (NOT_SAY, "I do not want to say"),  # a button once pressed cannot be let go without another one
]
WHOSE = [
    (Provenance.OWN_WORDS, "These are my own words"),
    (Provenance.READ_BACK, "Someone wrote my words and read them to me. I agree with them"),
    (Provenance.SUMMARY, "A supporter put my words in a shorter way"),
    (Provenance.SOMEONE_ELSE, "I am answering for someone else. This is my view"),
]
# The districts of Kent, and Medway, which is its own council; each with the towns that help people to find theirs.
PLACES = [
    "Ashford", "Canterbury", "Dartford", "Dover", "Folkestone and Hythe", "Gravesham", "Maidstone", "Medway",
    "Sevenoaks", "Swale", "Thanet", "Tonbridge and Malling", "Tunbridge Wells", "Somewhere else",
]  # fmt: skip
WRONG = "Choose 1 of the answers on this page."


def cleaned_about(about):
    """What was told (dict), ready for the draft. Raises ValidationError for what cannot be chosen."""
    who = [value for value, _ in WHO if value in about.get("who", [])]
    cleaned = {
        "who": [str(value) for value in who],
        "place": about.get("place") or "",
        "helped": about.get("helped") or "",
        "whose": about.get("whose") or "",
        "publish": bool(about.get("publish")),
        "picture": bool(about.get("picture")),
        "voice": bool(about.get("voice")),
        "film": bool(about.get("film")),
    }
    allowed = {"place": PLACES, "helped": dict(HELPED), "whose": Provenance.values}
    cleaned["helped"] = "" if cleaned["helped"] == NOT_SAY else cleaned["helped"]
    wrong = [name for name, values in allowed.items() if cleaned[name] and cleaned[name] not in values]
    if wrong or len(who) != len(set(about.get("who", []))):
        raise ValidationError(WRONG, code="about")
    return cleaned


def speaking_of(who):
    """The one value that says who is speaking. `who`: list of Speaking values. Returns a Speaking."""
    if not who:
        return Speaking.NOT_SAID
    return Speaking(who[0]) if len(who) == 1 else Speaking.SEVERAL
