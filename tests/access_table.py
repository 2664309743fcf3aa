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
HOLDER_ONLY = ["in", *["no"] * 6]  # only a person with a place, or their supporter: no role is enough
DECIDERS_POST = ["in", "no", "no", "no", 405, 405, 405]
WORKERS = ["in", "no", 200, "no", "no", "no", "no"]  # who works at an organisation; nobody else, also not staff
WORKER_SENT_ON = ["in", "no", 302, "no", "no", "no", "no"]
PMU_POSTS = ["in", "no", "no", "no", "no", 405, 405]
CHECKERS = ["in", "no", "no", 200, "no", "no", "no"]  # nobody checks for them, an administrator neither

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
    "api/rounds/<uuid:id>/counted.jsonl": ("/api/rounds/{closed_id}/counted.jsonl", EVERYBODY),
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
    "who-decides/<slug:slug>/meetings/": ("/who-decides/{body}/meetings/", EVERYBODY),
    "who-decides/<slug:slug>/ask/": ("/who-decides/{asked_body}/ask/", EVERYBODY),
    "who-decides/<slug:slug>/<day:day>/": ("{met}", EVERYBODY),
    "who-decides/<slug:slug>/<day:day>/ask/": ("{met}ask/", EVERYBODY),
    "my-meetings/": ("/my-meetings/", EVERYBODY),
    "my-meetings/place/<uuid:place>/supporter/": ("/my-meetings/place/{place}/supporter/", HOLDER_ONLY),
    "my-meetings/place/<uuid:place>/supporter/<int:supporter>/remove/": (
        "/my-meetings/place/{place}/supporter/1/remove/",
        [405] * 7,
    ),
    "my-meetings/place/<uuid:place>/name/": ("/my-meetings/place/{place}/name/", HOLDER_ONLY),
    "my-meetings/<uuid:meeting>/": ("/my-meetings/{met_id}/", HOLDER_ONLY),
    "my-meetings/<uuid:meeting>/ask/": ("/my-meetings/{met_id}/ask/", HOLDER_ONLY),
    "my-meetings/<uuid:meeting>/stop/": ("/my-meetings/{met_id}/stop/", HOLDER_ONLY),
    "my-meetings/<uuid:meeting>/asked/<uuid:question>/take-back/": (
        "/my-meetings/{met_id}/asked/{asked_id}/take-back/",
        HOLDER_ONLY,
    ),
    "my-voice/": ("/my-voice/", EVERYBODY),
    "my-voice/lost/": ("/my-voice/lost/", EVERYBODY),
    "my-voice/<str:token>/card/": ("/my-voice/{token}/card/", EVERYBODY),
    "my-voice/<str:token>/": ("/my-voice/{token}/", EVERYBODY),
    "my-voice/<str:token>/change/<uuid:question>/": ("/my-voice/{token}/change/{question}/", EVERYBODY),
    "my-voice/<str:token>/take-back/": ("/my-voice/{token}/take-back/", EVERYBODY),
    "support/": ("/support/", WORKERS),
    "support/new/<int:pk>/": ("/support/new/{open_pk}/", WORKERS),
    "support/<uuid:public_id>/": ("/support/{sent}/", WORKERS),
    "support/<uuid:public_id>/change/<uuid:asked>/": ("/support/{sent}/change/{question}/", WORKERS),
    "support/<uuid:public_id>/no-longer/": ("/support/{sent}/no-longer/", WORKER_SENT_ON),
    "support/<uuid:public_id>/card/": ("/support/{sent}/card/", WORKERS),
    "support/<uuid:public_id>/new-card/": ("/support/{sent}/new-card/", WORKERS),
    "support/<uuid:public_id>/clear/": ("/support/{visit}/clear/", WORKERS),
    "support/<uuid:public_id>/check/": ("/support/{visit}/check/", WORKERS),
    "support/<uuid:public_id>/<int:number>/": ("/support/{visit}/1/", WORKERS),
    "support/<uuid:public_id>/<slug:name>/": ("/support/{visit}/how/", WORKERS),
    "<path:path>/standard/": ("{open}standard/", EVERYBODY),
    "<path:path>/results/": ("{closed}results/", EVERYBODY),
    "<path:path>/easy-read.pdf": ("{open}easy-read.pdf", EVERYBODY),
    "<path:path>/draft-<int:number>/easy-read.pdf": ("{plan}draft-1/easy-read.pdf", EVERYBODY),
    "<path:path>/draft-<int:number>/": ("{plan}draft-1/", EVERYBODY),
    "<round:address>/answer/": ("{open}answer/", EVERYBODY),
    "<round:address>/answer/<int:number>/": ("{open}answer/1/", SENDS_ON),
    "<round:address>/answer/about/": ("{open}answer/about/", SENDS_ON),
    "<round:address>/answer/check/": ("{open}answer/check/", SENDS_ON),
    "<round:address>/answer/done/": ("{open}answer/done/", SENDS_ON),
    "<round:address>/answer/card/": ("{open}answer/card/", EVERYBODY),
    "<round:address>/answer/send-card/": ("{open}answer/send-card/", SENDS_ON),
    "^accounts/(?:password/|reauthenticate/$)": ("/accounts/password/change/", ["in"] * 7),  # nobody has one
}

# Every address of ours below /admin/.
ADMIN = {
    "admin/new-card/": ("/admin/new-card/", PMU_ONLY),
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
    "admin/bodies/<int:pk>/workers/": ("/admin/bodies/{organisation}/workers/", PMU_ONLY),
    "admin/bodies/<int:pk>/workers/<int:worker>/end/": ("/admin/bodies/{organisation}/workers/1/end/", PMU_POSTS),
    "admin/bodies/<int:pk>/independence/": ("/admin/bodies/{organisation}/independence/", PMU_ONLY),
    "admin/meetings/": ("/admin/meetings/", PMU_ONLY),
    "admin/meetings/new/": ("/admin/meetings/new/", PMU_ONLY),
    "admin/meetings/edit/<int:pk>/": ("/admin/meetings/edit/{meeting}/", PMU_ONLY),
    "admin/papers/": ("/admin/papers/", PMU_ONLY),
    "admin/papers/new/": ("/admin/papers/new/", PMU_ONLY),
    "admin/papers/edit/<int:pk>/": ("/admin/papers/edit/{paper}/", PMU_ONLY),
    "admin/opening/": ("/admin/opening/", PMU_ONLY),
    "admin/opening/<int:pk>/close-later/": ("/admin/opening/{open_pk}/close-later/", PMU_ONLY),
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
ADMIN["admin/checking/"] = ("/admin/checking/", CHECKERS)
ADMIN["admin/checking/<int:pk>/"] = ("/admin/checking/{check}/", CHECKERS)
ADMIN["admin/checking/<int:pk>/page/"] = ("/admin/checking/{check}/page/", CHECKERS)
for _part in ("put-right", "take-down"):
    ADMIN[f"admin/live-page/<int:pk>/{_part}/"] = (f"/admin/live-page/{{open_pk}}/{_part}/", PMU_ONLY)
ADMIN["admin/drafts/<int:pk>/publish/"] = ("/admin/drafts/{draft}/publish/", PMU_ONLY)
ADMIN["admin/outcomes/<int:pk>/action/<int:action>/"] = ("/admin/outcomes/{decision_pk}/action/{action}/", DECIDERS)

for _part in ("", "new/", "places/", "places/new/", "asked/"):
    ADMIN[f"admin/room/{_part}"] = (f"/admin/room/{_part}", DECIDERS)
for _part in ("", "facts/", "call-off/", "item/", "paper/"):
    ADMIN[f"admin/room/<int:pk>/{_part}"] = (f"/admin/room/{{met_pk}}/{_part}", DECIDERS)
for _part, _answers in (("", DECIDERS), ("remove/", DECIDERS_POST)):
    _route = f"admin/room/<int:pk>/item/<int:item>/{_part}"
    ADMIN[_route] = (f"/admin/room/{{met_pk}}/item/{{item}}/{_part}", _answers)
for _part, _answers in (("", DECIDERS), ("send/", DECIDERS), ("remove/", DECIDERS_POST)):
    _route = f"admin/room/<int:pk>/paper/<int:paper>/{_part}"
    ADMIN[_route] = (f"/admin/room/{{met_pk}}/paper/{{met_paper}}/{_part}", _answers)
ADMIN["admin/room/<int:pk>/announce/"] = ("/admin/room/{met_pk}/announce/", DECIDERS_POST)
ADMIN["admin/room/places/<int:pk>/"] = ("/admin/room/places/{place_pk}/", DECIDERS)
ADMIN["admin/room/asked/<int:pk>/"] = ("/admin/room/asked/{asked_pk}/", DECIDERS)
ADMIN["admin/room/asked/<int:pk>/answer/"] = ("/admin/room/asked/{asked_pk}/answer/", DECIDERS)
ADMIN["admin/outcomes/agenda/<int:item>/"] = ("/admin/outcomes/agenda/{item}/", DECIDERS)

# First parts of Wagtail's own addresses below /admin/, as of 8.0. A new one here is a thing to look at.
WAGTAIL_PARTS = {
    *("", "^.*", "account", "api", "block-preview", "bulk", "choose-anchor-link", "choose-email-link"),
    *("choose-external-link", "choose-page", "choose-phone-link", "collections", "dismissibles", "documents"),
    *("editing-sessions", "embeds", "failwhale", "groups", "images", "jsi18n", "login", "logout", "pages"),
    *("password_reset", "redirects", "reports", "settings", "sites", "snippets", "sprite", "tag-autocomplete"),
    *("test404", "users", "workflows"),
}
