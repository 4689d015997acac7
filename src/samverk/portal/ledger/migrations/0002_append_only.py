"""The database itself refuses to change or remove an entry; and the chain gets its end."""

from django.db import migrations

REFUSES = "an entry of the ledger is never changed or removed"

LOCK = {
    "sqlite": [
        f"""
        CREATE TRIGGER ledger_entry_never_{deed} BEFORE {deed} ON ledger_entry
        BEGIN SELECT RAISE(ABORT, '{REFUSES}'); END
        """
        for deed in ("update", "delete")
    ],
    "postgresql": [
        f"""
        CREATE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{REFUSES}' USING ERRCODE = 'integrity_constraint_violation'; END $$
        """,
        """
        CREATE TRIGGER ledger_entry_never BEFORE UPDATE OR DELETE ON ledger_entry
        FOR EACH ROW EXECUTE FUNCTION ledger_refuses()
        """,
    ],
}
UNLOCK = {
    "sqlite": [f"DROP TRIGGER ledger_entry_never_{deed}" for deed in ("update", "delete")],
    "postgresql": ["DROP TRIGGER ledger_entry_never ON ledger_entry", "DROP FUNCTION ledger_refuses()"],
}


def _run(statements):
    def run(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return run


def _begin(apps, schema_editor):
    apps.get_model("ledger", "Head").objects.create(id=1)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [
        migrations.RunPython(_begin, migrations.RunPython.noop),
        migrations.RunPython(_run(LOCK), _run(UNLOCK)),
    ]
