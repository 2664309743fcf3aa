"""What a person may choose about how pages look and sound. One cookie, which says nothing of who they are (Q12)."""

from dataclasses import asdict, dataclass, fields

COOKIE = "look"

# The first value of each is what a person has who chose nothing.
CHOICES = {
    "text": {"normal": "Normal", "smaller": "Smaller", "bigger": "Bigger", "biggest": "Biggest"},
    "theme": {
        "light": "Calm and light",
        "dark": "Calm and dark",
        "soft": "Soft colours",
        "contrast": "Strong colours",
        "device": "The same as my phone or computer",
    },
    "spacing": {"normal": "Normal", "more": "More space"},
    "pictures": {
        "normal": "Normal",
        "big": "Big pictures",
        "off": "No pictures",
        "words": "Only words: no pictures and no small signs",
    },
    "less": {"no": "Show all parts", "yes": "Show less on each page"},
    "faces": {"yes": "Show faces", "no": "No faces"},
    "listen": {"normal": "Normal", "slow": "Slower", "fast": "Faster"},
}


@dataclass(frozen=True)
class Look:
    """One person's choices. Every value is one of CHOICES: anything else becomes the usual value."""

    text: str = "normal"
    theme: str = "light"
    spacing: str = "normal"
    pictures: str = "normal"
    less: str = "no"
    faces: str = "yes"
    listen: str = "normal"

    def __post_init__(self):
        for field in fields(self):
            if getattr(self, field.name) not in CHOICES[field.name]:
                object.__setattr__(self, field.name, field.default)

    @classmethod
    def from_cookie(cls, value):
        """The look that `value` (str or None, from anybody) stands for; unknown parts are left out."""
        parts = dict(pair.split(":", 1) for pair in (value or "")[:200].split(".") if ":" in pair)
        return cls(**{name: parts[name] for name in CHOICES if name in parts})

    def as_cookie(self):
        """The look as one short str, such as "text:bigger.theme:dark"; the usual values are left out."""
        usual = Look()
        return ".".join(f"{name}:{value}" for name, value in asdict(self).items() if value != getattr(usual, name))
