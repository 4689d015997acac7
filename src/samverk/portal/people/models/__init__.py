"""The tables of people."""

from samverk.portal.people.models.access_token import AccessToken
from samverk.portal.people.models.person import Person
from samverk.portal.people.models.role import Role, RoleKind

__all__ = ["AccessToken", "Person", "Role", "RoleKind"]
