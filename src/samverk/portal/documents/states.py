"""Which kinds of files there are."""

from enum import StrEnum


class Type(StrEnum):
    """The value is the media type with which the file is given out."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"
