"""Who may open which address: the table that tests/test_access.py walks (S7).

Roles, in the order of each row's answers: nobody (not signed in), person (signed in, no role), worker, checker,
secretary, pmu, admin. An answer is a status; "in" stands for a redirect to signing in, "no" for Wagtail's kind refusal
(a redirect to the admin's first page with a message, or to where the person may go).
"""

ROLES = ["nobody", "person", "worker", "checker", "secretary", "pmu", "admin"]

EVERYBODY = [200] * 7
NOBODY = "00000000-0000-0000-0000-000000000000"
PMU_ONLY = ["in", "no", "no", "no", "no", 200, 200]
DECIDERS = ["in", "no", "no", "no", 200, 200, 200]
SENDS_ON = [302] * 7
HOLDER_ONLY = ["in", *["no"] * 6]  # only a person with a place, or their supporter: no role is enough
DECIDERS_POST = ["in", "no", "no", "no", 405, 405, 405]
WORKERS = ["in", "no", 200, "no", "no", "no", "no"]  # who works at an organisation; nobody else, also not staff
WORKERS_AND_UNIT = ["in", "no", 200, "no", "no", 200, 200]
WORKERS_POST = ["in", "no", 405, "no", "no", "no", "no"]
NOBODY_BY_ROLE = ["in", *["no"] * 6]  # only named safeguarding leads: no role is enough, an administrator's neither
WORKER_SENT_ON = ["in", "no", 302, "no", "no", "no", "no"]
PMU_POSTS = ["in", "no", "no", "no", "no", 405, 405]
CHECKERS_AND_UNIT = ["in", "no", "no", 200, "no", 200, 200]
CHECKERS = ["in", "no", "no", 200, "no", "no", "no"]  # nobody checks for them, an administrator neither

# Every address of ours that is not under /admin/: its pattern, an example, and the answers to GET.
PUBLIC = {
    "health/": ("/health/", EVERYBODY),
    "look/": ("/look/", EVERYBODY),
    "look.css": ("/look.css", EVERYBODY),
    "pictures/": ("/pictures/", EVERYBODY),
    "films/<uuid:public_id>.mp4": (f"/films/{NOBODY}.mp4", [404] * 7),  # there is no such film
    "films/<uuid:public_id>.vtt": (f"/films/{NOBODY}.vtt", [404] * 7),
    "listen/recordings.json": ("/listen/recordings.json", EVERYBODY),
    "listen/<uuid:public_id>.mp3": (f"/listen/{NOBODY}.mp3", [404] * 7),  # nobody reads a sentence here
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
    "api/debts": ("/api/debts", EVERYBODY),
    "api/record": ("/api/record", EVERYBODY),
    "^api/(?P<list>bodies|proposals|decisions|debts|record)/$": ("/api/bodies/", SENDS_ON),
    "tell-us/": ("/tell-us/", EVERYBODY),
    "tell-us/told/<uuid:theme>/": ("/tell-us/told/{told_id}/", EVERYBODY),
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
    "my-meetings/<uuid:meeting>/asked/<uuid:question>/sound/": (
        "/my-meetings/{met_id}/asked/{asked_id}/sound/",
        HOLDER_ONLY,
    ),
    "my-voice/": ("/my-voice/", EVERYBODY),
    "my-voice/lost/": ("/my-voice/lost/", EVERYBODY),
    "my-voice/<str:token>/card/": ("/my-voice/{token}/card/", EVERYBODY),
    "my-voice/<str:token>/": ("/my-voice/{token}/", EVERYBODY),
    "my-voice/<str:token>/change/<uuid:question>/": ("/my-voice/{token}/change/{question}/", EVERYBODY),
    "my-voice/<str:token>/felt/": ("/my-voice/{token}/felt/", SENDS_ON),
    "my-voice/<str:token>/file/<uuid:public_id>/": ("/my-voice/{token}/file/{own_file}/", EVERYBODY),
    "my-voice/<str:token>/file/<uuid:public_id>/delete/": ("/my-voice/{token}/file/{own_file}/delete/", EVERYBODY),
    "said/<uuid:public_id>/": ("/said/{public_file}/", EVERYBODY),
    "my-voice/<str:token>/take-back/": ("/my-voice/{token}/take-back/", EVERYBODY),
    "support/": ("/support/", WORKERS),
    "support/paper/": ("/support/paper/", WORKERS_AND_UNIT),
    "support/paper/round/<int:pk>/": ("/support/paper/round/{open_pk}/", WORKERS_AND_UNIT),
    "support/paper/round/<int:pk>/group-sheet.pdf": (
        "/support/paper/round/{open_pk}/group-sheet.pdf",
        WORKERS_AND_UNIT,
    ),
    "support/paper/round/<int:pk>/cards.pdf": ("/support/paper/round/{open_pk}/cards.pdf", WORKERS_AND_UNIT),
    "support/paper/print/<uuid:public_id>/forms.pdf": ("/support/paper/print/{batch}/forms.pdf", WORKERS_AND_UNIT),
    "support/paper/<form_code:code>/": ("/support/paper/{form}/", WORKERS_AND_UNIT),
    "support/paper/<form_code:code>/entry/": ("/support/paper/{typed_form}/entry/", WORKERS_AND_UNIT),
    "support/paper/<form_code:code>/entry/<uuid:public_id>/": (
        "/support/paper/{typed_form}/entry/{scan}/",
        WORKERS_AND_UNIT,
    ),
    "support/paper/<form_code:code>/settle/": ("/support/paper/{differs}/settle/", WORKERS_AND_UNIT),
    "support/group/": ("/support/group/", WORKERS),
    "support/group/new/<int:pk>/": ("/support/group/new/{open_pk}/", WORKERS),
    "support/group/<uuid:public_id>/": ("/support/group/{group_sent}/", WORKERS),
    "support/group/<uuid:public_id>/about/": ("/support/group/{group}/about/", WORKERS),
    "support/group/<uuid:public_id>/clear/": ("/support/group/{group}/clear/", WORKERS),
    "support/group/<uuid:public_id>/check/": ("/support/group/{group}/check/", WORKERS),
    "support/group/<uuid:public_id>/card/": ("/support/group/{group_sent}/card/", WORKERS),
    "support/group/<uuid:public_id>/new-card/": ("/support/group/{group_sent}/new-card/", WORKERS),
    "support/group/<uuid:public_id>/<int:number>/": ("/support/group/{group}/1/", WORKERS),
    "support/group/<uuid:public_id>/<int:number>/words/": ("/support/group/{group}/{with_choices}/words/", WORKERS),
    "support/news/": ("/support/news/", WORKERS),
    "support/news/letters.pdf": ("/support/news/letters.pdf", WORKER_SENT_ON),  # nobody has news here
    "support/news/poster/<slug:slug>.pdf": ("/support/news/poster/{decision}.pdf", WORKERS),
    "support/news/<uuid:public_id>/": ("/support/news/{sent_voice}/", WORKERS),
    "support/news/<uuid:public_id>/letter.pdf": ("/support/news/{sent_voice}/letter.pdf", WORKER_SENT_ON),
    "support/numbers/": ("/support/numbers/", WORKERS_AND_UNIT),
    "support/numbers/<int:pk>/": ("/support/numbers/{open_pk}/", WORKERS_AND_UNIT),
    "support/import/": ("/support/import/", WORKERS),
    "support/import/new/<int:pk>/": ("/support/import/new/{open_pk}/", WORKERS),
    "support/import/<uuid:public_id>/": ("/support/import/{sheet}/", WORKERS),
    "support/import/<uuid:public_id>/columns/": ("/support/import/{sheet}/columns/", WORKERS),
    "support/import/<uuid:public_id>/do/": ("/support/import/{sheet}/do/", WORKER_SENT_ON),
    "support/import/<uuid:public_id>/undo/": ("/support/import/{sheet}/undo/", WORKER_SENT_ON),
    "support/import/<uuid:public_id>/clear/": ("/support/import/{sheet}/clear/", WORKER_SENT_ON),
    "support/calls/": ("/support/calls/", WORKERS),
    "support/calls/<int:pk>/done/": ("/support/calls/1/done/", WORKERS_POST),
    "support/new/<int:pk>/": ("/support/new/{open_pk}/", WORKERS),
    "support/team/": ("/support/team/", WORKERS),  # the worker of this table leads the organisation
    "support/team/sent/": ("/support/team/sent/", WORKERS),
    "support/team/sent/<uuid:public_id>/": ("/support/team/sent/{sent}/", WORKERS),
    "support/team/table/": ("/support/team/table/", WORKERS),
    "support/team/invite/<int:pk>/stop/": ("/support/team/invite/{invite}/stop/", WORKERS_POST),
    "support/team/worker/<int:pk>/leave/": ("/support/team/worker/{colleague}/leave/", WORKERS),
    "support/invite/<str:token>/": ("/support/invite/wrong/", [410] * 7),
    "support/worried/<uuid:public_id>/": ("/support/worried/{sent}/", WORKERS),
    "support/<uuid:public_id>/hand-over/": ("/support/{visit}/hand-over/", WORKERS),
    "support/<uuid:public_id>/": ("/support/{sent}/", WORKERS),
    "support/<uuid:public_id>/change/<uuid:asked>/": ("/support/{sent}/change/{question}/", WORKERS),
    "support/<uuid:public_id>/no-longer/": ("/support/{sent}/no-longer/", WORKER_SENT_ON),
    "support/<uuid:public_id>/card/": ("/support/{sent}/card/", WORKERS),
    "support/<uuid:public_id>/new-card/": ("/support/{sent}/new-card/", WORKERS),
    "support/<uuid:public_id>/clear/": ("/support/{visit}/clear/", WORKERS),
    "support/<uuid:public_id>/check/": ("/support/{visit}/check/", WORKERS),
    "support/<uuid:public_id>/<int:number>/": ("/support/{visit}/1/", WORKERS),
    "support/<uuid:public_id>/<int:number>/<slug:kind>/": ("/support/{visit}/{in_words}/picture/", WORKERS),
    "support/<uuid:public_id>/file/<uuid:file>/": ("/support/{sent}/file/{visit_file}/", WORKERS),
    "support/<uuid:public_id>/<slug:name>/": ("/support/{visit}/how/", WORKERS),
    "<path:path>/standard/": ("{open}standard/", EVERYBODY),
    "api/rounds/<id>/ideas": ("/api/rounds/{closed_id}/ideas", EVERYBODY),
    "<path:path>/ideas/": ("{ideas}ideas/", EVERYBODY),
    "<path:path>/ideas/<int:turn>/": ("{ideas}ideas/3/", EVERYBODY),
    "<path:path>/ideas/<int:turn>/<int:number>/": ("{ideas}ideas/3/1/", EVERYBODY),
    "<path:path>/ideas/idea-<int:number>/": ("{ideas}ideas/idea-1/", EVERYBODY),
    "<path:path>/results/": ("{closed}results/", EVERYBODY),
    "<path:path>/paper-form.pdf": ("{open}paper-form.pdf", EVERYBODY),
    "<path:path>/easy-read.pdf": ("{open}easy-read.pdf", EVERYBODY),
    "<path:path>/draft-<int:number>/easy-read.pdf": ("{plan}draft-1/easy-read.pdf", EVERYBODY),
    "<path:path>/draft-<int:number>/": ("{plan}draft-1/", EVERYBODY),
    "<path:path>/draft-<int:number>/standard/": ("{plan}draft-1/standard/", EVERYBODY),
    "<path:path>/draft-<int:number>/say/<slug:place>/": ("{shaped}draft-{said_number}/say/{said_place}/", SENDS_ON),
    "<path:path>/workshops/": ("{shaped}workshops/", EVERYBODY),
    "<round:address>/answer/say/<int:number>/<slug:place>/": (
        "{talk}answer/say/{said_number}/{said_place}/",
        EVERYBODY,
    ),
    "<round:address>/answer/said/<int:number>/<slug:place>/": (
        "{talk}answer/said/{said_number}/{said_place}/",
        SENDS_ON,
    ),
    "<round:address>/answer/": ("{open}answer/", EVERYBODY),
    "<round:address>/answer/<int:number>/": ("{open}answer/1/", SENDS_ON),
    "<round:address>/answer/<int:number>/<slug:kind>/": ("{open}answer/2/picture/", SENDS_ON),
    "<round:address>/answer/file/<uuid:public_id>/": ("{open}answer/file/{own_file}/", [404] * 7),
    "<round:address>/answer/practice/": ("{open}answer/practice/", SENDS_ON),
    "<round:address>/answer/all/": ("{open}answer/all/", SENDS_ON),
    "<round:address>/answer/ask/": ("{open}answer/ask/", EVERYBODY),
    "<round:address>/answer/stop/": ("{open}answer/stop/", SENDS_ON),
    "<round:address>/answer/easy/": ("{open}answer/easy/", SENDS_ON),
    "come-back/<str:token>/": ("/come-back/wrong/", [404] * 7),
    "<round:address>/answer/about/": ("{open}answer/about/", SENDS_ON),
    "<round:address>/answer/give-back/": ("{open}answer/give-back/", SENDS_ON),
    "<round:address>/answer/check/": ("{open}answer/check/", SENDS_ON),
    "<round:address>/answer/done/": ("{open}answer/done/", SENDS_ON),
    "<round:address>/answer/card/": ("{open}answer/card/", EVERYBODY),
    "<round:address>/answer/send-card/": ("{open}answer/send-card/", SENDS_ON),
    "^accounts/(?:password/|reauthenticate/$)": ("/accounts/password/change/", ["in"] * 7),  # nobody has one
}

# Every address of ours below /admin/.
ADMIN = {
    "admin/new-card/": ("/admin/new-card/", PMU_ONLY),
    "admin/targets/": ("/admin/targets/", PMU_ONLY),
    "admin/targets/<int:pk>/": ("/admin/targets/{open_pk}/", PMU_ONLY),
    "admin/targets/<int:pk>/<int:target>/remove/": ("/admin/targets/{open_pk}/1/remove/", PMU_POSTS),
    "admin/felt-true/": ("/admin/felt-true/", PMU_ONLY),
    "admin/felt-true/<int:pk>/read/": ("/admin/felt-true/1/read/", PMU_POSTS),
    "admin/heard/": ("/admin/heard/", PMU_ONLY),
    "admin/heard/<int:pk>/": ("/admin/heard/{answer}/", PMU_ONLY),
    "admin/heard/file/<uuid:public_id>/": ("/admin/heard/file/{own_file}/", PMU_ONLY),
    "admin/heard/look/<uuid:public_id>/": ("/admin/heard/look/{own_file}/", PMU_ONLY),
    "admin/heard/<int:pk>/worried/": ("/admin/heard/{answer}/worried/", PMU_ONLY),
    "admin/heard/words-that-worry/": ("/admin/heard/words-that-worry/", PMU_ONLY),
    "admin/heard/words-that-worry/<int:pk>/remove/": ("/admin/heard/words-that-worry/1/remove/", PMU_POSTS),
    "admin/heard/<int:pk>/show/": ("/admin/heard/{answer}/show/", PMU_POSTS),
    "admin/what-we-heard/": ("/admin/what-we-heard/", PMU_ONLY),
    "admin/what-we-heard/<int:pk>/workshops/": ("/admin/what-we-heard/{closed_pk}/workshops/", PMU_ONLY),
    "admin/what-we-heard/<int:pk>/": ("/admin/what-we-heard/{closed_pk}/", PMU_ONLY),
    "admin/what-we-heard/<int:pk>/counts.csv": ("/admin/what-we-heard/{closed_pk}/counts.csv", PMU_ONLY),
    "admin/what-we-heard/<int:pk>/ideas/": ("/admin/what-we-heard/{ideas_pk}/ideas/", PMU_ONLY),
    "admin/what-we-heard/<int:pk>/ideas/sort/": ("/admin/what-we-heard/{ideas_pk}/ideas/sort/", PMU_ONLY),
    "admin/what-we-heard/<int:pk>/ideas/put/": ("/admin/what-we-heard/{ideas_pk}/ideas/put/", PMU_POSTS),
    "admin/what-we-heard/idea/<int:pk>/": ("/admin/what-we-heard/idea/{idea}/", PMU_ONLY),
    "admin/what-we-heard/idea/<int:pk>/show/": ("/admin/what-we-heard/idea/{idea}/show/", PMU_POSTS),
    "admin/what-we-heard/idea/<int:pk>/take-down/": ("/admin/what-we-heard/idea/{idea}/take-down/", PMU_ONLY),
    "admin/what-we-heard/idea/<int:pk>/together/": ("/admin/what-we-heard/idea/{idea}/together/", PMU_ONLY),
    "admin/what-we-heard/idea/<int:pk>/apart/": ("/admin/what-we-heard/idea/{idea}/apart/", PMU_POSTS),
    "admin/what-we-heard/idea/<int:pk>/theme/": ("/admin/what-we-heard/idea/{idea}/theme/", PMU_POSTS),
    "admin/what-we-heard/idea/<int:pk>/remove/": ("/admin/what-we-heard/idea/{idea}/remove/", PMU_POSTS),
    "admin/what-we-heard/idea/<int:pk>/<int:answer>/out/": (
        "/admin/what-we-heard/idea/{idea}/{idea_answer}/out/",
        PMU_POSTS,
    ),
    "admin/what-we-heard/idea/<int:pk>/<int:answer>/words/": (
        "/admin/what-we-heard/idea/{idea}/{idea_answer}/words/",
        PMU_ONLY,
    ),
    "admin/what-we-heard/idea/<int:pk>/<int:answer>/quiet/": (
        "/admin/what-we-heard/idea/{idea}/{idea_answer}/quiet/",
        PMU_POSTS,
    ),
    "admin/what-we-heard/theme/<int:pk>/": ("/admin/what-we-heard/theme/{theme}/", PMU_ONLY),
    "admin/drafts/": ("/admin/drafts/", PMU_ONLY),
    "admin/drafts/new/": ("/admin/drafts/new/", PMU_ONLY),
    "admin/drafts/edit/<int:pk>/": ("/admin/drafts/edit/{draft}/", PMU_ONLY),
    "admin/drafts/<int:pk>/versions/": ("/admin/drafts/{draft}/versions/", PMU_ONLY),
    "admin/drafts/<int:pk>/comments/": ("/admin/drafts/{said_draft}/comments/", PMU_ONLY),
    "admin/drafts/<int:pk>/comments/<slug:place>/": ("/admin/drafts/{said_draft}/comments/{said_place}/", PMU_ONLY),
    "admin/drafts/<int:pk>/comments/<slug:place>/read/": (
        "/admin/drafts/{said_draft}/comments/{said_place}/read/",
        PMU_POSTS,
    ),
    "admin/drafts/<int:pk>/comments/<slug:place>/worried/": (
        "/admin/drafts/{said_draft}/comments/{said_place}/worried/",
        PMU_POSTS,
    ),
    "admin/drafts/<int:pk>/writers/": ("/admin/drafts/{said_draft}/writers/", PMU_ONLY),
    "admin/drafts/<int:pk>/writers/<int:writer>/gone/": (
        "/admin/drafts/{said_draft}/writers/{writer}/gone/",
        PMU_POSTS,
    ),
    "admin/workshops/": ("/admin/workshops/", PMU_ONLY),
    "admin/workshops/new/": ("/admin/workshops/new/", PMU_ONLY),
    "admin/workshops/edit/<int:pk>/": ("/admin/workshops/edit/{workshop}/", PMU_ONLY),
    "admin/workshops/<int:pk>/notes/": ("/admin/workshops/{workshop}/notes/", PMU_POSTS),
    "admin/workshops/<int:pk>/photos/<int:photo>/gone/": ("/admin/workshops/{workshop}/photos/1/gone/", PMU_POSTS),
    "admin/bodies/": ("/admin/bodies/", PMU_ONLY),
    "admin/bodies/new/": ("/admin/bodies/new/", PMU_ONLY),
    "admin/bodies/edit/<int:pk>/": ("/admin/bodies/edit/{body_pk}/", PMU_ONLY),
    "admin/bodies/<int:pk>/workers/": ("/admin/bodies/{organisation}/workers/", PMU_ONLY),
    "admin/bodies/<int:pk>/workers/<int:worker>/end/": ("/admin/bodies/{organisation}/workers/1/end/", PMU_POSTS),
    "admin/bodies/<int:pk>/workers/<int:worker>/lead/": ("/admin/bodies/{organisation}/workers/1/lead/", PMU_POSTS),
    "admin/bodies/<int:pk>/independence/": ("/admin/bodies/{organisation}/independence/", PMU_ONLY),
    "admin/meetings/": ("/admin/meetings/", PMU_ONLY),
    "admin/meetings/new/": ("/admin/meetings/new/", PMU_ONLY),
    "admin/meetings/edit/<int:pk>/": ("/admin/meetings/edit/{meeting}/", PMU_ONLY),
    "admin/papers/": ("/admin/papers/", PMU_ONLY),
    "admin/papers/new/": ("/admin/papers/new/", PMU_ONLY),
    "admin/papers/edit/<int:pk>/": ("/admin/papers/edit/{paper}/", PMU_ONLY),
    "admin/opening/": ("/admin/opening/", PMU_ONLY),
    "admin/opening/<int:pk>/holding-back/": ("/admin/opening/{open_pk}/holding-back/", PMU_ONLY),
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
for _part, _answers in (
    ("publish", PMU_POSTS),
    ("put-right", PMU_ONLY),
    ("take-down", PMU_ONLY),
    ("plan", PMU_ONLY),
):
    ADMIN[f"admin/what-we-heard/theme/<int:pk>/{_part}/"] = (
        f"/admin/what-we-heard/theme/{{told_pk}}/{_part}/",
        _answers,
    )
for _part, _answers in (("", DECIDERS), ("answer/", DECIDERS), ("confirm/<int:given>/", DECIDERS_POST)):
    ADMIN[f"admin/answers-owed/<int:pk>/{_part}"] = (
        f"/admin/answers-owed/{{debt}}/{_part}".replace("<int:given>", "1"),
        _answers,
    )
ADMIN["admin/answers-owed/"] = ("/admin/answers-owed/", DECIDERS)
ADMIN["admin/answers-owed/send/<int:theme>/"] = ("/admin/answers-owed/send/{told_pk}/", PMU_ONLY)
ADMIN["admin/checking/"] = ("/admin/checking/", CHECKERS)
ADMIN["admin/checking/<int:pk>/"] = ("/admin/checking/{check}/", CHECKERS)
ADMIN["admin/checking/<int:pk>/page/"] = ("/admin/checking/{check}/page/", CHECKERS)
for _part in ("1/", "end/"):
    ADMIN[f"admin/checking/<int:pk>/{_part.replace('1', '<int:number>')}"] = (
        f"/admin/checking/{{check}}/{_part}",
        CHECKERS,
    )
ADMIN["admin/checking/<int:pk>/name/"] = ("/admin/checking/{check}/name/", NOBODY_BY_ROLE)  # who sent the check alone
ADMIN["admin/checking/my-time/"] = ("/admin/checking/my-time/", CHECKERS)
ADMIN["admin/checking/<int:pk>/thanks/"] = ("/admin/checking/{check}/thanks/", NOBODY_BY_ROLE)  # who sent it alone
for _part in ("my-remarks/", "my-name/", "my-name/off/"):
    ADMIN[f"admin/checking/{_part}"] = (f"/admin/checking/{_part}", CHECKERS)
ADMIN["admin/checking/my-time/<int:pk>/"] = ("/admin/checking/my-time/{sitting}/", NOBODY_BY_ROLE)  # one's own alone
for _part in ("pay/", "pay/table/", "remarks/"):
    ADMIN[f"admin/checking/{_part}"] = (f"/admin/checking/{_part}", PMU_ONLY)
ADMIN["admin/checking/remarks/<int:pk>/"] = ("/admin/checking/remarks/{remark}/", PMU_ONLY)
ADMIN["admin/checking/sound/<int:pk>/"] = ("/admin/checking/sound/{remark_said}/", CHECKERS_AND_UNIT)
ADMIN["admin/question-words/"] = ("/admin/question-words/", PMU_ONLY)
ADMIN["admin/question-words/<int:pk>/"] = ("/admin/question-words/{correction}/", PMU_ONLY)
ADMIN["admin/question-words/<int:pk>/take-back/"] = (
    "/admin/question-words/{correction}/take-back/",
    NOBODY_BY_ROLE,  # who asked for the words alone
)
ADMIN["admin/question-words/<int:pk>/ask/"] = ("/admin/question-words/{answered_question}/ask/", PMU_ONLY)
for _part in ("put-right", "take-down"):
    ADMIN[f"admin/live-page/<int:pk>/{_part}/"] = (f"/admin/live-page/{{open_pk}}/{_part}/", PMU_ONLY)
ADMIN |= model_rows("workshops", "workshop")
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
ADMIN["admin/room/asked/<int:pk>/sound/"] = ("/admin/room/asked/{said_pk}/sound/", DECIDERS)
ADMIN["admin/room/asked/<int:pk>/answer/"] = ("/admin/room/asked/{asked_pk}/answer/", DECIDERS)
ADMIN["admin/outcomes/agenda/<int:item>/"] = ("/admin/outcomes/agenda/{item}/", DECIDERS)

ADMIN["admin/calls/"] = ("/admin/calls/", PMU_ONLY)
ADMIN["admin/calls/<int:pk>/done/"] = ("/admin/calls/1/done/", PMU_POSTS)
ADMIN["admin/calls/<int:pk>/give/"] = ("/admin/calls/1/give/", PMU_POSTS)
ADMIN["admin/easy-or-hard/"] = ("/admin/easy-or-hard/", ["in", "no", "no", 200, "no", 200, 200])
ADMIN["admin/easy-or-hard/<int:pk>/"] = ("/admin/easy-or-hard/{open_pk}/", ["in", "no", "no", 200, "no", 200, 200])
ADMIN["admin/safeguarding-leads/"] = ("/admin/safeguarding-leads/", PMU_ONLY)
ADMIN["admin/safeguarding-leads/<int:pk>/end/"] = ("/admin/safeguarding-leads/1/end/", PMU_POSTS)
ADMIN["admin/safeguarding/"] = ("/admin/safeguarding/", NOBODY_BY_ROLE)
for _part in ("", "done/", "close/"):
    ADMIN[f"admin/safeguarding/<uuid:concern>/{_part}"] = (f"/admin/safeguarding/{{concern}}/{_part}", NOBODY_BY_ROLE)

for _part, _answers in (("", PMU_ONLY), ("new/", PMU_ONLY), ("<int:pk>/end/", PMU_POSTS)):
    ADMIN[f"admin/read-aloud/{_part}"] = (f"/admin/read-aloud/{_part.replace('<int:pk>', '1')}", _answers)
ADMIN["admin/read-aloud/pages/"] = ("/admin/read-aloud/pages/", PMU_ONLY)
ADMIN["admin/read-aloud/pages/<int:pk>/"] = ("/admin/read-aloud/pages/{open_pk}/", PMU_ONLY)
ADMIN["admin/read-aloud/pages/<int:pk>/<slug:key>/"] = (
    "/admin/read-aloud/pages/{open_pk}/no-such-sentence/",
    [302 if answer == 200 else answer for answer in PMU_ONLY],  # back to the sentences that there are
)
ADMIN["admin/films/"] = ("/admin/films/", PMU_ONLY)
ADMIN["admin/films/new/"] = ("/admin/films/new/", PMU_ONLY)
ADMIN["admin/easyread/check/"] = ("/admin/easyread/check/", DECIDERS_POST)
ADMIN["admin/easyread/leave-it/"] = ("/admin/easyread/leave-it/", DECIDERS_POST)
for _part in ("bring-in", "side-by-side"):
    ADMIN[f"admin/easyread/{_part}/<int:pk>/"] = (f"/admin/easyread/{_part}/{{open_pk}}/", PMU_ONLY)

# First parts of Wagtail's own addresses below /admin/, as of 8.0. A new one here is a thing to look at.
# The chooser of films is Wagtail's too: whoever may open the admin finds the titles of films for pages.
WAGTAIL_PARTS = {
    *("", "^.*", "account", "api", "block-preview", "bulk", "choose-anchor-link", "choose-email-link"),
    *("choose-external-link", "choose-page", "choose-phone-link", "collections", "dismissibles", "documents"),
    *(
        "editing-sessions",
        "embeds",
        "failwhale",
        "film-chooser",
        "groups",
        "images",
        "jsi18n",
        "login",
        "logout",
        "pages",
    ),
    *("password_reset", "redirects", "reports", "settings", "sites", "snippets", "sprite", "tag-autocomplete"),
    *("test404", "users", "workflows"),
}
