"""What a record of the Research Organization Registry says, in each form that it is published in.

Of the types we take as a category only what is safe: `education` may be a school, `healthcare`, `nonprofit` and
`archive` may be anything. These stay open until a list of charter holders says more.
"""

import re
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any

from pydantic import BaseModel, ValidationError

from samverk.portal.organisations.actions.cells import as_country, as_text
from samverk.portal.organisations.actions.entry import CannotRead, Entry
from samverk.scheme.values import Category

KINDS = {"company": Category.ENTERPRISE, "facility": Category.RESEARCH, "government": Category.PUBLIC}

_ID = re.compile(r"0[a-z0-9]{6}\d\d")


class _Name(BaseModel):
    value: str
    types: list[str]
    lang: str | None = None


class _Details(BaseModel):
    country_code: str | None = None
    name: str | None = None
    lat: float | None = None
    lng: float | None = None


class _Location(BaseModel):
    geonames_details: _Details


class _Link(BaseModel):
    type: str
    value: str


class _Second(BaseModel):
    """Schema 2.0 and 2.1."""

    id: str
    status: str
    types: list[str]
    names: list[_Name]
    locations: list[_Location]
    links: list[_Link] = []


class _Label(BaseModel):
    label: str
    iso639: str | None = None


class _Address(BaseModel):
    city: str | None = None
    lat: float | None = None
    lng: float | None = None


class _Country(BaseModel):
    country_code: str


class _First(BaseModel):
    """Schema 1."""

    id: str
    status: str
    types: list[str]
    name: str
    country: _Country
    addresses: list[_Address] = []
    links: list[str] = []
    aliases: list[str] = []
    acronyms: list[str] = []
    labels: list[_Label] = []


def entry_of_record(number: int, record: Mapping[str, Any]) -> Entry:
    """The organisation of a JSON object. Raises `CannotRead`."""
    try:
        if "names" in record:
            return _of_second(number, _Second.model_validate(record))
        return _of_first(number, _First.model_validate(record))
    except ValidationError as error:
        raise CannotRead("not_a_ror_record") from error


def entry_of_row(number: int, cells: Mapping[str, Any]) -> Entry:
    """The organisation of a row of a table: types apart by `|`, one name. Raises `CannotRead`."""
    try:
        place = _Address(city=as_text(cells.get("city")), lat=cells.get("lat") or None, lng=cells.get("lng") or None)
    except ValidationError as error:
        raise CannotRead("not_a_ror_record") from error
    return _entry(
        number,
        id=as_text(cells["ror_id"]),
        status=as_text(cells["status"]),
        types=as_text(cells.get("types")).split("|"),
        names=[(as_text(cells["name"]), "")],
        country=as_text(cells["country"]),
        place=place,
        website=as_text(cells.get("website")),
    )


def _of_second(number: int, record: _Second) -> Entry:
    names = sorted(record.names, key=lambda name: "ror_display" not in name.types)
    place = record.locations[0].geonames_details if record.locations else _Details()
    return _entry(
        number,
        id=record.id,
        status=record.status,
        types=record.types,
        names=[(name.value, name.lang or "") for name in names],
        country=place.country_code or "",
        place=_Address(city=place.name, lat=place.lat, lng=place.lng),
        website=next((link.value for link in record.links if link.type == "website"), ""),
    )


def _of_first(number: int, record: _First) -> Entry:
    others = [*record.aliases, *record.acronyms]
    labels = [(label.label, label.iso639 or "") for label in record.labels]
    return _entry(
        number,
        id=record.id,
        status=record.status,
        types=record.types,
        names=[(record.name, ""), *labels, *((name, "") for name in others)],
        country=record.country.country_code,
        place=record.addresses[0] if record.addresses else _Address(),
        website=next(iter(record.links), ""),
    )


def _entry(
    number: int,
    *,
    id: str,  # noqa: A002
    status: str,
    types: Iterable[str],
    names: Iterable[tuple[str, str]],
    country: str,
    place: _Address,
    website: str,
) -> Entry:
    if status != "active":
        raise CannotRead(status if status in ("inactive", "withdrawn") else "not_a_ror_record")
    ror = id.rpartition("/")[2]
    name, *others = [(as_text(text), language[:8]) for text, language in names if as_text(text)] or [("", "")]
    where = as_country(country)
    if not _ID.fullmatch(ror) or not name[0]:
        raise CannotRead("not_a_ror_record")
    if where is None:
        raise CannotRead("unknown_country")
    latitude, longitude = _coordinates(place)
    return Entry(
        row=number,
        name=name[0],
        names=tuple(others),
        country=where,
        city=as_text(place.city, 120),
        latitude=latitude,
        longitude=longitude,
        kind=_kind(types),
        ror=ror,
        website=as_text(website),
    )


def _coordinates(place: _Address) -> tuple[float | None, float | None]:
    lat, lng = place.lat, place.lng
    if lat is None or lng is None or not (isfinite(lat) and isfinite(lng)) or abs(lat) > 90 or abs(lng) > 180:
        return None, None
    return lat, lng


def _kind(types: Iterable[str]) -> str:
    """Where several types, beside `funder`, say different things, none."""
    kinds = {KINDS.get(kind.casefold(), "") for kind in types if kind.casefold() != "funder"}
    return kinds.pop() if len(kinds) == 1 else ""
