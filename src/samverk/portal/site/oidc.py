"""Signing in at an organisation's own provider (OpenID Connect)."""

from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr


def _server(address: str) -> str:
    """HTTPS, or this machine, on which nobody listens in."""
    given = urlsplit(address)
    if given.scheme != "https" and given.hostname not in ("localhost", "127.0.0.1"):
        raise ValueError("write the server as https://…")
    return address


class Provider(BaseModel):
    """`id` stands in addresses, `name` on the button. `server`: where its own description is found."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,30}$")]
    name: Annotated[str, Field(min_length=1, max_length=60)]
    server: Annotated[str, AfterValidator(_server)]
    client: str
    secret: SecretStr = SecretStr("")


def applications(providers: list[Provider]) -> list[dict[str, Any]]:
    """The providers as allauth names them."""
    return [
        {
            "provider_id": one.id,
            "name": one.name,
            "client_id": one.client,
            "secret": one.secret.get_secret_value(),
            "settings": {"server_url": one.server, "oauth_pkce_enabled": True},
        }
        for one in providers
    ]


def origins(providers: list[Provider]) -> list[str]:
    """Where a form that leads to a provider may end, for the content security policy."""
    return [f"{given.scheme}://{given.netloc}" for given in (urlsplit(one.server) for one in providers)]
