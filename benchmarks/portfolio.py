"""A made-up portfolio of applications, the same for the same seed: what every engine of the benchmark is given."""

import numpy as np
import pyarrow as pa

from samverk.scheme.values import Category, Role

COUNTRIES = "SE FI DE IT FR ES NL BE AT DK NO PL PT GR IE HU CZ RO BG HR RS TR GB CH UA US CA MD GE TN".split()  # noqa: SIM905 - easier to read
ORGANISATIONS = 2_000_000
"""Far more than an application has: two rows of one are of the same group by chance in hardly any."""


class Chance:
    """Random columns of so many rows, `missing` of each left out."""

    def __init__(self, seed: int, missing: float) -> None:
        self.random, self.missing = np.random.default_rng(seed), missing

    def but(self, values: np.ndarray, kind: pa.DataType | None = None) -> pa.Array:
        """The values, some missing."""
        return pa.array(values, kind, mask=self.random.random(len(values), np.float32) < self.missing)

    def words(self, rows: int, words: list[str], weights: list[float] | None = None) -> pa.Array:
        """Words, some more likely than others."""
        shares = np.array(weights or [1] * len(words)) / sum(weights or [1] * len(words))
        codes = np.searchsorted(np.cumsum(shares), self.random.random(rows, np.float32)).astype(np.uint8)
        return pa.DictionaryArray.from_arrays(self.but(np.minimum(codes, len(words) - 1)), [str(w) for w in words])

    def yes(self, rows: int, share: float) -> pa.Array:
        """Yes in so many."""
        return self.but(self.random.random(rows, np.float32) < share)


def portfolio(rows: int, *, seed: int = 1, missing: float = 0.01, everyone: bool = False, first: int = 0) -> pa.Table:
    """About `rows` participations, 4 to 12 an application, numbered from `first`.

    `missing`: share of facts that are not known. Every 50th application has two linked organisations.
    `everyone`: each row names a group (as from a register of owners); else only linked ones do.
    """
    chance = Chance(seed, missing)
    sizes = chance.random.integers(4, 13, max(1, rows // 8))
    starts = np.cumsum(sizes) - sizes
    count = int(sizes.sum())
    role = chance.words(count, [*Role], [9, 1])
    associated = np.asarray(role.indices.fill_null(0)) == 1
    grant = chance.random.integers(1, 200_000_00, count) * (~associated | (chance.random.random(count) < 0.05))
    coordinator = np.zeros(count, bool)
    coordinator[starts] = chance.random.random(len(starts)) < 0.98
    months, asked, aims = project(chance, len(sizes))
    return pa.table(
        {
            "application": np.repeat(np.arange(first, first + len(sizes)), sizes),
            "role": role,
            "category": chance.words(count, [*Category], [8, 2, 1, 1, 7, 1, 1, 1, 2, 1, 1, 1, 1]),
            "country": chance.words(count, COUNTRIES),
            "coordinator": chance.but(coordinator),
            "charter": chance.yes(count, 0.97),
            "role_stated": chance.yes(count, 0.95),
            "added_value": chance.yes(count, 0.9),
            "experience": chance.yes(count, 0.95),
            "grant_cents": chance.but(grant),
            "group": groups(chance, count, starts, everyone=everyone),
            "duration_months": months.take(np.repeat(np.arange(len(sizes)), sizes)),
            "project_grant_cents": asked.take(np.repeat(np.arange(len(sizes)), sizes)),
            "aims": aims.take(np.repeat(np.arange(len(sizes)), sizes)),
        }
    )


def project(chance: Chance, count: int) -> tuple[pa.Array, pa.Array, pa.Array]:
    """Months, grant in cents and number of aims of each application."""
    months = np.array([24, 36, 36, 30], np.int16)[chance.random.integers(0, 4, count)]
    grant = chance.random.integers(300_000_00, 1_050_000_00, count)
    return chance.but(months), chance.but(grant), chance.but(chance.random.integers(0, 6, count).astype(np.uint8))


def groups(chance: Chance, count: int, starts: np.ndarray, *, everyone: bool) -> pa.Array:
    """The second row of every 50th application has the group of the first."""
    number = chance.random.integers(0, ORGANISATIONS, count).astype(np.int32)
    linked = starts[::50]
    number[linked + 1] = number[linked]
    if everyone:
        return pa.array(number)
    alone = np.ones(count, bool)
    alone[linked] = alone[linked + 1] = False
    return pa.array(number, mask=alone)
