"""Pages of docs/ that are made from the code: who may do what, and the life of each thing.

`reference.py write` writes them; tests/repository/test_reference.py fails when they are older than the code.
"""

import inspect
import os
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import django
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override

from samverk import portal

DOCS = Path(__file__).parents[1] / "docs"
NOTE = "<!-- Made from the code by `make docs`. A change here is lost: change the code. -->"
STAGES = ("documents", "notices", "people", "organisations", "calls", "alliances")
"""In the order in which they build on each other; a stage that is not named here comes after them."""


def pages() -> dict[Path, str]:
    """Each page with what it should say."""
    with override("en"):
        return {DOCS / "access.md": access(), DOCS / "lifecycles.md": lifecycles()}


def modules(name: str) -> Iterator[tuple[str, ModuleType]]:
    """Stage and module, of each stage that has a module of that name."""
    stages = sorted((found.name for found in iter_modules(portal.__path__)), key=_place)
    for stage in stages:
        folder = Path(portal.__path__[0]) / stage
        if (folder / f"{name}.py").exists():
            yield stage, import_module(f"samverk.portal.{stage}.{name}")


def _place(stage: str) -> tuple[int, str]:
    return (STAGES.index(stage) if stage in STAGES else len(STAGES), stage)


def access() -> str:
    """Who may do what, and who may knock where."""
    said = [
        NOTE,
        "# Who may do what",
        (
            "What a person may see and do is decided in the stage that the thing belongs to: by its queries, to "
            "which whatever is not the person's own looks as if it were not there, and by one function `may_…` for "
            "each deed. A deed that is refused names its reason, and goes on record."
        ),
    ]
    for stage, module in modules("permissions"):
        said += [f"## {stage.capitalize()}", _first(module), *_functions(module)]
    return "\n\n".join([*said, *_addresses()]) + "\n"


def _functions(module: ModuleType) -> Iterator[str]:
    own = [each for _name, each in inspect.getmembers(module, inspect.isfunction) if each.__module__ == module.__name__]
    public = sorted((each for each in own if not each.__name__.startswith("_")), key=_line)
    if deeds := [each for each in public if each.__name__.startswith("may_")]:
        yield table(("deed", "who may"), [(plain(each.__name__.removeprefix("may_")), _doc(each)) for each in deeds])
    if others := [each for each in public if each not in deeds]:
        yield "\n".join(f"- *{plain(each.__name__)}*: {_doc(each)}" for each in others)


def _line(function: Callable) -> int:
    return function.__code__.co_firstlineno


def _addresses() -> Iterator[str]:
    from samverk.portal.site.access import list_of  # noqa: PLC0415 - needs Django set up

    yield "## Addresses"
    yield "Every address is in exactly one list (`site/access.py`); one that is in none answers to nobody."
    heads = {
        "public": "Open to everybody, without an account",
        "signed_in": "Asks for an account first",
        "key": "For programs: a key, or the session of a person",
        "account": "Signing in: the package for accounts asks for what it needs itself",
    }
    found = sorted(addresses())
    for kind, head in heads.items():
        rows = [(f"`{name}`", f"`{path}`") for name, path, module in found if list_of(name, module) == kind]
        if rows:
            yield f"### {head}"
            yield table(("name", "address"), rows)


def addresses(
    patterns: list[URLPattern | URLResolver] | None = None, space: str = "", before: str = "/"
) -> Iterator[tuple[str, str, str]]:
    """Name, address and module of each address that has a name."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = before + str(pattern.pattern).removeprefix("^").removesuffix("$").replace("\\Z", "")
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern.url_patterns, inner, path)
        elif pattern.name:
            yield f"{space}{pattern.name}", path, pattern.callback.__module__


def lifecycles() -> str:
    """Every table of a life, as a table and as a diagram."""
    said = [
        NOTE,
        "# The life of each thing",
        "In which state what can happen, and which state follows. What is not in a table cannot happen.",
    ]
    for stage, module in modules("states"):
        for name, life in _lives(module):
            said += [f"## {_called(name)} ({stage})", *_life(life)]
    return "\n\n".join(said) + "\n"


def _lives(module: ModuleType) -> list[tuple[str, object]]:
    from samverk.portal.foundation.lifecycle import Lifecycle  # noqa: PLC0415 - needs Django set up

    return [(name, value) for name, value in vars(module).items() if isinstance(value, Lifecycle)]


def _called(name: str) -> str:
    return plain(name.lower().removesuffix("_lifecycle")).capitalize()


def _life(life: object) -> Iterator[str]:
    states, words = type(life.start), _words(type(life.start))
    if (states.__doc__ or "").strip():
        yield _first(states)
    yield table(
        ("in this state", "can happen", "and leads to"),
        [(words(before), plain(event), words(after)) for (before, event), after in life.steps.items()],
    )
    yield "\n".join(["```mermaid", "stateDiagram-v2", *_diagram(life, words), "```"])


def _diagram(life: object, words: Callable[[StrEnum], str]) -> Iterator[str]:
    for state in type(life.start):
        yield f'    state "{words(state)}" as {state}'
    yield f"    [*] --> {life.start}"
    for (before, event), after in life.steps.items():
        yield f"    {before} --> {after}: {plain(event)}"
    before = {state for state, _event in life.steps}
    yield from (f"    {state} --> [*]" for state in type(life.start) if state not in before)


def _words(states: type[StrEnum]) -> Callable[[StrEnum], str]:
    """What the screens call a state, where they have words for it."""
    known = {}
    for wording in _wordings():
        for table_ in vars(wording).values():
            if isinstance(table_, dict) and table_ and all(isinstance(key, states) for key in table_):
                known |= table_
    return lambda state: str(known[state]) if state in known else plain(state)


def _wordings() -> Iterator[ModuleType]:
    for path in sorted((Path(portal.__path__[0]) / "web").glob("*/wording.py")):
        yield import_module(f"samverk.portal.web.{path.parent.name}.wording")


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def plain(code: str) -> str:
    """A code as words."""
    return code.replace("_", " ")


def _doc(thing: object) -> str:
    return " ".join((inspect.getdoc(thing) or "").split())


def _first(thing: object) -> str:
    """The first paragraph of its docstring, in full sentences."""
    return " ".join((inspect.getdoc(thing) or "").partition("\n\n")[0].split())


def write() -> int:
    for path, text in pages().items():
        path.write_text(text, "utf-8")
        print(path.relative_to(DOCS.parent))
    return 0


def check() -> int:
    old = [path.name for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    print(f"older than the code: {', '.join(old)}: run `make docs`" if old else "the pages are as new as the code")
    return 1 if old else 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samverk.portal.site.settings")
    if not settings.configured:
        django.setup()
    sys.exit({"write": write, "check": check}[sys.argv[1]]())
