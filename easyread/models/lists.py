"""The lists of words that staff keep: what the Easy Read check of this site knows beyond its own (W1 to W4, W7).

All are short texts without a page; `easyread/lists.py` hands them to the rules.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower

from ..conf import is_english
from ..rules import ERROR, check

LONGEST = 60
NOT_EASY = "Write the meaning in Easy Read. %s"
ON_BOTH = "This stands in the list of the community’s own words. Take it out there first."
THE_SAME = "Write 2 different words."


class Listed(models.Model):
    """One row of a list: a word, or a few words together."""

    words = models.CharField(max_length=LONGEST, help_text="A word, or a few words that belong together.")

    class Meta:
        abstract = True
        ordering = [Lower("words")]

    def __str__(self):
        return self.words

    def clean(self):
        """Write the spaces one way. Raises ValidationError."""
        super().clean()
        for field in self._meta.fields:
            if isinstance(field, models.CharField):
                setattr(self, field.attname, " ".join(getattr(self, field.attname).replace("|", " ").split()))
        if not any(sign.isalnum() for sign in self.words):
            raise ValidationError({"words": "Write a word."})


def once(name):
    """The constraint that a word stands in its list once, whatever its capital letters."""
    return models.UniqueConstraint(
        Lower("words"), name=f"easyread_{name}_once", violation_error_message="This is in the list already."
    )


class CommunityWord(Listed):
    """A word that the people who read here use themselves. The check never calls it hard."""

    why = models.CharField(max_length=160, blank=True, help_text="Who asked for it, or why. Only staff read this.")

    class Meta(Listed.Meta):
        verbose_name = "word of the community"
        verbose_name_plural = "words of the community"
        constraints = [once("community_word")]


class PlainerWord(Listed):
    """A word to say differently on this site, and what to write in its place."""

    instead = models.CharField(max_length=120, help_text="What to write in its place.")

    class Meta(Listed.Meta):
        verbose_name = "word to say differently"
        verbose_name_plural = "words to say differently"
        constraints = [once("plainer_word")]

    def clean(self):
        super().clean()
        if self.instead.lower() == self.words.lower():
            raise ValidationError({"instead": THE_SAME})
        if CommunityWord.objects.filter(words__iexact=self.words).exists():
            raise ValidationError({"words": ON_BOTH})


class GlossaryWord(Listed):
    """A hard word that is needed, and what it means. A page that uses it must say what it means (W2)."""

    meaning = models.CharField(max_length=200, help_text="What it means, in Easy Read: 1 or 2 short sentences.")

    class Meta(Listed.Meta):
        verbose_name = "hard word and its meaning"
        verbose_name_plural = "hard words and their meanings"
        constraints = [once("glossary_word")]

    def clean(self):
        super().clean()
        # its own word is no fault of the meaning
        faults = [one for one in check(self.meaning, glossary=[self.words]) if one.level == ERROR]
        if faults and is_english():
            raise ValidationError({"meaning": [NOT_EASY % f"“{one.text}”: {one.message}" for one in faults]})


class KnownInitials(Listed):
    """Initials, or a name in capital letters, that people here know better than the full words (W4)."""

    stands_for = models.CharField(max_length=120, blank=True, help_text="The full words. Only staff read this.")

    class Meta(Listed.Meta):
        verbose_name = "initials that people know"
        verbose_name_plural = "initials that people know"
        constraints = [once("known_initials")]


class OneThing(Listed):
    """2 words for 1 thing: the one to use all the way through, and the one to leave out (W3)."""

    leave_out = models.CharField(max_length=LONGEST, help_text="The other word for the same thing: leave it out.")

    class Meta(Listed.Meta):
        verbose_name = "2 words for 1 thing"
        verbose_name_plural = "2 words for 1 thing"
        constraints = [
            models.UniqueConstraint(
                Lower("words"),
                Lower("leave_out"),
                name="easyread_one_thing_once",
                violation_error_message="This is in the list already.",
            )
        ]

    def __str__(self):
        return f"{self.words}, not {self.leave_out}"

    def clean(self):
        super().clean()
        if self.leave_out.lower() == self.words.lower():
            raise ValidationError({"leave_out": THE_SAME})
