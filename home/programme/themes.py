"""What was heard in the example rounds: themes with their answers and quotes, and the published account.

Each is made by the flows of `heard`, in the order in which the PMU works, and dated back.
"""

from easyread.models import Picture
from engagement.heard.flows import make_theme, pick_quote, publish_what_we_heard, write_what_we_heard
from engagement.heard.models import Quote, Theme, WhatWeHeard
from engagement.voices.models import Answer


def load_themes(loading, row, plan, *, users, bodies):
    """Load what was heard in the rounds of one plan. `row`: its data file; `plan`: dict, see demo.py.

    Adds the themes (key → Theme) and quotes ((theme key, voice) → Quote) to `plan`. Once an account is published, new
    themes and quotes in the data files come too late, as they would for the PMU.
    """
    for each in row["round"]:
        if each["slug"] in plan["rounds"] and users.get("pmu"):
            _Heard(loading, f"{row['proposal']}/{each['slug']}", each, plan, users["pmu"]).load()


class _Heard:
    """What was heard in one round."""

    def __init__(self, loading, key, row, plan, pmu):
        self.loading, self.key, self.row, self.plan, self.pmu = loading, key, row, plan, pmu
        self.page = plan["rounds"][row["slug"]]
        self.ids = plan["answers"].get(row["slug"], {})
        self.answers = Answer.objects.select_related("voice").in_bulk(self.ids.values())
        self.is_out = WhatWeHeard.objects.filter(round=self.page).exclude(published_at=None).exists()

    def load(self):
        """Load themes, quotes, and the account."""
        for place, row in enumerate(self.row["theme"]):
            theme = self.theme(place, row)
            if theme:
                self.plan["themes"][row["key"]] = theme
                for quote in row["quotes"]:
                    self.quote(theme, row, quote)
        self.account()

    def theme(self, place, row):
        """One theme with its answers. Returns the Theme; None when staff removed it, or when it comes too late."""
        name = f"{self.key}/{row['key']}"
        if self.is_out and not self.loading.knows(Theme, name):
            return None
        words = {name: row[name].strip() for name in ("title", "plain", "standard")}
        values = {"round_id": self.page.pk, "picture_id": self.loading.picture(row["picture"]), "sort_order": place}
        answers = [self.answers[self.ids[name]] for name in row["answers"]]

        def make(values):
            picture = Picture.objects.filter(pk=values["picture_id"]).first()
            return make_theme(round=self.page, by=self.pmu, picture=picture, answers=answers, **words)

        return self.loading.put(Theme, name, words | values, make=make)

    def quote(self, theme, theme_row, row):
        """One quote, kept in `plan` by its theme and its voice; none when it comes too late."""
        name = f"{self.key}/{theme_row['key']}/{row['from']}"
        if self.is_out and not self.loading.knows(Quote, name):
            return
        answer = self.answers[self.ids[row["from"]]]

        def make(values):
            return pick_quote(theme=theme, answer=answer, by=self.pmu, words=row["words"])

        values = {"theme_id": theme.pk, "answer_id": answer.pk, "words": row["words"]}
        made = self.loading.put(Quote, name, values, make=make)
        self.plan["quotes"][theme_row["key"], row["from"].partition(".")[0]] = made

    def account(self):
        """What was heard, published on its day."""
        words = {"plain": self.row["plain"].strip(), "standard": self.row["standard"]}
        on = self.loading.moment(self.row["published"])

        def make(values):
            account = write_what_we_heard(round=self.page, by=self.pmu, **words)
            return publish_what_we_heard(account=account, by=self.pmu, at=on)

        values = {"round_id": self.page.pk, "published_at": on, "published_by_id": self.pmu.pk}
        self.loading.put(WhatWeHeard, self.key, words | values, make=make)
