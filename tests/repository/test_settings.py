"""Every setting is in the documents, with its default and what it does."""

import re

from samverk.portal.site.configuration import Settings, variables

from .tracked import ROOT


def default(name: str) -> str:
    value = Settings.model_fields[name].default
    shown = value.get_secret_value() if hasattr(value, "get_secret_value") else value
    shown = (
        ",".join(shown) if isinstance(shown, list) else str(shown).lower() if isinstance(shown, bool) else str(shown)
    )
    return f"`{shown}`" if shown else "empty"


def test_settings_are_documented():
    written = re.findall(
        r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE
    )
    there_are = [(name, default(name.removeprefix("SAMVERK_").lower()), text) for name, text in variables().items()]
    assert written == there_are
    assert all(text for _name, _default, text in there_are)
