"""A verdict in a sentence or two."""

from samverk.scheme.book.model import Book
from samverk.scheme.values import Outcome, Weight
from samverk.scheme.verdict import Verdict
from samverk.scheme.words import Words, words


def summary(verdict: Verdict, book: Book, lang: str) -> str:
    """Whether the alliance can apply, and which rules decide that. The verdict is by this book."""
    said, decided = words(lang), verdict.outcome
    titles = _titles(verdict, book, lang, decided, Weight.BLOCKS)
    about = {"scheme": book.texts[lang].name, "call": verdict.call, "rules": said.listed(titles)}
    return " ".join([said.say(f"summary.{decided}", len(titles), **about), *_more(verdict, book, said)])


def _more(verdict: Verdict, book: Book, said: Words) -> list[str]:
    """What stands beside the outcome: rules that cannot be judged yet, and warnings."""
    unknown = _titles(verdict, book, said.lang, Outcome.UNKNOWN, Weight.BLOCKS)
    warned = _titles(verdict, book, said.lang, Outcome.NOT_MET, Weight.WARNS)
    more = []
    if verdict.outcome is Outcome.NOT_MET and unknown:
        more.append(said.say("summary.unknown_too", len(unknown)))
    if warned:
        more.append(said.say("summary.warned", len(warned), rules=said.listed(warned)))
    return more


def _titles(verdict: Verdict, book: Book, lang: str, outcome: Outcome, weight: Weight) -> list[str]:
    found = [f.rule for f in verdict.findings if f.outcome is outcome and f.weight is weight]
    return [book.texts[lang].rules[rule].title for rule in found]
