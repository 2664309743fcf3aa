"""The card a person takes away: three pictures and a short code, and a long link to their own words."""

from django.db import models


class Card(models.Model):
    """One voice's card. The long link is not stored, only its SHA-256, so that a leaked copy opens nothing."""

    voice = models.OneToOneField("voices.Voice", on_delete=models.CASCADE, related_name="card")
    code = models.CharField(max_length=10, unique=True)  # shows the round's trail and nothing of the person
    pictures = models.JSONField(default=list)  # three ideas, such as ["bus", "tree", "key"]
    link_key = models.CharField(max_length=64, unique=True)
    renewed_on = models.DateField(null=True, blank=True)  # the last day the person was given a new long link

    wagtail_reference_index_ignore = True

    class Meta:
        permissions = [("give_new_card", "Can give a new card to a person whose answers staff typed in")]

    def __str__(self):
        return self.code
