"""What stands in the admin's menu: our own parts, those that belong together under one word."""

from wagtail.admin.menu import Menu, SubmenuMenuItem

# Wagtail's own parts, by name. Items of our lists are made by Wagtail too, so the class of an item tells nothing.
WAGTAILS_OWN = {"explorer", "documents", "snippets", "forms", "reports", "settings", "help"}
# The word, its name, its icon, its place, and the items below it (by their names).
TOGETHER = (
    ("Who takes part", "who-takes-part", "group", 125, ("targets", "ease")),
    ("Helping people answer", "helping-people", "help", 130, ("new-card", "calls", "paper-forms")),
    ("Pictures and sound", "pictures-and-sound", "image", 160, ("pictures", "films", "read-aloud", "pages-to-record")),
)


def few_words(items, everything=False):
    """The menu of one person. `items`: list of MenuItem that may be shown to them. Returns a list of MenuItem.

    `everything`: bool, with Wagtail's own items, which are for an administrator alone. A part of ours is in the menu
    because it is ours: nobody has to add its name to a list.
    """
    for item in items:
        if item.name == "images":
            item.label, item.name, item.order = "Pictures", "pictures", 160
    return put_together([item for item in items if everything or is_ours(item)])


def is_ours(item):
    """Whether an `item` (MenuItem) is a part of this product. Returns bool."""
    return item.name not in WAGTAILS_OWN


def put_together(items):
    """`items` (list of MenuItem), those that belong together under one word where somebody has 2 or more of them."""
    for label, name, icon, order, names in TOGETHER:
        below = sorted((item for item in items if item.name in names), key=lambda item: item.order)
        if len(below) > 1:
            items = [item for item in items if item not in below]
            items.append(SubmenuMenuItem(label, Menu(items=below), name=name, icon_name=icon, order=order))
    return items
