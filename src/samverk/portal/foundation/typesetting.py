"""Papers as tagged PDF (PDF/UA-1), set by typst.

The template never changes with the data: what people wrote goes in as JSON and can only ever be text.
"""

import json
from pathlib import Path
from typing import Any, Literal

import typst


def typeset(template: Path, data: dict[str, Any]) -> bytes:
    """The paper as PDF. The template has `data` as `json(bytes(sys.inputs.data))` and sees no file but its neighbours.

    A name in a script that the built-in fonts lack costs the PDF/UA mark, not the document. Raises typst.TypstError.
    """
    try:
        return _compile(template, data, "ua-1")
    except typst.TypstError:
        return _compile(template, data, None)


def _compile(template: Path, data: dict[str, Any], standard: Literal["ua-1"] | None) -> bytes:
    pdf = typst.compile(
        template,
        root=template.parent,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards=standard,
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst returned pages, not one PDF")
    return pdf
