"""`samverk repair`: the smallest change that lets this alliance apply, and whom it cannot afford to lose."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samverk.cli.language import language_option, phrases, told
from samverk.cli.output import LOOKS, Refusal, heading, items, paragraph, say
from samverk.cli.reading import read_case
from samverk.scheme.book import Book
from samverk.scheme.book.repairs import Kind, open_repairs
from samverk.scheme.facts import Case
from samverk.scheme.guide.people import People
from samverk.scheme.guide.repair import Step, steps
from samverk.scheme.values import Outcome
from samverk.scheme.words import words

if TYPE_CHECKING:
    from samverk.scheme.repair.resilience import Loss

Ways = list[tuple[Step, ...]]
"""The steps of each repair."""

CANNOT = 1


@click.command(help=told("help.repair"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--keep", multiple=True, metavar="ID", help=told("help.keep"))
@click.option("--add", type=click.IntRange(0, 40), default=40, metavar="N", help=told("help.add"))
@click.option("--json", "as_json", is_flag=True, help=told("help.json"))
@language_option()
def repair(file: Path, *, keep: tuple[str, ...], add: int, as_json: bool, lang: str) -> None:
    """Find the smallest repairs of the case in a file."""
    from samverk.scheme.repair import Limits  # noqa: PLC0415 - loads the solver, which no other command needs
    from samverk.scheme.repair import repair as find  # noqa: PLC0415

    case, book = read_case(file, lang)
    _refuse_strangers(keep, case, file, lang)
    costs = open_repairs(case.scheme)
    found = find(case, book, costs, limits=Limits(frozenset(keep), add))
    ways = [steps(one.edits, case, book, costs, lang) for one in found.optima]
    if as_json:
        click.echo(json.dumps(_as_data(ways, found.conflict, case, book), ensure_ascii=False, indent=2))
    else:
        _show(ways, found.conflict, case, book, lang)
    click.get_current_context().exit(0 if ways else CANNOT)


def _refuse_strangers(keep: tuple[str, ...], case: Case, file: Path, lang: str) -> None:
    for key in set(keep) - {participant.id for participant in case.participants}:
        raise Refusal(f"{file}: {phrases(lang).say('repair.stranger', id=key)}")


def _show(ways: Ways, conflict: tuple[str, ...], case: Case, book: Book, lang: str) -> None:
    said = words(lang)
    say(heading(book, lang), dim=True)
    say()
    if not ways:
        titles = [book.texts[lang].rules[rule].title for rule in conflict]
        paragraph(said.say("repair.conflict", rules=said.listed(titles)), fg="red")
    for number, way in enumerate(ways, 1):
        _show_way(number, way, lang)
    _show_losses(case, book, lang)


def _show_way(number: int, way: tuple[Step, ...], lang: str) -> None:
    said = words(lang)
    if not way:
        say(said.say("repair.none"))
    elif number > 1:
        say()
        say(said.say("repair.or"), bold=True)
    for title, told_ in (("first", True), ("then", False)):
        chosen = [step for step in way if (step.edits[0].kind is Kind.TELL) is told_]
        if chosen:
            say(said.say(f"repair.{title}"), bold=True)
            items((_line(step, lang) for step in chosen), "  ", "→")


def _line(step: Step, lang: str) -> str:
    return f"{step.text} ({words(lang).say('repair.cost', step.cost)}: {step.why})" if step.cost else step.text


def _show_losses(case: Case, book: Book, lang: str) -> None:
    """Only of an alliance that can apply: of others it says nothing new."""
    from samverk.scheme.check import check  # noqa: PLC0415 - as above
    from samverk.scheme.repair.resilience import losses  # noqa: PLC0415

    if check(case, book).outcome is not Outcome.MET:
        return
    people, said = People(case, book, words(lang)), phrases(lang)
    say()
    say(said.say("repair.losses"), bold=True)
    for loss in losses(case, book):
        titles = [book.texts[lang].rules[rule].title for rule in loss.broken]
        look, name = LOOKS[loss.outcome], " ".join(people.named((loss.participant,)))
        paragraph(
            said.say("repair.loss", who=name, rules=said.listed(titles)) if titles else name, "    ", f"{look.sign}   "
        )


def _as_data(ways: Ways, conflict: tuple[str, ...], case: Case, book: Book) -> dict[str, Any]:
    from samverk.scheme.repair.resilience import losses  # noqa: PLC0415 - as above

    repairs = [{"cost": sum(s.cost for s in way), "steps": [_step(step) for step in way]} for way in ways]
    lost = [_lost(loss) for loss in losses(case, book)]
    return {"scheme": book.scheme, "call": book.call, "repairs": repairs, "conflict": conflict, "losses": lost}


def _lost(loss: "Loss") -> dict[str, Any]:
    told_ = {name: value for name, value in loss._asdict().items() if name != "after"}
    return told_ | {"successor": loss.successor or None}


def _step(step: Step) -> dict[str, Any]:
    edits = [{"kind": e.kind, "participant": e.who, "field": e.field, "value": _plain(e.value)} for e in step.edits]
    return {"text": step.text, "cost": step.cost, "why": step.why, "edits": edits}


def _plain(value: Any) -> Any:
    """Named tuples as what they name."""
    if hasattr(value, "_asdict"):
        return {name: _plain(each) for name, each in value._asdict().items()}
    return value
