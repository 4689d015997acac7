"""What an application is asked: sections, questions, limits (form.toml)."""

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from samverk.scheme.book.model import Figure, Versioned
from samverk.scheme.rules import Strict, Whole
from samverk.scheme.values import Certainty


class Answer(StrEnum):
    """What is written in answer to a question."""

    TEXT = "text"
    TABLE = "table"
    CHOICE = "choice"


class FormSection(Strict):
    """A part of the form. `number`: as the official template has it. `criterion`: where its answers weigh in."""

    id: str
    number: str
    criterion: str | None = None


class Question(Strict):
    """One question. `at_most` in `unit`; if not `binding`, a recommendation. `repeats`: once for each of these."""

    id: str
    number: str
    section: str
    answer: Answer = Answer.TEXT
    at_most: Whole | None = Field(default=None, gt=0)
    unit: str = "characters"
    binding: bool = False
    repeats: Literal["organisation", "work_package", "part"] | None = None
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class WorkPackages(Strict):
    """Types of work package. A proposal without one of them may be treated as incomplete."""

    required: tuple[str, ...] = Field(min_length=1)
    source: tuple[str, ...] = Field(min_length=1)


class Form(Versioned):
    """The sections and questions in their order. `package`: the most that all files together may weigh."""

    package: Figure
    work_packages: WorkPackages
    section: tuple[FormSection, ...] = Field(min_length=1)
    question: tuple[Question, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _questions_stand_in_sections(self) -> Self:
        sections = {section.id for section in self.section}
        for question in self.question:
            if question.section not in sections:
                raise ValueError(f"section_unknown:{question.section}")
        return self
