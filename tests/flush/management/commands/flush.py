"""Django's own `flush`, which empties every table after a test with real transactions; the ledger refuses otherwise."""

from importlib import import_module
from typing import Any

from django.core.management.commands import flush
from django.db import connections

lock = import_module("samverk.portal.ledger.migrations.0002_append_only")


class Command(flush.Command):
    def handle(self, **options: Any) -> None:
        connection = connections[options["database"]]
        run(connection, lock.UNLOCK)
        super().handle(**options)
        run(connection, lock.LOCK)
        run(
            connection,
            {connection.vendor: ["INSERT INTO ledger_head (id, seq, seal) " + f"VALUES (1, 0, '{'0' * 64}')"]},
        )


def run(connection: Any, statements: dict[str, list[str]]) -> None:
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
