"""Every change of the history has its origin: who and where, as the application told, and as the database knows.

`_pgh_attach_context` is called by each trigger that writes history. pghistory's own gives a change outside any context
none, and lets whoever comes last in a context rewrite what it says of those before. This one

- adds what the database itself knows (role, application, address of the client), whatever was told;
- gives a change outside any context one for its transaction, so that raw SQL is told by its role;
- never changes a row: the same act that is told otherwise later, as by somebody else, is another row;
- dates a context by the clock and not by the beginning of its transaction, so that acts of one transaction have an order.

What was recorded without a context before gets one for each transaction that says nothing.

Should a later version of pghistory install its own anew, tests/models/test_history_origin.py fails.
"""

from django.db import migrations

FUNCTION = """
CREATE OR REPLACE FUNCTION _pgh_attach_context() RETURNS pghistory_context.id%TYPE AS $$
DECLARE
    _act TEXT := NULLIF(current_setting('pghistory.context_id', true), '');
    _told JSONB := '{}';
    _context_id UUID;
BEGIN
    IF _act IS NULL THEN
        _act := pg_current_xact_id()::text || ' ' || transaction_timestamp()::text;
    ELSE
        _told := COALESCE(NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb, '{}');
    END IF;
    _told := (_told - ARRAY['database_role', 'acting_role', 'application', 'client'])
        || jsonb_strip_nulls(jsonb_build_object(
            'database_role', session_user::text,
            'acting_role', NULLIF(current_user::text, session_user::text),
            'application', NULLIF(current_setting('application_name'), ''),
            'client', host(inet_client_addr())));
    _context_id := encode(substring(sha256(convert_to(_act || ' ' || _told::text, 'UTF8')) FROM 1 FOR 16), 'hex')::uuid;
    INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
        VALUES (_context_id, _told, clock_timestamp(), clock_timestamp()) ON CONFLICT (id) DO NOTHING;
    RETURN _context_id;
END;
$$ LANGUAGE plpgsql;
"""

PROTECTION = """
CREATE FUNCTION inspections_context_stays() RETURNS TRIGGER AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'context_stays',
        MESSAGE = 'Who changed something, and from where, stays as it was recorded';
END;
$$ LANGUAGE plpgsql;
CREATE TRIGGER context_stays BEFORE UPDATE OR DELETE ON pghistory_context
    FOR EACH ROW EXECUTE FUNCTION inspections_context_stays();
CREATE TRIGGER context_is_kept BEFORE TRUNCATE ON pghistory_context
    FOR EACH STATEMENT EXECUTE FUNCTION inspections_context_stays();
"""

# Past the triggers that keep the history as it is: nothing of what was recorded is changed.
EARLIER = """
DO $$
DECLARE
    _table TEXT;
    _id TEXT := 'encode(substring(sha256(convert_to(''earlier '' || pgh_created_at::text, ''UTF8''))'
        ' FROM 1 FOR 16), ''hex'')::uuid';
BEGIN
    FOR _table IN
        SELECT c.table_name FROM information_schema.columns c
        WHERE c.table_schema = current_schema() AND c.column_name = 'pgh_context_id' AND c.table_name LIKE 'inspections_%event'
    LOOP
        EXECUTE format(
            'INSERT INTO pghistory_context (id, metadata, created_at, updated_at)'
            ' SELECT DISTINCT %s, ''{}''::jsonb, pgh_created_at, pgh_created_at FROM %I WHERE pgh_context_id IS NULL'
            ' ON CONFLICT (id) DO NOTHING', _id, _table);
        EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', _table);
        EXECUTE format('UPDATE %I SET pgh_context_id = %s WHERE pgh_context_id IS NULL', _table, _id);
        EXECUTE format('ALTER TABLE %I ENABLE TRIGGER USER', _table);
    END LOOP;
END $$;
"""

UNPROTECTED = """
DROP TRIGGER context_stays ON pghistory_context;
DROP TRIGGER context_is_kept ON pghistory_context;
DROP FUNCTION inspections_context_stays();
"""


def pghistorys_own(apps, schema_editor):
    from pghistory.models import Context

    Context.install_pgh_attach_context_func(using=schema_editor.connection.alias)


class Migration(migrations.Migration):

    dependencies = [
        ('inspections', '0005_editorial_life'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, pghistorys_own),
        migrations.RunSQL(FUNCTION, migrations.RunSQL.noop),
        migrations.RunSQL(EARLIER, migrations.RunSQL.noop),
        migrations.RunSQL(PROTECTION, UNPROTECTED),
    ]
