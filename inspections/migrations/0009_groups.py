"""The groups of staff, with what each may do. Whoever administers accounts puts people into them."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

OF_DRAFTS = (
    *("citation", "comparator", "edition", "editiondate", "figure", "finding", "inspection", "keyquestionresult"),
    *("measurevalue", "paragraph", "problem", "quotation", "recommendation", "samplecount", "section", "source"),
    *("standardrating", "findingtheme", "recommendationtheme"),
)
OF_UPLOADS = ("upload", "stagedfile", "answer")
OF_REFERENCE = (
    *("comparability", "deliveryunit", "domain", "framework", "keyquestion", "measure", "placealias", "policyevent"),
    *("ratingband", "region", "standard", "standardtheme", "succession", "theme"),
)
APPS = ("auth", "axes", "inspections")
CHANGES = ("add", "change", "delete")
VIEWED = (*OF_DRAFTS, *OF_UPLOADS, *OF_REFERENCE, "approval", "previewlink", "release", "releasedchange", "sourcefile")


def every(actions, models):
    return {f"{action}_{model}" for action in actions for model in models}


GROUPS = {
    "Inspector": every(CHANGES, OF_DRAFTS)
    | every(("add", "change"), OF_UPLOADS)
    | {"submit_edition", "take_back_edition", "correct_edition", "restore_edition", "preview_edition"},
    "Reviewer": {"take_back_edition", "approve_edition", "publish_edition", "withdraw_edition", "preview_edition"},
    "Data manager": every(CHANGES, OF_REFERENCE),
    "Administrator": every(("view", "change"), ("group", "user"))
    | {"add_user", "view_accessattempt", "delete_accessattempt", "view_accesslog"},
}


def create(apps, schema_editor):
    _create_permissions(apps)
    create_groups(apps)


def create_groups(apps):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    held = {
        permission.codename: permission
        for permission in Permission.objects.filter(content_type__app_label__in=APPS)
    }
    for name, codenames in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*(held[codename] for codename in codenames | every(["view"], VIEWED)))


def _create_permissions(apps):
    """They are made after all migrations otherwise, too late for a group to hold them."""
    for label in APPS:
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0008_themes_are_suggested_by"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("axes", "0009_add_session_hash"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    # Taken back, a group stays: people may be in it.
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
