"""What is made from the code is as new as the code."""

import pytest
from django.core.management import call_command
from tools.messages import faults


@pytest.mark.django_db
def test_migrations_are_written():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_sentence_of_the_interface_is_translated_and_compiled():
    assert list(faults()) == []
