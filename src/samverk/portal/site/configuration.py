"""What a person who runs Samverk can set: environment variables that start with SAMVERK_."""

import os
import secrets
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Any, Literal

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "SAMVERK_"
READ_BY_TESTS = {"SAMVERK_SHARED"}

Listed = Annotated[list[str], NoDecode]


class Settings(BaseSettings):
    """One field per variable; the description is what docs/settings.md says about it."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    data_dir: Path = Field(Path("var"), description="Folder of the database, the secret key and built files.")
    database_url: str = Field(
        "", description="Database, as `postgres://user:password@host/name`. Empty: SQLite in the data folder."
    )
    secret_key: SecretStr = Field(
        SecretStr(""), description="Signs cookies and links. Empty: made once and kept in the data folder."
    )
    allowed_hosts: Listed = Field(
        ["localhost", "127.0.0.1", "[::1]"],
        description="Host names that the portal answers to, with commas between.",
    )
    trusted_origins: Listed = Field(
        [], description="Origins that may post forms, as `https://samverk.example`, with commas between."
    )
    https: bool = Field(
        default=False,
        description="The portal is reached over HTTPS, through a proxy that says so: secure cookies, HSTS.",
    )
    public_address: str = Field(
        "http://127.0.0.1:8000", description="Where people reach the portal; links in letters begin with it."
    )
    scan_command: str = Field(
        "",
        description="Command that is given the path of each file handed in; the file is refused unless it ends with 0. "
        "Empty: files are not scanned.",
    )
    language: Literal["en", "sv"] = Field("en", description="Language for those who have chosen none.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="Least level that is logged.")
    debug: bool = Field(default=False, description="Detailed error pages. Never on a public machine.")

    @field_validator("allowed_hosts", "trusted_origins", mode="before")
    @classmethod
    def split(cls, value: object) -> object:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("data_dir")
    @classmethod
    def absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()


def variables() -> dict[str, str]:
    """The variables there are, each with what it does."""
    return {PREFIX + name.upper(): field.description or "" for name, field in Settings.model_fields.items()}


def read_settings() -> Settings:
    """The settings of this process; a misspelt or malformed variable raises ImproperlyConfigured."""
    for name in os.environ:
        _refuse_misspelt(name)
    try:
        return Settings()
    except ValidationError as error:
        raise ImproperlyConfigured("; ".join(map(_told, error.errors()))) from None


def _refuse_misspelt(name: str) -> None:
    if not name.startswith(PREFIX) or name in READ_BY_TESTS or name in variables():
        return
    close = get_close_matches(name, variables(), n=1, cutoff=0.8)
    hint = f"Did you mean {close[0]}?" if close else "docs/settings.md lists them all."
    raise ImproperlyConfigured(f"{name} is not a setting of Samverk. {hint}")


def _told(error: ErrorDetails) -> str:
    name = "_".join(str(part) for part in error["loc"])
    return f"{PREFIX}{name.upper()}: {error['msg']}"


def secret_key(settings: Settings) -> str:
    """The key that was set, else the one kept in the data folder, made when first asked for."""
    if given := settings.secret_key.get_secret_value():
        return given
    path = settings.data_dir / "secret-key"
    if not path.exists():
        _keep_once(path, secrets.token_urlsafe(64))
    return path.read_text()


def _keep_once(path: Path, text: str) -> None:
    """Write the file whole or not at all; of two that start together, the first one's stays."""
    with NamedTemporaryFile("w", dir=path.parent) as file, suppress(FileExistsError):
        file.write(text)
        file.flush()
        os.link(file.name, path)


def database(settings: Settings) -> dict[str, Any]:
    """Django's description of the database; SQLite waits for its turn rather than lose a write."""
    if settings.database_url:
        return dict(dj_database_url.parse(settings.database_url, conn_max_age=60, conn_health_checks=True))
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": settings.data_dir / "samverk.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
        },
    }
