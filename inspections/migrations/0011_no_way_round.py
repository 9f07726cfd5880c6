from importlib import import_module

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from inspections.migrations._at_once import AtOnce

# What the history is told of the act that is going on: nothing, outside any.
TOLD = """
CREATE OR REPLACE FUNCTION inspections_told() RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN NULLIF(current_setting('pghistory.context_id', true), '') IS NULL THEN '{}'::jsonb
        ELSE COALESCE(NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb, '{}'::jsonb) END
$$
"""

# An edition, and those of which an earlier state was put back as this one: work on them is work on it.
ORIGINS = """
CREATE OR REPLACE FUNCTION inspections_origins(edition bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    WITH RECURSIVE origin AS (
        SELECT edition AS id
        UNION SELECT (context.metadata->>'of_edition')::bigint
        FROM origin
        JOIN inspections_editionevent event ON event.id = origin.id AND event.pgh_label = 'insert'
        JOIN pghistory_context context ON context.id = event.pgh_context_id
        WHERE context.metadata ? 'of_edition'
    )
    SELECT id FROM origin
$$
"""

# The acts in which it was worked on: a step from state to state is no work, and neither is a theme.
WORK_ON = """
CREATE OR REPLACE FUNCTION inspections_work_on(edition bigint) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    WITH origin AS (
        SELECT inspections_origins(edition) AS id
    ), step AS (
        SELECT pgh_context_id, state, LAG(state) OVER (PARTITION BY id ORDER BY pgh_id) AS before
        FROM inspections_editionevent WHERE id IN (SELECT id FROM origin)
    )
    SELECT pgh_context_id FROM step WHERE state = 'draft' AND COALESCE(before, 'draft') = 'draft'
    UNION SELECT pgh_context_id FROM inspections_citationevent WHERE edition_id IN (SELECT id FROM origin)
    UNION SELECT pgh_context_id FROM inspections_editiondateevent WHERE edition_id IN (SELECT id FROM origin)
    UNION SELECT pgh_context_id FROM inspections_samplecountevent WHERE edition_id IN (SELECT id FROM origin)
    UNION SELECT pgh_context_id FROM inspections_standardratingevent WHERE edition_id IN (SELECT id FROM origin)
    UNION SELECT pgh_context_id FROM inspections_keyquestionresultevent WHERE edition_id IN (SELECT id FROM origin)
    UNION SELECT pgh_context_id FROM inspections_findingevent WHERE edition_id IN (SELECT id FROM origin)
    UNION SELECT pgh_context_id FROM inspections_quotationevent WHERE edition_id IN (SELECT id FROM origin)
    UNION SELECT pgh_context_id FROM inspections_figureevent WHERE edition_id IN (SELECT id FROM origin)
    UNION SELECT pgh_context_id FROM inspections_recommendationevent WHERE edition_id IN (SELECT id FROM origin)
    UNION SELECT pgh_context_id FROM inspections_measurevalueevent WHERE edition_id IN (SELECT id FROM origin)
    UNION SELECT pgh_context_id FROM inspections_problemevent WHERE edition_id IN (SELECT id FROM origin)
    UNION SELECT pgh_context_id FROM inspections_comparatorevent WHERE measure_value_id IN (
        SELECT id FROM inspections_measurevalueevent WHERE edition_id IN (SELECT id FROM origin))
$$
"""

# Who has answered a problem of it has worked on it too, also where a command that names nobody recorded the answer. An
# answer that came with a copy is of the edition it was given in.
WORKED_ON = """
CREATE OR REPLACE FUNCTION inspections_worked_on(edition bigint, person integer) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM pghistory_context context
        WHERE context.id IN (SELECT inspections_work_on(edition)) AND context.metadata->>'user' = person::text
    ) OR EXISTS (
        SELECT 1 FROM inspections_problemevent problem JOIN pghistory_context context ON context.id = problem.pgh_context_id
        WHERE problem.edition_id IN (SELECT inspections_origins(edition)) AND problem.answered_by_id = person
            AND NOT (problem.pgh_label = 'insert' AND context.metadata ?| ARRAY['correct', 'restore'])
    )
$$
"""

BEFORE = import_module("inspections.migrations.0005_editorial_life").WORKED_ON.replace("CREATE", "CREATE OR REPLACE", 1)


class Migration(migrations.Migration):

    dependencies = [
        ('inspections', '0010_what_was_public_stays'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(TOLD, "DROP FUNCTION inspections_told"),
        migrations.RunSQL(ORIGINS, "DROP FUNCTION inspections_origins"),
        migrations.RunSQL(WORK_ON, "DROP FUNCTION inspections_work_on"),
        migrations.RunSQL(WORKED_ON, BEFORE),
        AtOnce(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name='approval',
                    name='approval_in_review_only',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='deliveryunit',
                    name='deliveryunit_slug_stays',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='edition',
                    name='edition_published_without_problems',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='edition',
                    name='edition_published_with_approval',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='region',
                    name='region_slug_stays',
                ),
                migrations.RemoveConstraint(
                    model_name='release',
                    name='release_assurance_is_known',
                ),
                migrations.AlterField(
                    model_name='measure',
                    name='slug',
                    field=models.SlugField(help_text='The address of its page. Never changes.', max_length=80, unique=True),
                ),
                migrations.AlterField(
                    model_name='measureevent',
                    name='slug',
                    field=models.SlugField(db_index=False, help_text='The address of its page. Never changes.', max_length=80),
                ),
                migrations.AlterField(
                    model_name='release',
                    name='assurance',
                    field=models.CharField(choices=[('two_people', 'approved by somebody who had not worked on it'), ('one_person', 'approved by somebody who had worked on it'), ('withdrawal', 'withdrawn by one person, as one is enough for that'), ('loaded', 'loaded with the product, approved by nobody here'), ('preview', 'a preview: not published, and who will have approved it is not known yet')], default='loaded', max_length=10),
                ),
                migrations.AlterField(
                    model_name='releaseevent',
                    name='assurance',
                    field=models.CharField(choices=[('two_people', 'approved by somebody who had not worked on it'), ('one_person', 'approved by somebody who had worked on it'), ('withdrawal', 'withdrawn by one person, as one is enough for that'), ('loaded', 'loaded with the product, approved by nobody here'), ('preview', 'a preview: not published, and who will have approved it is not known yet')], default='loaded', max_length=10),
                ),
                migrations.AlterField(
                    model_name='standardtheme',
                    name='slug',
                    field=models.SlugField(help_text='The address of its page. Never changes.', unique=True),
                ),
                migrations.AlterField(
                    model_name='standardthemeevent',
                    name='slug',
                    field=models.SlugField(db_index=False, help_text='The address of its page. Never changes.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='approval',
                    trigger=pgtrigger.compiler.Trigger(name='approval_stays_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (SELECT 1 FROM inspections_edition WHERE id = OLD.edition_id AND release_id IS NOT NULL) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'approval_stays_once_published', MESSAGE = 'Who approved what was published stays on record';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ", hash='0122361e5eda6efdd1865b3cb9b6543598a81052', operation='UPDATE OR DELETE', pgid='pgtrigger_approval_stays_once_published_d00bb', table='inspections_approval', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='approval',
                    trigger=pgtrigger.compiler.Trigger(name='approval_by_who_acts', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF NOT COALESCE((inspections_told()->>'user' = NEW.approved_by_id::text), FALSE) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'approval_by_who_acts', MESSAGE = 'Nobody approves in the name of somebody else';\n            END IF;\n            RETURN NEW;\n        ", hash='5c59bff8dc8ebbe7af5c80244a4a3994807952a0', operation='INSERT OR UPDATE', pgid='pgtrigger_approval_by_who_acts_2cc37', table='inspections_approval', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='approval',
                    trigger=pgtrigger.compiler.Trigger(name='approval_in_review_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF NOT COALESCE((\n                    EXISTS (\n                        SELECT 1 FROM inspections_edition edition\n                        WHERE edition.id = NEW.edition_id AND edition.state = 'in_review'\n                        FOR SHARE)  -- waits for who takes it back meanwhile\n                ), FALSE) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'approval_in_review_only', MESSAGE = 'Only what is in review can be approved';\n            END IF;\n            RETURN NEW;\n        ", hash='2f87d6164e294ebaa57c5e5745eefef08128d898', operation='INSERT OR UPDATE', pgid='pgtrigger_approval_in_review_only_9f0e0', table='inspections_approval', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='deliveryunit',
                    trigger=pgtrigger.compiler.Trigger(name='deliveryunit_slug_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."slug" IS DISTINCT FROM (OLD."slug"))', func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'deliveryunit_slug_stays', MESSAGE = 'An address never changes: give the other name as an alias';", hash='90acdb27ae789a59aeaa9d13d2d68c0fdc5694d6', operation='UPDATE OF "slug"', pgid='pgtrigger_deliveryunit_slug_stays_2a64a', table='inspections_deliveryunit', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='deliveryunit',
                    trigger=pgtrigger.compiler.Trigger(name='deliveryunit_region_stays_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF (NEW.region_id IS DISTINCT FROM OLD.region_id) AND EXISTS (SELECT 1 \n                    FROM inspections_edition edition\n                    JOIN inspections_inspection inspection ON inspection.id = edition.inspection_id\n                    WHERE inspection.delivery_unit_id = NEW.id\n                 AND edition.release_id IS NOT NULL) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'deliveryunit_region_stays_once_published', MESSAGE = 'What was found of a unit stays in its region: one of another region is its successor';\n            END IF;\n            RETURN NEW;\n        ", hash='74f127e34f0c4f8f4df05dbd47aee34200a8a1b6', operation='UPDATE OF "region_id"', pgid='pgtrigger_deliveryunit_region_stays_once_published_a6d3b', table='inspections_deliveryunit', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='edition',
                    trigger=pgtrigger.compiler.Trigger(name='edition_released_as_it_is_made', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF NEW.release_id IS DISTINCT FROM OLD.release_id AND NEW.release_id IS NOT NULL AND NOT\n                (EXISTS (\n        SELECT 1 FROM inspections_releaseevent event\n        WHERE event.id = NEW.release_id AND event.pgh_label = 'insert' AND event.pgh_created_at = NOW()\n            AND event.assurance IN ('two_people', 'one_person', 'loaded', 'preview')))\n                OR NEW.withdrawn_in_id IS DISTINCT FROM OLD.withdrawn_in_id AND NEW.withdrawn_in_id IS NOT NULL AND NOT\n                (EXISTS (\n        SELECT 1 FROM inspections_releaseevent event\n        WHERE event.id = NEW.withdrawn_in_id AND event.pgh_label = 'insert' AND event.pgh_created_at = NOW()\n            AND event.assurance IN ('withdrawal')))\n            THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'edition_released_as_it_is_made', MESSAGE = 'A release holds what it was made for, and nothing later';\n            END IF;\n            RETURN NEW;\n        ", hash='56228e16876997fea4b55d10e5aed5d7988c15cb', operation='UPDATE', pgid='pgtrigger_edition_released_as_it_is_made_f5db4', table='inspections_edition', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='edition',
                    trigger=pgtrigger.compiler.Trigger(name='edition_published_without_problems', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."state" = \'published\' AND OLD."state" IS DISTINCT FROM \'published\')', constraint='CONSTRAINT', func="\n            IF NOT COALESCE((\n            NOT EXISTS (\n                SELECT 1 FROM inspections_problem problem\n                JOIN inspections_release release ON release.id = NEW.release_id\n                WHERE problem.edition_id = NEW.id AND problem.answered_at IS NULL\n                    AND (problem.level = 'must_fix' OR problem.level = 'confirm' AND release.assurance <> 'loaded'))\n        ), FALSE) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'edition_published_without_problems', MESSAGE = 'A problem that must be fixed or confirmed is open';\n            END IF;\n            RETURN NULL;\n        ", hash='2ea297bc48e9b0075dc99c63ae9e89671eef7f42', operation='UPDATE', pgid='pgtrigger_edition_published_without_problems_c04fe', table='inspections_edition', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='edition',
                    trigger=pgtrigger.compiler.Trigger(name='edition_published_with_approval', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."state" = \'published\' AND OLD."state" IS DISTINCT FROM \'published\')', constraint='CONSTRAINT', func="\n            IF NOT COALESCE((\n            EXISTS (\n                SELECT 1 FROM inspections_release release\n                WHERE release.id = NEW.release_id AND (\n                    release.assurance = 'loaded' AND NOT EXISTS (\n                        SELECT 1 FROM pghistory_context context\n                        WHERE context.id IN (SELECT inspections_work_on(NEW.id)) AND context.metadata ? 'user')\n                    OR EXISTS (\n                        SELECT 1 FROM inspections_approval approval\n                        WHERE approval.edition_id = NEW.id\n                            AND (NOT approval.is_of_own_work OR release.assurance = 'one_person'))))\n        ), FALSE) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'edition_published_with_approval', MESSAGE = 'It needs the approval of somebody who has not worked on it';\n            END IF;\n            RETURN NULL;\n        ", hash='60d215a5b7730665ee0fc0fae2e67afe156af863', operation='UPDATE', pgid='pgtrigger_edition_published_with_approval_00960', table='inspections_edition', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='edition',
                    trigger=pgtrigger.compiler.Trigger(name='edition_corrected_with_changes', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."state" = \'published\' AND OLD."state" IS DISTINCT FROM \'published\')', constraint='CONSTRAINT', func="\n            IF NOT COALESCE((\n            EXISTS (SELECT 1 FROM inspections_releasedchange WHERE edition_id = NEW.id)\n            OR 'superseded' IS DISTINCT FROM (\n                SELECT before.state FROM inspections_edition before\n                WHERE before.inspection_id = NEW.inspection_id AND before.number < NEW.number\n                    AND before.release_id IS NOT NULL\n                ORDER BY before.number DESC LIMIT 1)\n        ), FALSE) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'edition_corrected_with_changes', MESSAGE = 'A correction says what it changed of what was public';\n            END IF;\n            RETURN NULL;\n        ", hash='5b6c1915868f30fbbbd2000eed166b4dbf49d92d', operation='UPDATE', pgid='pgtrigger_edition_corrected_with_changes_a9b07', table='inspections_edition', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='edition',
                    trigger=pgtrigger.compiler.Trigger(name='edition_superseded_by_another', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."state" = \'superseded\' AND OLD."state" IS DISTINCT FROM \'superseded\')', constraint='CONSTRAINT', func="\n            IF NOT COALESCE((\n            EXISTS (\n                SELECT 1 FROM inspections_edition later\n                WHERE later.inspection_id = NEW.inspection_id AND later.number > NEW.number\n                    AND later.state = 'published')\n        ), FALSE) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'edition_superseded_by_another', MESSAGE = 'Only a correction takes the place of what is public';\n            END IF;\n            RETURN NULL;\n        ", hash='338b7ab9cbfcf96c0d96e19c602d61029b981aca', operation='UPDATE', pgid='pgtrigger_edition_superseded_by_another_a2acf', table='inspections_edition', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='framework',
                    trigger=pgtrigger.compiler.Trigger(name='framework_max_score_stays_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF (NEW.max_score IS DISTINCT FROM OLD.max_score) AND EXISTS (SELECT 1 \n                    FROM inspections_edition edition\n                    JOIN inspections_inspection inspection ON inspection.id = edition.inspection_id\n                    WHERE inspection.framework_id = NEW.id\n                 AND edition.release_id IS NOT NULL) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'framework_max_score_stays_once_published', MESSAGE = 'Published scores are out of this: another maximum is another framework';\n            END IF;\n            RETURN NEW;\n        ", hash='9dc8ae10cc01c21cbb759dfa572fe8f3b4997473', operation='UPDATE OF "max_score"', pgid='pgtrigger_framework_max_score_stays_once_published_02c91', table='inspections_framework', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='keyquestion',
                    trigger=pgtrigger.compiler.Trigger(name='keyquestion_standard_stays_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF (NEW.standard_id IS DISTINCT FROM OLD.standard_id OR NEW.number IS DISTINCT FROM OLD.number OR NEW.strand IS DISTINCT FROM OLD.strand) AND EXISTS (SELECT 1 \n                    FROM inspections_edition edition\n                    JOIN inspections_keyquestionresult result ON result.edition_id = edition.id\n                    WHERE result.key_question_id = NEW.id\n                 AND edition.release_id IS NOT NULL) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'keyquestion_standard_stays_once_published', MESSAGE = 'Published percentages are of this question of this standard';\n            END IF;\n            RETURN NEW;\n        ", hash='5b3b36dcd77401fe738f73eb413d58c933294116', operation='UPDATE OF "standard_id", "number", "strand"', pgid='pgtrigger_keyquestion_standard_stays_once_published_f22d1', table='inspections_keyquestion', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='measure',
                    trigger=pgtrigger.compiler.Trigger(name='measure_slug_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."slug" IS DISTINCT FROM (OLD."slug"))', func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'measure_slug_stays', MESSAGE = 'An address never changes';", hash='7d6c706bc4a3ef3edac4830e02651c3e978ecdd9', operation='UPDATE OF "slug"', pgid='pgtrigger_measure_slug_stays_f8c3a', table='inspections_measure', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='measure',
                    trigger=pgtrigger.compiler.Trigger(name='measure_unit_stays_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF (NEW.unit IS DISTINCT FROM OLD.unit) AND EXISTS (SELECT 1 \n                    FROM inspections_edition edition\n                    JOIN inspections_measurevalue value ON value.edition_id = edition.id\n                    WHERE value.measure_id = NEW.id\n                 AND edition.release_id IS NOT NULL) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'measure_unit_stays_once_published', MESSAGE = 'Published values are in this unit: make another measure for another unit';\n            END IF;\n            RETURN NEW;\n        ", hash='a50ff086518522e1215835cb5bd71702ec125221', operation='UPDATE OF "unit"', pgid='pgtrigger_measure_unit_stays_once_published_f6b0c', table='inspections_measure', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='problem',
                    trigger=pgtrigger.compiler.Trigger(name='problem_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n            IF EXISTS (SELECT 1 FROM inspections_edition WHERE id = OLD.edition_id)\n                AND NOT EXISTS (SELECT 1 FROM inspections_problem WHERE id = OLD.id)\n                AND NOT EXISTS (\n                    SELECT 1 FROM inspections_citationevent event\n                    WHERE event.edition_id = OLD.edition_id AND event.pgh_label = 'insert'\n                        AND event.pgh_created_at = NOW())\n            THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'problem_is_kept', MESSAGE = 'A problem is answered, and stays to be read';\n            END IF;\n            RETURN NULL;\n        ", hash='15de436243c97c7212b9b51b9cc13930ab6acf91', operation='DELETE', pgid='pgtrigger_problem_is_kept_80d6f', table='inspections_problem', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='problem',
                    trigger=pgtrigger.compiler.Trigger(name='problem_stays_as_found', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF to_jsonb(NEW) - 'answer' - 'answered_by_id' - 'answered_at' <> to_jsonb(OLD) - 'answer' - 'answered_by_id' - 'answered_at' THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'problem_stays_as_found', MESSAGE = 'A problem is answered, and stays as it was found';\n            END IF;\n            RETURN NEW;\n        ", hash='a1908f95d1b7bc61e78891a7bc618dcde2a66db4', operation='UPDATE', pgid='pgtrigger_problem_stays_as_found_7fd4b', table='inspections_problem', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='problem',
                    trigger=pgtrigger.compiler.Trigger(name='problem_answered_by_who_acts', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF NOT COALESCE((\n                    NEW.answered_by_id IS NULL OR NEW.answered_by_id IS NOT DISTINCT FROM OLD.answered_by_id\n                    OR inspections_told()->>'user' = NEW.answered_by_id::text OR inspections_told() ? 'restore_state'\n                ), FALSE) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'problem_answered_by_who_acts', MESSAGE = 'Nobody answers in the name of somebody else';\n            END IF;\n            RETURN NEW;\n        ", hash='81e4c41039e995b5be3c63948bed291e25aedcd4', operation='UPDATE', pgid='pgtrigger_problem_answered_by_who_acts_a4132', table='inspections_problem', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='region',
                    trigger=pgtrigger.compiler.Trigger(name='region_slug_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."slug" IS DISTINCT FROM (OLD."slug"))', func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'region_slug_stays', MESSAGE = 'An address never changes: give the other name as an alias';", hash='ef622fea18b4cc2a59927ad2f32c1e22ca829646', operation='UPDATE OF "slug"', pgid='pgtrigger_region_slug_stays_bac40', table='inspections_region', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='release',
                    trigger=pgtrigger.compiler.Trigger(name='release_is_no_preview', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."assurance" = \'preview\')', constraint='CONSTRAINT', func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'release_is_no_preview', MESSAGE = 'A preview is not published';", hash='ee99743c721229311bcdf713036018518f74370d', operation='INSERT', pgid='pgtrigger_release_is_no_preview_6697e', table='inspections_release', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='release',
                    trigger=pgtrigger.compiler.Trigger(name='release_by_who_acts', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF NOT COALESCE((NEW.published_by_id IS NULL OR inspections_told()->>'user' = NEW.published_by_id::text), FALSE) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'release_by_who_acts', MESSAGE = 'Nobody publishes in the name of somebody else';\n            END IF;\n            RETURN NEW;\n        ", hash='8d8b84ee500440ad11c8bcc1ba9cfca471a274ad', operation='INSERT', pgid='pgtrigger_release_by_who_acts_83d84', table='inspections_release', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='release',
                    trigger=pgtrigger.compiler.Trigger(name='release_by_one_person_where_allowed', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF NOT COALESCE((NEW.assurance <> 'one_person' OR inspections_told() ? 'one_person_may_publish'), FALSE) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'release_by_one_person_where_allowed', MESSAGE = 'One person may not publish alone here';\n            END IF;\n            RETURN NEW;\n        ", hash='9a8e9cdace656284596dcacf6308e8898bf18d8d', operation='INSERT', pgid='pgtrigger_release_by_one_person_where_allowed_5e762', table='inspections_release', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='releasedchange',
                    trigger=pgtrigger.compiler.Trigger(name='releasedchange_with_its_edition', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n            IF NOT EXISTS (SELECT 1 FROM inspections_edition WHERE id = NEW.edition_id AND release_id IS NOT NULL) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'releasedchange_with_its_edition', MESSAGE = 'What an edition changed is recorded as it is published';\n            END IF;\n            RETURN NULL;\n        ", hash='0276a9a4eb31033dcc6e46a567993f3cbbbbefa7', operation='INSERT', pgid='pgtrigger_releasedchange_with_its_edition_208fa', table='inspections_releasedchange', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='releasedchange',
                    trigger=pgtrigger.compiler.Trigger(name='releasedchange_in_review_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF NOT COALESCE((\n                    EXISTS (\n                        SELECT 1 FROM inspections_edition edition\n                        WHERE edition.id = NEW.edition_id AND edition.state = 'in_review')\n                ), FALSE) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'releasedchange_in_review_only', MESSAGE = 'What a release changed is settled when it is made';\n            END IF;\n            RETURN NEW;\n        ", hash='b04a9162ec9c368c291b00b4d8a352ca95e7b2da', operation='INSERT', pgid='pgtrigger_releasedchange_in_review_only_3cf58', table='inspections_releasedchange', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='standard',
                    trigger=pgtrigger.compiler.Trigger(name='standard_framework_stays_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF (NEW.framework_id IS DISTINCT FROM OLD.framework_id) AND EXISTS (SELECT 1 \n                    FROM inspections_edition edition\n                    JOIN inspections_inspection inspection ON inspection.id = edition.inspection_id\n                    WHERE inspection.framework_id = OLD.framework_id\n                 AND edition.release_id IS NOT NULL) THEN\n                RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'standard_framework_stays_once_published', MESSAGE = 'Published ratings are by this standard of this framework';\n            END IF;\n            RETURN NEW;\n        ", hash='7b260c6d68e8e5796b604e090c5b739b04a865f3', operation='UPDATE OF "framework_id"', pgid='pgtrigger_standard_framework_stays_once_published_63228', table='inspections_standard', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='standardtheme',
                    trigger=pgtrigger.compiler.Trigger(name='standardtheme_slug_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."slug" IS DISTINCT FROM (OLD."slug"))', func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'standardtheme_slug_stays', MESSAGE = 'An address never changes';", hash='1e3494cc105d42acc10035dc767fa2c8a89ca353', operation='UPDATE OF "slug"', pgid='pgtrigger_standardtheme_slug_stays_26c96', table='inspections_standardtheme', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='theme',
                    trigger=pgtrigger.compiler.Trigger(name='theme_slug_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."slug" IS DISTINCT FROM (OLD."slug"))', func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'theme_slug_stays', MESSAGE = 'An address never changes';", hash='45c8241ab651860420a5bd1b545c5f1835b66d61', operation='UPDATE OF "slug"', pgid='pgtrigger_theme_slug_stays_263b0', table='inspections_theme', when='BEFORE')),
                ),
                migrations.AddConstraint(
                    model_name='release',
                    constraint=models.CheckConstraint(condition=models.Q(('assurance__in', ['two_people', 'one_person', 'withdrawal', 'loaded', 'preview'])), name='release_assurance_is_known', violation_error_message='Unknown assurance.'),
                ),
            ]
        ),
    ]
