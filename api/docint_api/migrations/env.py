"""Where Alembic begins: the connection is handed over by `docint_api.database`."""

from __future__ import annotations

from alembic import context

from docint_api.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    version_table="docint_service_version",
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
