"""Who may open which address: the table that tests/test_access.py walks (S7).

Roles, in the order of each row's answers: nobody (not signed in), person (signed in, no role), worker, checker,
secretary, pmu, admin. An answer is a status; "in" stands for a redirect to signing in, "no" for Wagtail's kind refusal
(a redirect to the admin's first page with a message, or to where the person may go).
"""

ROLES = ["nobody", "person", "worker", "checker", "secretary", "pmu", "admin"]

EVERYBODY = [200] * 7
PMU_ONLY = ["in", "no", "no", "no", "no", 200, 200]
DECIDERS = ["in", "no", "no", "no", 200, 200, 200]
SENDS_ON = [302] * 7
PMU_POSTS = ["in", "no", "no", "no", "no", 405, 405]

# Every address of ours that is not under /admin/: its pattern, an example, and the answers to GET.
PUBLIC = {
    "health/": ("/health/", EVERYBODY),
    "look/": ("/look/", EVERYBODY),
    "look.css": ("/look.css", EVERYBODY),
    "pictures/": ("/pictures/", EVERYBODY),
    "accounts/where-to/": ("/accounts/where-to/", ["in"] + [302] * 6),
    "accounts/first/": ("/accounts/first/", [410] * 7),
    "accounts/first/<str:token>/": ("/accounts/first/wrong/", SENDS_ON),
    "api/": ("/api/", SENDS_ON),
    "api/record.jsonl": ("/api/record.jsonl", EVERYBODY),
    "api/openapi.json": ("/api/openapi.json", EVERYBODY),
    "api/bodies": ("/api/bodies", EVERYBODY),
    "api/bodies/<slug>": ("/api/bodies/{body}", EVERYBODY),
    "api/proposals": ("/api/proposals", EVERYBODY),
    "api/proposals/<id>": ("/api/proposals/{plan_id}", EVERYBODY),
    "api/rounds/<id>/results": ("/api/rounds/{closed_id}/results", EVERYBODY),
    "api/decisions": ("/api/decisions", EVERYBODY),
    "api/decisions/<slug>": ("/api/decisions/{decision}", EVERYBODY),
    "api/record": ("/api/record", EVERYBODY),
    "^api/(?P<list>bodies|proposals|decisions|record)/$": ("/api/bodies/", SENDS_ON),
    "what-happened/": ("/what-happened/", EVERYBODY),
    "what-happened/<slug:slug>/": ("/what-happened/{decision}/", EVERYBODY),
    "what-happened/<slug:slug>/easy-read.pdf": ("/what-happened/{decision}/easy-read.pdf", EVERYBODY),
    "who-decides/": ("/who-decides/", EVERYBODY),
    "who-decides/map/": ("/who-decides/map/", EVERYBODY),
    "who-decides/<slug:slug>/": ("/who-decides/{body}/", EVERYBODY),
    "my-voice/": ("/my-voice/", EVERYBODY),
    "my-voice/<str:token>/": ("/my-voice/{token}/", EVERYBODY),
    "my-voice/<str:token>/change/<uuid:question>/": ("/my-voice/{token}/change/{question}/", EVERYBODY),
    "my-voice/<str:token>/take-back/": ("/my-voice/{token}/take-back/", EVERYBODY),
    "<path:path>/standard/": ("{open}standard/", EVERYBODY),
    "<path:path>/results/": ("{closed}results/", EVERYBODY),
    "<path:path>/easy-read.pdf": ("{open}easy-read.pdf", EVERYBODY),
    "<path:path>/draft-<int:number>/": ("{plan}draft-1/", EVERYBODY),
    "<round:address>/answer/": ("{open}answer/", EVERYBODY),
    "<round:address>/answer/<int:number>/": ("{open}answer/1/", SENDS_ON),
    "<round:address>/answer/about/": ("{open}answer/about/", SENDS_ON),
    "<round:address>/answer/check/": ("{open}answer/check/", SENDS_ON),
    "<round:address>/answer/done/": ("{open}answer/done/", SENDS_ON),
}

# Every address of ours below /admin/.
ADMIN = {
    "admin/heard/": ("/admin/heard/", PMU_ONLY),
    "admin/heard/<int:pk>/": ("/admin/heard/{answer}/", PMU_ONLY),
    "admin/heard/<int:pk>/show/": ("/admin/heard/{answer}/show/", PMU_POSTS),
    "admin/what-we-heard/": ("/admin/what-we-heard/", PMU_ONLY),
    "admin/what-we-heard/<int:pk>/": ("/admin/what-we-heard/{closed_pk}/", PMU_ONLY),
    "admin/what-we-heard/theme/<int:pk>/": ("/admin/what-we-heard/theme/{theme}/", PMU_ONLY),
    "admin/drafts/": ("/admin/drafts/", PMU_ONLY),
    "admin/drafts/new/": ("/admin/drafts/new/", PMU_ONLY),
    "admin/drafts/edit/<int:pk>/": ("/admin/drafts/edit/{draft}/", PMU_ONLY),
    "admin/bodies/": ("/admin/bodies/", PMU_ONLY),
    "admin/bodies/new/": ("/admin/bodies/new/", PMU_ONLY),
    "admin/bodies/edit/<int:pk>/": ("/admin/bodies/edit/{body_pk}/", PMU_ONLY),
    "admin/meetings/": ("/admin/meetings/", PMU_ONLY),
    "admin/meetings/new/": ("/admin/meetings/new/", PMU_ONLY),
    "admin/meetings/edit/<int:pk>/": ("/admin/meetings/edit/{meeting}/", PMU_ONLY),
    "admin/papers/": ("/admin/papers/", PMU_ONLY),
    "admin/papers/new/": ("/admin/papers/new/", PMU_ONLY),
    "admin/papers/edit/<int:pk>/": ("/admin/papers/edit/{paper}/", PMU_ONLY),
    "admin/outcomes/": ("/admin/outcomes/", DECIDERS),
    "admin/outcomes/record/": ("/admin/outcomes/record/", DECIDERS),
    "admin/outcomes/record/<int:proposal>/": ("/admin/outcomes/record/{plan_pk}/", DECIDERS),
    "admin/outcomes/<int:pk>/": ("/admin/outcomes/{decision_pk}/", DECIDERS),
    "admin/outcomes/<int:pk>/change/": ("/admin/outcomes/{decision_pk}/change/", DECIDERS),
    "admin/outcomes/<int:pk>/publish/": ("/admin/outcomes/{decision_pk}/publish/", PMU_POSTS),
    "admin/outcomes/<int:pk>/confirm/": (
        "/admin/outcomes/{decision_pk}/confirm/",
        ["in", "no", "no", "no", 405, 405, 405],
    ),
    "admin/outcomes/<int:pk>/action/": ("/admin/outcomes/{decision_pk}/action/", DECIDERS),
}


def model_rows(name, pk, *, deletes=None):
    """The rows of one of Wagtail's sets of screens for a model. `name`, `pk`: address and example (str)."""
    nobody_deletes = ["in", *["no"] * 5, 200]
    return {
        f"admin/{name}/results/": (f"/admin/{name}/results/", PMU_ONLY),
        f"admin/{name}/delete/<int:pk>/": (f"/admin/{name}/delete/{{{pk}}}/", deletes or nobody_deletes),
        f"admin/{name}/history/<int:pk>/": (f"/admin/{name}/history/{{{pk}}}/", PMU_ONLY),
        f"admin/{name}/history-results/<int:pk>/": (f"/admin/{name}/history-results/{{{pk}}}/", PMU_ONLY),
        f"admin/{name}/usage/<int:pk>/": (f"/admin/{name}/usage/{{{pk}}}/", PMU_ONLY),
    }


for _name, _pk in (("bodies", "body_pk"), ("drafts", "draft"), ("meetings", "meeting"), ("papers", "paper")):
    ADMIN |= model_rows(_name, _pk)

for _part, _answers in (
    ("put", PMU_POSTS),
    ("write", PMU_ONLY),
    ("publish", PMU_POSTS),
    ("correct", PMU_ONLY),
    ("take-down", PMU_ONLY),
):
    ADMIN[f"admin/what-we-heard/<int:pk>/{_part}/"] = (f"/admin/what-we-heard/{{closed_pk}}/{_part}/", _answers)
for _part, _answers in (("out", PMU_POSTS), ("quote", PMU_ONLY), ("quiet", PMU_POSTS)):
    _route = f"admin/what-we-heard/theme/<int:pk>/<int:answer>/{_part}/"
    ADMIN[_route] = (f"/admin/what-we-heard/theme/{{theme}}/{{answer}}/{_part}/", _answers)
ADMIN["admin/what-we-heard/theme/<int:pk>/remove/"] = ("/admin/what-we-heard/theme/{theme}/remove/", PMU_POSTS)
ADMIN["admin/drafts/<int:pk>/publish/"] = ("/admin/drafts/{draft}/publish/", PMU_ONLY)
ADMIN["admin/outcomes/<int:pk>/action/<int:action>/"] = ("/admin/outcomes/{decision_pk}/action/{action}/", DECIDERS)

# First parts of Wagtail's own addresses below /admin/, as of 8.0. A new one here is a thing to look at.
WAGTAIL_PARTS = {
    *("", "^.*", "account", "api", "block-preview", "bulk", "choose-anchor-link", "choose-email-link"),
    *("choose-external-link", "choose-page", "choose-phone-link", "collections", "dismissibles", "documents"),
    *("editing-sessions", "embeds", "failwhale", "groups", "images", "jsi18n", "login", "logout", "pages"),
    *("password_reset", "redirects", "reports", "settings", "sites", "snippets", "sprite", "tag-autocomplete"),
    *("test404", "users", "workflows"),
}
