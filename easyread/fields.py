"""A StreamField whose blocks stay out of migrations: changing a block then makes no migration (docs/blocks.md)."""

from wagtail.fields import StreamField


class LightStreamField(StreamField):
    """A StreamField that tells migrations it has no blocks.

    The database column is the same whatever the blocks are, so only old data needs care when a block changes:
    see docs/blocks.md. The price: inside a migration, this field cannot build block values, only raw JSON.
    """

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
