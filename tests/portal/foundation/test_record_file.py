"""JSON records from outside are read as they come, or refused by name."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverk.portal.foundation import record_file
from samverk.portal.foundation.files import Unreadable
from samverk.portal.foundation.record_file import read_records

RECORDS = st.lists(st.dictionaries(st.text(max_size=9), st.text(max_size=30) | st.integers(), max_size=4), min_size=1)
LAYOUTS = [
    json.dumps,
    lambda records: json.dumps(records, indent=2, ensure_ascii=False),
    lambda records: "\n".join(json.dumps(record) for record in records),
]


def refusal(path: Path) -> str | None:
    try:
        list(read_records(path))
    except Unreadable as refused:
        return refused.code
    return None


def file(folder: str | Path, content: bytes) -> Path:
    path = Path(folder) / "dump.json"
    path.write_bytes(content)
    return path


@given(RECORDS, st.sampled_from(LAYOUTS), st.integers(1, 50))
def test_every_record_whatever_the_layout_and_the_size_of_a_piece(records, layout, chunk):
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(record_file, "CHUNK", chunk)
        found = list(read_records(file(folder, layout(records).encode("utf-8", "replace"))))
    assert found == list(enumerate(json.loads(json.dumps(records)), 1))


@pytest.mark.parametrize(
    ("content", "code", "row"),
    [
        (b"", "empty", None),
        (b" [ ] ", "empty", None),
        (b'{"a": 1} {"b', "not_json", 2),
        (b'[{"a": 1}, "b"]', "not_a_record", 2),
        (b"[" * 100_000 + b"3", "not_a_record", 1),
        (b'{"a":' * 100_000, "not_json", 1),
        (b"\xff{}", "not_text", None),
    ],
)
def test_what_is_no_record_is_refused_by_name_and_place(tmp_path, content, code, row):
    with pytest.raises(Unreadable) as refused:
        list(read_records(file(tmp_path, content)))
    assert (refused.value.code, refused.value.row) == (code, row)


def test_a_record_without_end(tmp_path, monkeypatch):
    monkeypatch.setattr(record_file, "LONGEST", 100)
    monkeypatch.setattr(record_file, "CHUNK", 10)
    with pytest.raises(Unreadable, match="not_json"):
        list(read_records(file(tmp_path, b'{"a": "' + b"x" * 1000)))


@given(st.binary(max_size=300), st.sampled_from([b"", b"[", b'{"a": 1}\n', b"\x1f\x8b\x08"]))
def test_any_bytes_are_records_or_a_named_refusal(content, start):
    with TemporaryDirectory() as folder:
        assert refusal(file(folder, start + content)) in {
            "empty",
            "not_text",
            "not_json",
            "not_a_record",
            "damaged",
            None,
        }
