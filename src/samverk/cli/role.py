"""`samverk role`: the agency's people, from the server itself. So the first call manager is made."""

from typing import TYPE_CHECKING

import click
from django.utils import timezone

from samverk.cli.language import language_option, phrases, told
from samverk.cli.output import Refusal, say
from samverk.cli.portal import set_up_with_tables

if TYPE_CHECKING:
    from samverk.portal.people.models import Role


@click.group("role", help=told("help.role"))
def role() -> None:
    """Do something with roles."""


@role.command(help=told("help.role_grant"))
@click.argument("email")
@click.argument("kind")
@language_option()
def grant(email: str, kind: str, lang: str) -> None:
    """Give the role."""
    set_up_with_tables(lang)
    from samverk.portal.people.actions.grant_role import CannotGrantRole, grant_role  # noqa: PLC0415 - needs tables

    try:
        made = grant_role(email=email, kind=kind, by=None, at=timezone.now())
    except CannotGrantRole as refusal:
        raise _refused(refusal.reason, email, kind, lang) from None
    say(phrases(lang).say("role.granted", who=made.person.email, kind=kind))


@role.command(help=told("help.role_end"))
@click.argument("email")
@click.argument("kind")
@language_option()
def end(email: str, kind: str, lang: str) -> None:
    """End the role."""
    set_up_with_tables(lang)
    from samverk.portal.people.actions.end_role import CannotEndRole, end_role  # noqa: PLC0415 - needs tables

    held = _held(email, kind, lang)
    try:
        end_role(role_id=held.pk, by=None, at=timezone.now())
    except CannotEndRole as refusal:
        raise _refused(refusal.reason, email, kind, lang) from None
    say(phrases(lang).say("role.ended", who=held.person.email, kind=kind))


@role.command("list", help=told("help.role_list"))
@language_option()
def list_(lang: str) -> None:
    """One line a role: kind, day, address, name."""
    set_up_with_tables(lang)
    from samverk.portal.people.queries import all_roles_now  # noqa: PLC0415 - needs tables

    empty = True
    for one in all_roles_now():
        empty = False
        say(f"{one.kind:<14}{one.since:%Y-%m-%d}  {one.person.email}  {one.person.name}".rstrip())
    if empty:
        say(phrases(lang).say("role.none"))


def _held(email: str, kind: str, lang: str) -> "Role":
    from samverk.portal.people.models import RoleKind  # noqa: PLC0415 - needs tables
    from samverk.portal.people.queries import open_role, person_by_email  # noqa: PLC0415

    person = person_by_email(email)
    if kind not in RoleKind.values or person is None:
        raise _refused("no_such_person" if kind in RoleKind.values else "no_such_role", email, kind, lang)
    held = open_role(person, kind)
    if held is None:
        raise _refused("wrong_state", email, kind, lang)
    return held


def _refused(why: str, email: str, kind: str, lang: str) -> Refusal:
    from samverk.portal.people.models import RoleKind  # noqa: PLC0415 - needs tables

    return Refusal(phrases(lang).say(f"role.{why}", who=email, kind=kind, kinds=", ".join(RoleKind.values)))
