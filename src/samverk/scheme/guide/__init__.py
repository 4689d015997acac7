"""The guide reading: rules, findings and problems in plain words, in each language."""

from samverk.scheme.guide.finding import Explained, explain
from samverk.scheme.guide.problem import problem_sentence
from samverk.scheme.guide.rule import explain_rule
from samverk.scheme.guide.scheme import Guide, Part, RuleGuide, scheme_guide
from samverk.scheme.guide.sources import Cited, cite
from samverk.scheme.guide.summary import summary

__all__ = [
    "Cited",
    "Explained",
    "Guide",
    "Part",
    "RuleGuide",
    "cite",
    "explain",
    "explain_rule",
    "problem_sentence",
    "scheme_guide",
    "summary",
]
