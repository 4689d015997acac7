"""What every answer of the portal carries, whatever the page."""

import json
import logging

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.template.loader import get_template

from samverk.portal.site.logs import logging as described


@pytest.mark.django_db
def test_healthy(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json()["status"] == "ok"


@pytest.mark.django_db
def test_not_healthy_without_a_database(client):
    def refuse(*_):
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"status": "the database does not answer"}


@pytest.mark.django_db
def test_every_answer_forbids_what_pages_do_not_need(client):
    headers = client.get("/healthz").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_pages_travel_small(client):
    page = client.get("/en/", headers={"Accept-Encoding": "gzip"})
    assert page["Content-Encoding"] == "gzip"
    assert len(page.content) < len(client.get("/en/").content) / 2


def test_another_host_name_is_refused(client):
    assert client.get("/healthz", headers={"host": "elsewhere.example"}).status_code == 400


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_error_pages_need_nothing_of_the_request(status):
    assert "<h1" in get_template(f"{status}.html").render()


@pytest.mark.parametrize(("language", "title"), [("en", "There is no such page"), ("sv", "Sidan finns inte")])
def test_a_missing_page_answers_in_the_reader_s_language(client, language, title):
    response = client.get(f"/{language}/no-such-page")
    assert response.status_code == 404
    assert f'lang="{language}"' in response.text
    assert title in response.text


def test_styles_and_scripts_are_collected_under_names_that_hold_their_content(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    names = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    assert names["samverk/base.css"] != "samverk/base.css"
    assert (tmp_path / names["samverk/base.css"]).is_file()


@pytest.mark.django_db  # closing the answer closes what the request opened
def test_plain_names_serve_until_then(client):
    url = staticfiles_storage.url("samverk/base.css")
    assert url == "/static/samverk/base.css"
    response = client.get(url)
    assert b"".join(response.streaming_content).startswith(b"/*")
    response.close()


def test_a_log_line_is_one_json_object_without_local_variables():
    formatter = described("INFO")["formatters"]["json"]["()"]()
    try:
        secret = "person@company.example"
        raise ValueError(len(secret))
    except ValueError as error:
        record = logging.LogRecord(
            "samverk", logging.ERROR, __file__, 1, "broke", None, (type(error), error, error.__traceback__)
        )
    line = formatter.format(record)
    assert json.loads(line)["event"] == "broke"
    assert "ValueError" in line
    assert "person@company.example" not in line
