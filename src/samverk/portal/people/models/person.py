"""Somebody with an account."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from samverk.portal.foundation.ids import new_id


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str, password: str | None = None, **facts: Any) -> "Person":
        """A new account; without a password it can only be entered by another way."""
        person = self.model(email=email.lower(), **facts)
        person.set_password(password)
        person.save()
        return person


class Person(AbstractBaseUser):
    """`email` is the sign-in name and in small letters. After erasure there is none, nor a `name`; the row stays.

    Whatever others have on record of what a person did names the row's id, which tells nothing after erasure.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True, null=True)  # noqa: DJ001 - none after erasure; two may be erased
    name = models.CharField(max_length=150, blank=True)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    time_zone = models.CharField(max_length=64, default=settings.TIME_ZONE)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="person_email_in_small_letters"),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True, email__isnull=False)
                | Q(erased_at__isnull=False, email__isnull=True, name="", is_active=False),
                name="person_erased_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email or ""
