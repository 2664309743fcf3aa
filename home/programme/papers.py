"""The papers that the register of bodies is made from."""

from engagement.bodies.models import Paper

from .files import read

FIELDS = ("title", "short_title", "publisher", "date_words", "about")


def load_papers(loading):
    """Load every paper of papers.toml. `loading`: the run (Loading). Returns the dict slug → Paper."""
    papers = {}
    for row in read("papers.toml", data=loading.data)["paper"]:
        values = {"slug": row["slug"]} | {name: row[name].strip() for name in FIELDS}
        found = Paper.objects.filter(slug=row["slug"]).first()
        papers[row["slug"]] = loading.put(Paper, row["slug"], values, found=found)
    return papers
