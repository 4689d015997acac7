"""What is wrong with a text, and the way out, in a sentence."""

from samverk.scheme.document import Problem
from samverk.scheme.words import harmless, words


def problem_sentence(problem: Problem, lang: str, known: tuple[str, ...] = ()) -> str:
    """The sentence for a problem. `known`: the names there are, where one was asked for that is not."""
    say = words(lang)
    about = harmless(problem.about).replace("\n", " ")
    bare = f"problem_bare.{problem.code}"
    name = bare if not about and say.has(bare) else f"problem.{problem.code}"
    return say.say(name, about=about, known=say.listed(known, "or"))
