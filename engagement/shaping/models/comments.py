"""What a person said about one sentence or one picture of a draft."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class CommentQuerySet(models.QuerySet):
    """Comments by what may be done with them."""

    def standing(self):
        """The last word of each voice that was not taken back; those held out for somebody's safety are not here."""
        return self.filter(is_current=True, held_out=False, voice__taken_back_at=None)

    def counted(self):
        """Those in the totals: of voices that count (SEAMS.md, Counting). A count says no words, so all are here."""
        late = Q(voice__taken_back_at=None) | Q(voice__taken_back_after_closing=True)
        return self.filter(late, is_current=True)

    def to_read(self):
        """Those that stand and hold words that nobody has read."""
        return self.standing().exclude(words="").filter(read_at=None)

    def waiting(self):
        """Those that stand and have no answer in a draft yet."""
        return self.standing().filter(change=None)


class Comment(models.Model):
    """One voice about one sentence, or one picture, of one draft. Said otherwise later, it is a new row."""

    class Kind(models.TextChoices):
        SAY = "say", "I want to say something"
        HARD = "hard", "This is hard to understand"
        WRONG = "wrong", "This is wrong"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    voice = models.ForeignKey("voices.Voice", on_delete=models.CASCADE, related_name="comments")
    draft = models.ForeignKey("shaping.Draft", on_delete=models.PROTECT, related_name="comments")
    place = models.CharField(max_length=12)  # which sentence or picture: shaping/places.py
    is_picture = models.BooleanField(default=False)
    sentence = models.TextField()  # as it stood on that day; for a picture, the words beside it
    kind = models.CharField(max_length=5, choices=Kind.choices)
    words = models.TextField(blank=True)  # exactly as said; escaped wherever it is shown (DESIGN.md 6.4)
    given_at = models.DateTimeField(default=timezone.now)
    is_current = models.BooleanField(default=True)
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="comments_read"
    )
    may_show = models.BooleanField(default=False)  # somebody read the words and allows them; consent is asked too
    held_out = models.BooleanField(default=False)  # for somebody's safety: in no list, count of words or page (3.6)
    # What became of it: a change of a later draft, or a suggestion not taken with its reason.
    change = models.ForeignKey(
        "shaping.Change", null=True, blank=True, on_delete=models.SET_NULL, related_name="comments"
    )

    objects = CommentQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["given_at", "pk"]
        indexes = [
            models.Index(
                fields=["draft", "place", "kind"], condition=Q(is_current=True), name="shaping_said_of_a_place"
            ),
            models.Index(
                fields=["given_at"], condition=Q(read_at=None, is_current=True) & ~Q(words=""), name="shaping_to_read"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["voice", "draft", "place", "kind"],
                condition=Q(is_current=True),
                name="shaping_one_word_a_place",
            ),
            models.CheckConstraint(
                condition=~Q(kind="say") | ~Q(words="") | Q(is_current=False), name="shaping_says_something"
            ),
            models.CheckConstraint(condition=~Q(sentence=""), name="shaping_comment_keeps_the_sentence"),
            models.CheckConstraint(
                condition=Q(may_show=False) | Q(read_at__isnull=False), name="shaping_shown_only_when_read"
            ),
        ]

    def __str__(self):
        return f"Comment {self.public_id}"
