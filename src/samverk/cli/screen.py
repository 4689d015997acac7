"""`samverk screen`: the outcomes of a table full of applications."""

from collections import Counter
from pathlib import Path

import click

from samverk.cli.language import language_option, phrases, told
from samverk.cli.output import Refusal, heading, reason, refused, say
from samverk.cli.progress import Bar
from samverk.cli.reading import named_book
from samverk.scheme.book import Book
from samverk.scheme.document import DocumentError
from samverk.scheme.values import Outcome
from samverk.scheme.words import words


@click.command(help=told("help.screen"))
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--scheme", required=True, help=told("help.scheme"))
@click.option("--call", help=told("help.latest_call"))
@language_option()
def screen(source: Path, target: Path, scheme: str, call: str | None, lang: str) -> None:
    """Screen a table into another."""
    book = named_book(scheme, call, lang)
    _refuse_impossible(source, target, lang)
    _screen(source, target, book, lang)
    _tell(target, book, lang)


def _refuse_impossible(source: Path, target: Path, lang: str) -> None:
    for path in (source, target):
        if path.is_dir():
            raise Refusal(f"{path}: {phrases(lang).say('file.folder')}")
    if source.exists() and target.exists() and target.samefile(source):
        raise Refusal(f"{target}: {phrases(lang).say('screen.same')}")


def _screen(source: Path, target: Path, book: Book, lang: str) -> None:
    from samverk.scheme.screen import screen_parquet  # noqa: PLC0415 - loads numpy and Arrow, which no other command needs

    try:
        with Bar(phrases(lang).say("screen.working")) as progress:
            screen_parquet(source, target, book, progress)
    except DocumentError as error:
        raise refused(error, lang) from None
    except OSError as error:
        raise Refusal(f"{target}: {phrases(lang).say('file.unwritable', why=reason(error))}") from None


def _tell(target: Path, book: Book, lang: str) -> None:
    """How many applications came out how."""
    counts, said = _counts(target), phrases(lang)
    say(said.say("screen.done", counts.total(), heading=heading(book, lang), target=target))
    for outcome in (Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN):
        say(f"  {words(lang).say(f'outcome.{outcome}')}: {said.number(counts[outcome])}")


def _counts(target: Path) -> Counter[str]:
    import pyarrow.parquet as pq  # noqa: PLC0415

    counts: Counter[str] = Counter()
    with pq.ParquetFile(target) as file:
        for batch in file.iter_batches(columns=["outcome"]):
            for each in batch["outcome"].value_counts().to_pylist():
                counts[each["values"]] += each["counts"]
    return counts
