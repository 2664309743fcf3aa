"""The lists of words that staff keep, as snippets in one menu: each says in plain words what it is for."""

from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import CommunityWord, GlossaryWord, KnownInitials, OneThing, PlainerWord
from .writing.panel import Writing


def explained(help_text, *panels):
    """The `panels` (FieldPanels) of a list with a plain `help_text` (str) over them."""
    return [HelpPanel(f"<p>{help_text}</p>"), *panels]


class WordList(SnippetViewSet):
    """One list: found by its words, shown in order, exported for who wants to read it elsewhere."""

    add_to_admin_menu = False
    ordering = ["words"]
    search_backend_name = None  # in the database itself: the lists are short
    search_fields = ["words"]
    list_per_page = 50
    copy_view_enabled = False
    inspect_view_enabled = False


class CommunityWords(WordList):
    """Words that are never called hard."""

    model, icon = CommunityWord, "group"
    list_display = list_export = ["words", "why"]
    panels = explained(
        "The Easy Read check never calls these words hard. They are the words of the people who read here.",
        FieldPanel("words"),
        FieldPanel("why", heading="Why it is here"),
    )


class PlainerWords(WordList):
    """Words to say differently."""

    model, icon = PlainerWord, "edit"
    list_display = list_export = ["words", "instead"]
    panels = explained(
        "The Easy Read check warns when somebody writes these words. It says what to write in their place.",
        FieldPanel("words"),
        FieldPanel("instead", heading="Write this instead"),
    )


class GlossaryWords(WordList):
    """Hard words and what they mean."""

    model, icon = GlossaryWord, "openquote"
    list_display = list_export = ["words", "meaning"]
    panels = explained(
        "Sometimes we need a hard word. The Easy Read check then asks each page to say what the word means. "
        "It shows the writer this meaning.",
        Writing(["meaning"], heading="While you write"),
        FieldPanel("words"),
        FieldPanel("meaning"),
    )


class Initials(WordList):
    """Initials that people know."""

    model, icon = KnownInitials, "title"
    list_display = list_export = ["words", "stands_for"]
    panels = explained(
        "The Easy Read check asks for full words. People here know these, so it lets them pass.",
        FieldPanel("words", heading="Initials"),
        FieldPanel("stands_for"),
    )


class OneThings(WordList):
    """2 words for 1 thing."""

    model, icon = OneThing, "list-ul"
    list_display = list_export = ["words", "leave_out"]
    panels = explained(
        "Sometimes there are 2 words for 1 thing. The Easy Read check warns when a page uses both.",
        FieldPanel("words", heading="Use this word"),
        FieldPanel("leave_out", heading="Leave this word out"),
    )


class WordLists(SnippetViewSetGroup):
    """All of them, under one name in the menu; only for those who may change them."""

    items = (CommunityWords, PlainerWords, GlossaryWords, Initials, OneThings)
    menu_label, menu_icon, menu_name, menu_order = "Words we use", "openquote", "words-we-use", 320
