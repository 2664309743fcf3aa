"""What somebody typed about one sentence of a draft and has not sent yet (Q10)."""

from django.db import models


class UnsentWords(models.Model):
    """Words beside one sentence or one picture, kept while the person looks for help or goes back.

    `key` is the SHA-256 of the secret of the person's device, as of their unsent answers (docs/answering.md). Staff
    have no page that shows them, and they go when they are sent, cleared or old.
    """

    key = models.CharField(max_length=64)
    draft = models.ForeignKey("shaping.Draft", on_delete=models.CASCADE, related_name="+")
    place = models.CharField(max_length=12)  # as in Comment
    words = models.TextField()
    saved_at = models.DateTimeField(auto_now=True, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "draft", "place"], name="shaping_one_unsent_a_place"),
            models.CheckConstraint(condition=~models.Q(words=""), name="shaping_unsent_says_something"),
        ]

    def __str__(self):
        return f"Unsent words about draft {self.draft_id}"
