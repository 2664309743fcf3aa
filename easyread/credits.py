"""What must be said of a picture: its name, who made it, its licence, and whether it was changed (P7)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Makers:
    """Several pictures of one maker under one licence: as short as the licence allows, for the last page of a PDF."""

    author: str
    licence: str
    licence_url: str
    titles: list
    changed: list


def by_maker(pictures):
    """The credits of `pictures` (iterable of Picture) put together by maker and licence. Returns a list of Makers."""
    groups = {}
    for picture in sorted({p.pk: p for p in pictures}.values(), key=lambda p: (p.author, p.title.lower(), p.pk)):
        groups.setdefault((picture.author, picture.licence, picture.licence_url), []).append(picture)
    return [
        Makers(
            author=author,
            licence=licence,
            licence_url=address,
            titles=[picture.title for picture in made],
            changed=[picture.title for picture in made if picture.changed],
        )
        for (author, licence, address), made in groups.items()
    ]
