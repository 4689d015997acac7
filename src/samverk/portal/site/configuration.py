"""What a person who runs Samverk can set: environment variables that start with SAMVERK_."""

import os
import secrets
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

from samverk.portal.site.oidc import Provider

PREFIX = "SAMVERK_"
MAIL_PORTS = {"smtp": 587, "smtps": 465}
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
    mail_server: SecretStr = Field(
        SecretStr(""),
        description="Sends letters, as `smtp://user:password@host:587` (a user asks for STARTTLS) or "
        "`smtps://user:password@host:465`. Empty: they become files in the data folder.",
    )
    mail_from: str = Field("Samverk <samverk@localhost>", description="Sender of letters.")
    oidc: list[Provider] = Field(
        [],
        description="Providers at which people may sign in (OpenID Connect), as JSON: "
        '`[{"id": "eduid", "name": "eduID", "server": "https://…", "client": "…", "secret": "…"}]`.',
    )
    scan_command: str = Field(
        "",
        description="Command that is given the path of each file handed in; the file is refused unless it ends with 0. "
        "Empty: files are not scanned.",
    )
    language: Literal["en", "sv"] = Field("en", description="Language for those who have chosen none.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="Least level that is logged.")
    demo: bool = Field(
        default=False,
        description="A demonstration: everybody can be anybody. Never where real people have accounts.",
    )
    debug: bool = Field(default=False, description="Detailed error pages. Never on a public machine.")

    @field_validator("allowed_hosts", "trusted_origins", mode="before")
    @classmethod
    def split(cls, value: object) -> object:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("mail_server")
    @classmethod
    def known_server(cls, value: SecretStr) -> SecretStr:
        try:
            given = urlsplit(value.get_secret_value())
            known = given.scheme in MAIL_PORTS and given.hostname and given.port != 0
        except ValueError:
            known = None
        if value.get_secret_value() and not known:
            raise ValueError("write it as smtp://user:password@host:587 or smtps://user:password@host:465")
        return value

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
    except SettingsError as error:
        raise ImproperlyConfigured(f"{error}: write it as JSON, as docs/settings.md shows") from None


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


class Mail(NamedTuple):
    """How letters leave: Django's backend, and the server that it asks."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    tls: bool = False
    ssl: bool = False


def mail(settings: Settings) -> Mail:
    """Through the server that was set, else into files."""
    server = urlsplit(settings.mail_server.get_secret_value())
    if not server.hostname:
        return Mail("django.core.mail.backends.filebased.EmailBackend")
    return Mail(
        "django.core.mail.backends.smtp.EmailBackend",
        server.hostname,
        server.port or MAIL_PORTS[server.scheme],
        unquote(server.username or ""),
        unquote(server.password or ""),
        tls=server.scheme == "smtp" and bool(server.username),
        ssl=server.scheme == "smtps",
    )


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
