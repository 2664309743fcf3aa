"""Each check knows which words and pictures people saw in its version; those before get what their version holds."""

import json

import django.apps
from django.db import migrations, models


def see_again(apps, schema_editor):
    """Take for a check from before what its version holds, with the pictures as they are now."""
    checks = apps.get_model("easyread", "EasyReadCheck").objects.filter(status="approved", shown="")
    for check in checks.select_related("revision__content_type").iterator():
        if check.revision and (shown := shown_then(apps, check.revision)):
            type(check).objects.filter(pk=check.pk).update(shown=shown)


def shown_then(apps, revision):
    """The fingerprint of what a `revision` shows; "" for one of a kind of page that is no more."""
    from easyread import shown
    from easyread.models.pictures import PictureQuerySet

    kind = revision.content_type
    try:
        kind = django.apps.apps.get_model(kind.app_label, kind.model)
    except LookupError:
        return ""
    if not hasattr(kind, "easy_streams"):
        return ""
    values = {"picture": None} | revision.content
    streams = {name: json.loads(values.get(name) or "[]") for name in kind.easy_streams}
    words = shown.written_in(kind, values | streams)
    rows = PictureQuerySet(apps.get_model("easyread", "Picture")).in_bank_order()
    pictures, _ = shown.pictures_for([kind], [words], rows)
    return shown.fingerprint(kind, words, pictures)


class Migration(migrations.Migration):
    dependencies = [
        ("easyread", "0010_let_go"),
        ("wagtailcore", "0083_workflowcontenttype"),
    ]

    operations = [
        migrations.AddField(
            model_name="easyreadcheck",
            name="shown",
            field=models.CharField(
                blank=True, help_text="SHA-256 of the words and pictures that people see in it.", max_length=64
            ),
        ),
        migrations.RunPython(see_again, migrations.RunPython.noop, elidable=True),
    ]
