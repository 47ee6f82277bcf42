"""Tables whose rows are never changed nor deleted: the database itself refuses it."""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def refuse_changes(table: str, refusal: str, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on a table, for a migration; `refusal` is what the database then says."""
    for statement in {"sqlite": _sqlite, "postgresql": _postgresql}[schema_editor.connection.vendor](table, refusal):
        schema_editor.execute(statement)


def _sqlite(table: str, refusal: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
    ]


def _postgresql(table: str, refusal: str) -> list[str]:
    return [
        f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{refusal}'; END $$",
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()",
    ]
