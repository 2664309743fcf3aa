"""The public list of what happened: append-only, each entry chained to the one before (DESIGN.md 6.10, V1)."""

from django.db import models

from .sealing import canonical, seal_of

FIRST = "0" * 64


class EntryQuerySet(models.QuerySet):
    """Reading the list; nothing in it can be changed or removed in bulk either."""

    def update(self, **values):
        raise TypeError("The record only grows: an entry cannot be changed.")

    def delete(self):
        raise TypeError("The record only grows: an entry cannot be removed.")

    def about(self, subject):
        """Entries about one thing. `subject`: its public id (UUID). Returns a queryset, oldest first."""
        return self.filter(subject=subject)


class Entry(models.Model):
    """One public fact: what happened to which thing on which day, and the seal of all that went before."""

    number = models.PositiveBigIntegerField(unique=True)
    day = models.DateField()  # The day and never the time, so that nobody can be found by it (SEAMS.md).
    fact = models.CharField(max_length=60)
    subject = models.UUIDField(db_index=True)
    data = models.JSONField(default=dict)
    commitment = models.CharField(max_length=64, blank=True)
    previous_seal = models.CharField(max_length=64)
    seal = models.CharField(max_length=64, unique=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "entries"

    def __str__(self):
        return f"{self.number} {self.fact}"

    def content(self):
        """What is sealed: everything but the seal itself. Returns a dict."""
        return {
            "number": self.number,
            "day": self.day.isoformat(),
            "fact": self.fact,
            "subject": str(self.subject),
            "data": self.data,
            "commitment": self.commitment,
            "previous_seal": self.previous_seal,
        }

    def computed_seal(self):
        """SHA-256 of the content's canonical text, as 64 hexadecimal digits."""
        return seal_of(self.content())

    def line(self):
        """The entry as one line of the public file, with its seal and without the line's end. Returns str."""
        return canonical(self.content() | {"seal": self.seal})

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("The record only grows: an entry cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("The record only grows: an entry cannot be removed.")


class Head(models.Model):
    """The last number and seal of the chain: one row, locked while entries are added, so that no two share a number."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    seal = models.CharField(max_length=64, default=FIRST)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="record_one_head")]

    def __str__(self):
        return f"{self.number} {self.seal[:12]}"
