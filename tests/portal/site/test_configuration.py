"""Settings come from the environment; a slip in a name or a value is told in one line."""

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from samverk.portal.site.configuration import Mail, database, mail, read_settings, secret_key


def set_all(monkeypatch, **values):
    for name, value in values.items():
        monkeypatch.setenv(f"SAMVERK_{name.upper()}", str(value))


def test_lists_are_written_with_commas(monkeypatch):
    set_all(monkeypatch, allowed_hosts="samverk.example, www.samverk.example")
    assert read_settings().allowed_hosts == ["samverk.example", "www.samverk.example"]


def test_a_misspelt_variable_is_refused_with_the_name_that_was_meant(monkeypatch):
    set_all(monkeypatch, alowed_hosts="samverk.example")
    with pytest.raises(ImproperlyConfigured, match="Did you mean SAMVERK_ALLOWED_HOSTS"):
        read_settings()


def test_a_variable_like_no_other_points_to_the_list(monkeypatch):
    set_all(monkeypatch, xyzzy="1")
    with pytest.raises(ImproperlyConfigured, match=r"SAMVERK_XYZZY .* docs/settings\.md"):
        read_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("debug", "perhaps"),
        ("language", "de"),
        ("log_level", "LOUD"),
        ("mail_server", "mail.example"),
        ("mail_server", "http://mail.example"),
        ("mail_server", "smtp://mail.example:many"),
    ],
)
def test_a_value_that_cannot_be_read_names_its_variable(monkeypatch, name, value):
    set_all(monkeypatch, **{name: value})
    with pytest.raises(ImproperlyConfigured, match=f"SAMVERK_{name.upper()}: "):
        read_settings()


def test_the_key_is_made_once_and_only_its_owner_reads_it(monkeypatch, tmp_path):
    set_all(monkeypatch, data_dir=tmp_path)
    first = secret_key(read_settings())
    assert len(first) >= 64
    assert secret_key(read_settings()) == first
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_key_that_is_set_wins_and_is_not_shown(monkeypatch, tmp_path):
    set_all(monkeypatch, data_dir=tmp_path, secret_key="from the vault")
    settings = read_settings()
    assert secret_key(settings) == "from the vault"
    assert "vault" not in repr(settings)
    assert not list(tmp_path.iterdir())


def test_sqlite_waits_for_its_turn_to_write(monkeypatch, tmp_path):
    set_all(monkeypatch, data_dir=tmp_path, database_url="")
    described = database(read_settings())
    assert described["NAME"].parent == tmp_path
    assert described["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_database_by_its_address(monkeypatch):
    set_all(monkeypatch, database_url="postgres://samverk:word@db.example:5433/alliances")
    described = database(read_settings())
    assert described["ENGINE"] == "django.db.backends.postgresql"
    assert (described["NAME"], described["HOST"], described["PORT"]) == ("alliances", "db.example", 5433)


SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.mark.parametrize(
    ("address", "described"),
    [
        ("", Mail("django.core.mail.backends.filebased.EmailBackend")),
        ("smtp://localhost:25", Mail(SMTP, "localhost", 25)),
        ("smtp://us%40er:w%2Ford@mail.example", Mail(SMTP, "mail.example", 587, "us@er", "w/ord", tls=True)),
        ("smtps://user:word@mail.example", Mail(SMTP, "mail.example", 465, "user", "word", ssl=True)),
    ],
    ids=["files", "relay", "starttls", "tls"],
)
def test_letters_leave_through_the_server_that_was_set(monkeypatch, address, described):
    set_all(monkeypatch, mail_server=address)
    settings = read_settings()
    assert mail(settings) == described
    assert "word" not in repr(settings)


ONE = '{"id": "eduid", "name": "eduID", "server": "https://login.example/", "client": "c", "secret": "hush"}'


def test_providers_are_written_as_json(monkeypatch):
    set_all(monkeypatch, oidc=f"[{ONE}]")
    (provider,) = read_settings().oidc
    assert (provider.id, provider.secret.get_secret_value()) == ("eduid", "hush")
    assert "hush" not in repr(read_settings())


@pytest.mark.parametrize(
    "value", ["eduid", "[{}]", f"[{ONE.replace('https', 'http')}]", f"[{ONE.replace('eduid', 'Edu ID')}]"]
)
def test_a_provider_that_cannot_be_meant_is_refused(monkeypatch, value):
    set_all(monkeypatch, oidc=value)
    with pytest.raises(ImproperlyConfigured, match=r"(?i)oidc"):
        read_settings()
