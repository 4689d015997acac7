"""The agency's words for a question and its answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.portal.calls.actions.answer_question import LONGEST as LONGEST_ANSWER
from samverk.portal.calls.actions.ask_question import LONGEST

CODES = ("sv", "en")
ANSWERS = {"sv": _("Answer in Swedish"), "en": _("Answer in English")}
QUESTIONS = {"sv": _("Question in Swedish, for everybody"), "en": _("Question in English, for everybody")}


class InBoth(forms.Form):
    """A text in each of `needed`, and in the other language if it is written. `version`: what the person saw."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    labels: dict[str, Any]
    longest: int

    def __init__(self, *given: Any, needed: tuple[str, ...], **named: Any) -> None:
        super().__init__(*given, **named)
        for code in sorted(CODES, key=lambda code: code not in needed):
            area = forms.Textarea({"class": "ds-input", "rows": 6, "lang": code})
            self.fields[code] = forms.CharField(
                label=self.labels[code], required=code in needed, max_length=self.longest, widget=area
            )

    @property
    def texts(self) -> dict[str, str]:
        """By language."""
        return {code: self.cleaned_data[code] for code in CODES if code in self.cleaned_data}


class AnswerForm(InBoth):
    labels, longest = ANSWERS, LONGEST_ANSWER


class PublishForm(InBoth):
    labels, longest = QUESTIONS, LONGEST

    def __init__(self, *given: Any, needed: tuple[str, ...], **named: Any) -> None:
        super().__init__(*given, needed=needed, **named)
        for code in set(CODES) - set(needed):
            del self.fields[code]
