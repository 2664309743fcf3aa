"""The roles a user may have: Django groups with fixed names, each with what it may do."""

from django.contrib.auth.models import Group, Permission

PMU = "Programme Management Unit"
SECRETARY = "Secretary of a body"
CHECKER = "Easy-read checker"
ADVOCACY_WORKER = "Advocacy worker"
SAFEGUARDING = "Safeguarding lead"
WORD_LISTS = ("communityword", "plainerword", "glossaryword", "knowninitials", "onething")

# Permissions as "app_label.codename". Only roles that work in the admin have "wagtailadmin.access_admin".
PERMISSIONS = {
    PMU: [
        "wagtailadmin.access_admin",
        *[f"bodies.{verb}_{model}" for verb in ("add", "change", "view") for model in ("body", "meeting", "paper")],
        *[f"heard.{verb}_{model}" for verb in ("add", "change", "view") for model in ("theme", "whatweheard")],
        "heard.read_voices",
        "heard.publish_what_we_heard",
        *[f"decisions.{verb}_decision" for verb in ("add", "change", "view")],
        "decisions.record_decision",
        "decisions.publish_outcome",
        *[f"shaping.{verb}_{model}" for verb in ("add", "change", "view") for model in ("draft", "workshop")],
        *[f"easyread.{verb}_picture" for verb in ("add", "change", "view")],
        *[f"easyread.{verb}_{model}" for verb in ("add", "change", "delete", "view") for model in WORD_LISTS],
        "easyread.add_spokensentence",
        "easyread.add_film",
        "easyread.view_film",
        "easyread.see_checking_time",
        "voices.give_new_card",
        "voices.set_targets",
        "voices.type_paper",
        "voices.phone_people",
        "voices.see_ease",
    ],
    SECRETARY: ["wagtailadmin.access_admin", "decisions.record_decision", "decisions.view_decision"],
    CHECKER: ["wagtailadmin.access_admin", "easyread.check_pages", "voices.see_ease"],
    ADVOCACY_WORKER: [],
    SAFEGUARDING: ["wagtailadmin.access_admin"],
}


def ensure_roles():
    """Make every role's group and give it its permissions; safe to run again. Returns the dict name → Group.

    Raises LookupError when a permission is not there, so that a slip in the table above is seen at once.
    """
    return {name: _ensure(name, wanted) for name, wanted in PERMISSIONS.items()}


def _ensure(name, wanted):
    group, _ = Group.objects.get_or_create(name=name)
    found = {
        f"{p.content_type.app_label}.{p.codename}": p
        for p in Permission.objects.filter(codename__in=[w.split(".")[1] for w in wanted]).select_related(
            "content_type"
        )
    }
    missing = set(wanted) - set(found)
    if missing:
        raise LookupError(f"No such permission: {', '.join(sorted(missing))}")
    group.permissions.add(*[found[w] for w in wanted])
    return group
