"""manage.py migrate: Django's own, with the database checked after it instead of before.

A new version may bring a new guard. The check that misses it would stop the very command that
sets it.
"""

from __future__ import annotations

from typing import Any

from django.core.management.commands.migrate import Command as Migrasi


class Command(Migrasi):
    def get_check_kwargs(self, options: dict[str, Any]) -> Any:
        return super().get_check_kwargs(options) | {"databases": None}

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if not (options["skip_checks"] or options["plan"] or options["check_unapplied"]):
            self.check(databases=[options["database"]])
