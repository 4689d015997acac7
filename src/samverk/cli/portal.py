"""The portal's side of the command line: Django ready, its tables there."""

import os

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError

from samverk.cli.language import phrases
from samverk.cli.output import Refusal, reason


def set_up(lang: str) -> None:
    """Let the portal's tables and actions be imported. Raises `Refusal`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samverk.portal.site.settings")
    try:
        django.setup()
    except (ImproperlyConfigured, ImportError) as error:
        raise Refusal(str(error)) from None
    except OSError as error:
        raise Refusal(f"{error.filename}: {phrases(lang).say('file.unwritable', why=reason(error))}") from None


def set_up_with_tables(lang: str) -> None:
    """The same, the database brought up to date. Raises `Refusal`."""
    set_up(lang)
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except (DatabaseError, ImproperlyConfigured) as error:
        raise Refusal(phrases(lang).say("database.silent", why=reason(error))) from None
