"""`samverk guide`: a scheme and its rules in plain words."""

import click

from samverk.cli.language import language_option, phrases, told
from samverk.cli.output import items, paragraph, say
from samverk.cli.reading import named_book
from samverk.scheme.guide import Part, RuleGuide, scheme_guide
from samverk.scheme.values import Certainty
from samverk.scheme.words import Words
from samverk.scheme.words import words as words_of_findings

INDENT = "  "


@click.command(help=told("help.guide"))
@click.argument("scheme")
@click.option("--call", help=told("help.latest_call"))
@language_option()
def guide(scheme: str, call: str | None, lang: str) -> None:
    """Print the guide to a scheme."""
    book = named_book(scheme, call, lang)
    shown, words = scheme_guide(book, lang), phrases(lang)
    say(words.say("guide.heading", scheme=shown.name, call=book.call), bold=True)
    paragraph(shown.summary)
    for part in shown.about:
        _show_part(part)
    say()
    say(words.say("guide.rules"), bold=True)
    for rule in shown.rules:
        _show_rule(rule, words)


def _show_part(part: Part) -> None:
    say()
    say(part.title, bold=True)
    for text in part.text:
        if isinstance(text, str):
            paragraph(text)
        else:
            items(text, INDENT)


def _show_rule(rule: RuleGuide, words: Words) -> None:
    say()
    say(rule.title, bold=True)
    paragraph(rule.sentence, INDENT)
    if rule.reading:
        paragraph(rule.reading, INDENT)
    sources = "; ".join(source.line for source in rule.sources)
    sure = words_of_findings(words.lang).say(f"certainty.{rule.certainty}")
    doubt = "" if rule.certainty is Certainty.CONFIRMED else f" ({sure})"
    paragraph(words.say("guide.source", sources=sources) + doubt, INDENT, dim=True)
