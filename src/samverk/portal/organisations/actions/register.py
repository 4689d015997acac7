"""Enter the organisations of one source, or bring up to date what is on record of them.

A source overwrites its own rows, unless the release that comes in is older than the one on record. In all other rows
it fills what is empty. Whatever a source calls an organisation is kept as a name of it, and a name that it bore before
with the days. What the members of an organisation say of it no source overwrites, and a source that still has a
former name is late and renames nothing back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import models, transaction

from samverk.portal.organisations.actions.entry import Entry, Period, Progress, Report, Skipped
from samverk.portal.organisations.actions.matching import Match, Records, first_of_each
from samverk.portal.organisations.models import Charter, Organisation, OrganisationName, Source
from samverk.portal.organisations.models.organisation_name import former
from samverk.portal.organisations.models.search_word import index

BATCH = 1000
FACTS = ("country", "city", "latitude", "longitude", "kind", "pic", "ror", "oid", "erasmus_code", "website")


@transaction.atomic
def register(
    entries: Sequence[Entry], *, source: Source, release: date, report: Report, progress: Progress | None = None
) -> None:
    """Enter all or nothing. `release` is the day of the list; what was done is added to `report`."""
    once = list(first_of_each(entries, report))
    records = Records(once)
    for start in range(0, len(once), BATCH):
        matched = list(_matched(once[start : start + BATCH], records, report))
        _Batch(source, release, report).enter(matched)
        if progress:
            progress(min(start + BATCH, len(once)), len(once))


def _matched(entries: Sequence[Entry], records: Records, report: Report) -> Iterator[tuple[Entry, Match | None]]:
    for entry in entries:
        match = records.take(entry)
        if match is None and records.merged(entry):
            report.skipped.append(Skipped(entry.row, "merged", entry.name))
        else:
            yield records.told_of_living(entry), match


@dataclass
class _Batch:
    """The rows to write for one batch of entries."""

    source: Source
    release: date
    report: Report
    organisations: list[Organisation] = field(default_factory=list)
    names: list[OrganisationName] = field(default_factory=list)
    charters: list[Charter] = field(default_factory=list)
    found_anew: set[int] = field(default_factory=set)

    def enter(self, matched: Sequence[tuple[Entry, Match | None]]) -> None:
        known = Organisation.objects.with_names().with_charters().in_bulk([m.id for _, m in matched if m])
        self._create([entry for entry, match in matched if match is None])
        for entry, match in matched:
            if match:
                self.report.matched[match.trait] += 1
                self._update(entry, known[match.id])
        self._save()

    def _create(self, entries: Sequence[Entry]) -> None:
        rows = [self._new(entry) for entry in entries]
        Organisation.objects.bulk_create(rows)
        for entry, row in zip(entries, rows, strict=True):
            self._add_names(row, entry.names, {row.name})
            self.charters += [self._new_charter(row, period) for period in entry.charters]
            self.found_anew.add(row.pk)
        self.report.created += len(rows)

    def _new(self, entry: Entry) -> Organisation:
        facts = {name: getattr(entry, name) for name in FACTS}
        return Organisation(name=entry.name, source=self.source, source_release=self.release, **facts)

    def _new_charter(self, row: Organisation, period: Period) -> Charter:
        return Charter(
            organisation=row,
            valid_from=period.since,
            valid_until=period.until,
            source=period.source,
            last_listed=self.release,
        )

    def _update(self, entry: Entry, row: Organisation) -> None:
        owned = row.source == self.source and row.source_release <= self.release
        names = [(entry.name, ""), *entry.names]
        former_names = {name.text for name in row.names.all() if name.valid_until}
        renamed = owned and row.name != entry.name and entry.name not in former_names
        if renamed:
            self._rename(row, entry.name)
            self.report.renamed += 1
        touched = self._set_facts(entry, row, owned=owned)
        named = self._add_names(row, names, {row.name, *(name.text for name in row.names.all())})
        chartered = [self._set_charter(row, period) for period in entry.charters]
        if renamed or touched or named or any(chartered):
            self.report.updated += 1
            self.found_anew.add(row.pk)
        else:
            self.report.unchanged += 1
        if renamed or touched or (owned and row.source_release < self.release):
            row.source_release = self.release if owned else row.source_release
            self.organisations.append(row)

    def _rename(self, row: Organisation, name: str) -> None:
        self.names.append(former(row, self.release))
        row.name, row.name_since, row.name_language = name, self.release, ""

    def _set_facts(self, entry: Entry, row: Organisation, *, owned: bool) -> bool:
        """What the entry leaves empty stays as it is."""
        new = {name: value for name in FACTS if (value := getattr(entry, name)) not in (None, "")}
        new = {name: value for name, value in new.items() if name not in row.own_words}
        if not owned:
            new = {name: value for name, value in new.items() if getattr(row, name) in (None, "")}
        changed = {name: value for name, value in new.items() if getattr(row, name) != value}
        for name, value in changed.items():
            setattr(row, name, value)
        return bool(changed)

    def _add_names(self, row: Organisation, names: Sequence[tuple[str, str]], known: set[str]) -> bool:
        new = {text: language for text, language in reversed(names) if text not in known}
        self.names += [OrganisationName(organisation=row, text=text, language=new[text]) for text in new]
        return bool(new)

    def _set_charter(self, row: Organisation, period: Period) -> bool:
        charter = next((c for c in row.charters.all() if c.valid_from == period.since), None)
        if charter is None:
            self.charters.append(self._new_charter(row, period))
            return True
        if charter.last_listed >= self.release:
            return False
        before = (charter.valid_until, charter.gone_from, charter.source)
        charter.valid_until, charter.gone_from, charter.source = period.until, None, period.source
        charter.last_listed = self.release
        self.charters.append(charter)
        return before != (charter.valid_until, charter.gone_from, charter.source)

    def _save(self) -> None:
        _write(self.organisations, ["name", "name_since", "name_language", "source_release", *FACTS])
        OrganisationName.objects.bulk_create(self.names)
        Charter.objects.bulk_create([charter for charter in self.charters if charter.pk is None])
        kept = [charter for charter in self.charters if charter.pk is not None]
        _write(kept, ["valid_until", "gone_from", "source", "last_listed"])
        index(self.found_anew)


def _write(rows: Sequence[models.Model], fields: Sequence[str]) -> None:
    """One statement for all, which an update of many rows by cases is not."""
    if rows:
        type(rows[0]).objects.bulk_create(rows, update_conflicts=True, unique_fields=["id"], update_fields=fields)  # type: ignore[attr-defined]
