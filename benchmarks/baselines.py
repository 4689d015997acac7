"""The rules of the Knowledge Alliances written by hand for Polars and DuckDB, as one who knows each would.

Both take the same plain columns (a code a word, booleans, cents; null: not known) and give a code a rule:
0 not met, 1 met, 2 unknown, 3 not applicable. `naive` counts distinct groups everywhere; `rewritten` looks first for
the few applications in which a group occurs twice, and counts rows in the others.
"""

import os

os.environ.setdefault("POLARS_MAX_THREADS", "1")

import duckdb
import polars as pl
import pyarrow as pa

from samverk.scheme.book.model import Book
from samverk.scheme.values import Category, CountryStatus

ENTERPRISES = [[*Category].index(c) for c in (Category.ENTERPRISE, Category.CONSULTANCY, Category.INTERMEDIARY)]
ADVISERS = ENTERPRISES[1:]
HEI = [*Category].index(Category.HEI)


def plain(table: pa.Table) -> pa.Table:
    """The columns with a code for each word."""
    columns = {name: table[name].combine_chunks() for name in table.column_names}
    return pa.table({n: c.indices if pa.types.is_dictionary(c.type) else c for n, c in columns.items()})


def programme_countries(book: Book, countries: list[str]) -> list[int]:
    """The codes of the programme countries; of the others it is known that they are none."""
    assert all(book.statuses[country] is not None for country in countries)
    return [n for n, country in enumerate(countries) if book.statuses[country] is CountryStatus.PROGRAMME]


LED = [f"{reading}_{what}" for what in ("associated", "abroad") for reading in ("open",)]
LED += [f"led_{what}_{sure}" for what in ("associated", "abroad") for sure in "sp"]


class Polars:
    """Expressions over a data frame."""

    name = "Polars"

    def __init__(self, table: pa.Table, programme: list[int]) -> None:
        row = pl.int_range(pl.len(), dtype=pl.Int64)
        frame = pl.from_arrow(plain(table))
        self.frame = frame.with_columns(
            pl.col("application").set_sorted(), key=pl.coalesce(pl.col("group").cast(pl.Int64), -1 - row)
        )
        self.programme = programme

    def rows(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """What each participation is; null where that is not known."""
        full, category = pl.col("role") == 0, pl.col("category")
        here = pl.col("country").is_in(self.programme)
        frame = frame.with_columns(
            full=full,
            here=here,
            org=full & here,
            hei=full & here & (category == HEI),
            ent=full & here & category.is_in(ENTERPRISES),
            either=full & here & category.is_in([HEI, *ENTERPRISES]),
            adviser=category.is_in(ADVISERS),
            bit=pl.lit(2, pl.Int64).pow(pl.col("country").cast(pl.Int64)),
        )
        led, open_ = pl.col("coordinator"), pl.col("coordinator").is_null()
        may_associate, may_be_abroad = ~pl.col("full").fill_null(value=False), ~pl.col("here").fill_null(value=False)
        may_be_full = pl.col("full").fill_null(value=True)
        return frame.with_columns(
            abroad=~pl.col("here"),
            associated=~pl.col("full"),
            bit_s=pl.when(pl.col("org")).then(pl.col("bit")).otherwise(0),
            bit_p=pl.when(may_be_full & pl.col("here")).then(pl.col("bit")).otherwise(0),
            unnamed=may_be_full & pl.col("country").is_null(),
            led_associated_s=led & ~pl.col("full"),
            led_associated_p=led & may_associate,
            open_associated=open_ & may_associate,
            led_abroad_s=led & ~pl.col("here"),
            led_abroad_p=led & may_be_abroad,
            open_abroad=open_ & may_be_abroad,
            x_adviser=pl.col("adviser") & ~pl.col("experience"),
            x_abroad=~pl.col("here") & ~pl.col("added_value"),
            x_grant=~pl.col("full") & (pl.col("grant_cents") > 0),
            x_role=~pl.col("full") & ~pl.col("role_stated"),
            x_charter=pl.col("hei") & ~pl.col("charter"),
        )

    @staticmethod
    def counts(*names: str) -> list[pl.Expr]:
        """How many for sure, and at most."""
        sure = [pl.col(n).sum().alias(f"{n}_s") for n in names]
        return sure + [(pl.col(n).sum() + pl.col(n).null_count()).alias(f"{n}_p") for n in names]

    @staticmethod
    def groups(*names: str) -> list[pl.Expr]:
        """How many groups for sure, and at most."""
        sure = [pl.col("key").filter(pl.col(n)).n_unique().alias(f"{n}_s") for n in names]
        return sure + [pl.col("key").filter(pl.col(n).fill_null(value=True)).n_unique().alias(f"{n}_p") for n in names]

    @classmethod
    def others(cls) -> list[pl.Expr]:
        """All that is not about groups. Whatever is joined is a column of the rows: filters inside a group are slow."""
        asked = ("adviser", "x_adviser", "x_abroad", "x_grant", "x_role", "x_charter", "abroad", "associated")
        return [
            *cls.counts(*asked, "coordinator"),
            pl.col("bit_s", "bit_p").bitwise_or(),
            *(pl.col(name).sum() for name in ("unnamed", *LED)),
            pl.col("duration_months", "project_grant_cents", "aims").first(),
        ]

    def naive(self) -> pl.DataFrame:
        """Distinct groups of every application."""
        rows = self.rows(self.frame.lazy())
        found = rows.group_by("application", maintain_order=True).agg(
            *self.groups("org", "hei", "ent", "either"), *self.others()
        )
        return self.outcomes(found).collect()

    def rewritten(self) -> pl.DataFrame:
        """Distinct groups where a group occurs twice; rows elsewhere."""
        named = self.frame.lazy().filter(pl.col("group").is_not_null())
        twice = named.group_by("application", "group").len().filter(pl.col("len") > 1).select("application").unique()
        rows = self.rows(self.frame.lazy())
        plain = rows.group_by("application", maintain_order=True).agg(
            *self.counts("org", "hei", "ent", "either"), *self.others()
        )
        exact = self.rows(self.frame.lazy().join(twice, on="application", how="semi"))
        counted = exact.group_by("application").agg(*self.groups("org", "hei", "ent", "either"))
        return self.outcomes(plain.update(counted, on="application")).collect()

    @staticmethod
    def outcomes(found: pl.LazyFrame) -> pl.LazyFrame:
        """A code a rule."""
        c = pl.col

        def at_least(name: str, least: int) -> pl.Expr:
            return pl.when(c(f"{name}_s") >= least).then(1).when(c(f"{name}_p") < least).then(0).otherwise(2)

        def none(when: str, where: str) -> pl.Expr:
            return (
                pl.when(c(f"{when}_p") == 0)
                .then(3)
                .when((c(f"{when}_s") > 0) & (c(f"{where}_s") > 0))
                .then(0)
                .when((c(f"{when}_s") > 0) & (c(f"{where}_p") == 0))
                .then(1)
                .otherwise(2)
            )

        def led(what: str) -> pl.Expr:
            return (
                pl.when(c("coordinator_p") == 0)
                .then(3)
                .when(c("coordinator_s") == 0)
                .then(2)
                .when(c(f"led_{what}_s") > 0)
                .then(0)
                .when(c(f"led_{what}_p") == 0)
                .then(1)
                .otherwise(2)
            )

        months, grant = c("duration_months"), c("project_grant_cents")
        most = pl.when(months == 24).then(700_000_00).when(months == 36).then(1_000_000_00)
        found = found.with_columns(
            countries_s=c("bit_s").bitwise_count_ones(), countries_p=c("bit_p").bitwise_count_ones() + c("unnamed")
        )
        alone = [at_least("org", 6), at_least("hei", 2), at_least("ent", 2)]
        return found.select(
            "application",
            alone[0].cast(pl.UInt8).alias("r0"),
            at_least("countries", 3).cast(pl.UInt8).alias("r1"),
            alone[1].cast(pl.UInt8).alias("r2"),
            alone[2].cast(pl.UInt8).alias("r3"),
            pl.when(pl.any_horizontal(a == 0 for a in alone))
            .then(3)
            .when(pl.any_horizontal(a == 2 for a in alone))
            .then(2)
            .otherwise(at_least("either", 4))
            .cast(pl.UInt8)
            .alias("r4"),
            none("adviser", "x_adviser").cast(pl.UInt8).alias("r5"),
            none("abroad", "x_abroad").cast(pl.UInt8).alias("r6"),
            pl.when((c("coordinator_s") > 1) | (c("coordinator_p") == 0))
            .then(0)
            .when(c("coordinator_s") == 1)
            .then(1)
            .otherwise(2)
            .cast(pl.UInt8)
            .alias("r7"),
            led("associated").cast(pl.UInt8).alias("r8"),
            led("abroad").cast(pl.UInt8).alias("r9"),
            none("associated", "x_grant").cast(pl.UInt8).alias("r10"),
            none("associated", "x_role").cast(pl.UInt8).alias("r11"),
            none("hei", "x_charter").cast(pl.UInt8).alias("r12"),
            pl.when(months.is_null())
            .then(2)
            .otherwise(months.is_in([24, 36]).cast(pl.Int32))
            .cast(pl.UInt8)
            .alias("r13"),
            pl.when(months.is_null())
            .then(2)
            .when(most.is_null())
            .then(3)
            .when(grant.is_null())
            .then(2)
            .otherwise((grant <= most).cast(pl.Int32))
            .cast(pl.UInt8)
            .alias("r14"),
            pl.when(c("aims").is_null()).then(2).otherwise((c("aims") >= 1).cast(pl.Int32)).cast(pl.UInt8).alias("r15"),
        )


def _at_least(name: str, least: int) -> str:
    return f"CASE WHEN {name}_s >= {least} THEN 1 WHEN {name}_p < {least} THEN 0 ELSE 2 END"


def _none(when: str, where: str) -> str:
    return (
        f"CASE WHEN {when}_p = 0 THEN 3 WHEN {when}_s > 0 AND {where}_s > 0 THEN 0 "
        f"WHEN {when}_s > 0 AND {where}_p = 0 THEN 1 ELSE 2 END"
    )


def _led(what: str) -> str:
    return (
        f"CASE WHEN coordinator_p = 0 THEN 3 WHEN coordinator_s = 0 THEN 2 "
        f"WHEN led_{what}_s > 0 THEN 0 WHEN led_{what}_p = 0 THEN 1 ELSE 2 END"
    )


OUTCOMES = [
    _at_least("org", 6),
    _at_least("countries", 3),
    _at_least("hei", 2),
    _at_least("ent", 2),
    "CASE WHEN r0 = 0 OR r2 = 0 OR r3 = 0 THEN 3 WHEN r0 = 2 OR r2 = 2 OR r3 = 2 THEN 2 ELSE "
    + _at_least("either", 4)
    + " END",
    _none("adviser", "x_adviser"),
    _none("abroad", "x_abroad"),
    "CASE WHEN coordinator_s > 1 OR coordinator_p = 0 THEN 0 WHEN coordinator_s = 1 THEN 1 ELSE 2 END",
    _led("associated"),
    _led("abroad"),
    _none("associated", "x_grant"),
    _none("associated", "x_role"),
    _none("hei", "x_charter"),
    "CASE WHEN months IS NULL THEN 2 WHEN months IN (24, 36) THEN 1 ELSE 0 END",
    """CASE WHEN months IS NULL THEN 2 WHEN months NOT IN (24, 36) THEN 3 WHEN asked IS NULL THEN 2
        WHEN asked <= CASE months WHEN 24 THEN 70000000 ELSE 100000000 END THEN 1 ELSE 0 END""",
    "CASE WHEN aims IS NULL THEN 2 WHEN aims >= 1 THEN 1 ELSE 0 END",
]


def _flags(*names: str) -> str:
    return ", ".join(f"count(*) FILTER ({n}) AS {n}_s, count(*) FILTER ({n} IS NULL OR {n}) AS {n}_p" for n in names)


def _groups(*names: str) -> str:
    return ", ".join(
        f"count(DISTINCT key) FILTER ({n}) AS {n}_s, count(DISTINCT key) FILTER ({n} IS NULL OR {n}) AS {n}_p"
        for n in names
    )


OTHERS = (
    _flags("adviser", "x_adviser", "abroad", "x_abroad", "associated", "x_grant", "x_role", "x_charter", "coordinator")
    + """,
    bit_count(coalesce(bit_or(bit) FILTER (org), 0)) AS countries_s,
    bit_count(coalesce(bit_or(bit) FILTER (NOT abroad AND associated IS NOT TRUE), 0))
        + count(*) FILTER (country IS NULL AND associated IS NOT TRUE) AS countries_p,
    count(*) FILTER (coordinator AND associated) AS led_associated_s,
    count(*) FILTER (coordinator AND associated IS NOT FALSE) AS led_associated_p,
    count(*) FILTER (coordinator AND abroad) AS led_abroad_s,
    count(*) FILTER (coordinator AND abroad IS NOT FALSE) AS led_abroad_p,
    first(duration_months) AS months, first(project_grant_cents) AS asked, first(aims) AS aims"""
)


class DuckDB:
    """SQL over a table of its own."""

    name = "DuckDB"

    def __init__(self, table: pa.Table, programme: list[int], threads: int = 1) -> None:
        self.db = duckdb.connect(config={"threads": threads})
        self.db.register("given", plain(table).append_column("row", pa.array(range(len(table)), pa.int64())))
        self.db.execute('CREATE TABLE t AS SELECT *, coalesce("group"::BIGINT, -1 - row) AS key FROM given')
        self.db.unregister("given")
        self.rows = f"""
            SELECT *, adviser AND NOT experience AS x_adviser, abroad AND NOT added_value AS x_abroad,
                associated AND grant_cents > 0 AS x_grant, associated AND NOT role_stated AS x_role,
                hei AND NOT charter AS x_charter, org AND category IN {(HEI, *ENTERPRISES)} AS either
            FROM (SELECT *, org AND category = {HEI} AS hei, org AND category IN {tuple(ENTERPRISES)} AS ent
                FROM (SELECT *, role = 0 AND country IN {tuple(programme)} AS org, role = 1 AS associated,
                        country NOT IN {tuple(programme)} AS abroad, category IN {tuple(ADVISERS)} AS adviser,
                        1::BIGINT << country::BIGINT AS bit FROM {{source}}))"""

    def outcomes(self, counted: str) -> pa.Table:
        """A code a rule."""
        rules = ", ".join(f"({sql})::UTINYINT AS r{n}" for n, sql in enumerate(OUTCOMES))
        return self.db.sql(f"SELECT application, {rules} FROM ({counted})").to_arrow_table()

    def naive(self) -> pa.Table:
        """Distinct groups of every application."""
        rows = self.rows.format(source="t")
        groups = _groups("org", "hei", "ent", "either")
        return self.outcomes(f"SELECT application, {groups}, {OTHERS} FROM ({rows}) GROUP BY application")

    def rewritten(self) -> pa.Table:
        """Distinct groups where a group occurs twice; rows elsewhere."""
        names = ("org", "hei", "ent", "either")
        rows = self.rows.format(source="t")
        twice = 'SELECT application FROM t WHERE "group" IS NOT NULL GROUP BY application, "group" HAVING count(*) > 1'
        exact = self.rows.format(source=f"(FROM t SEMI JOIN ({twice}) USING (application))")
        better = ", ".join(f"coalesce(e.{n}_{x}, p.{n}_{x}) AS {n}_{x}" for n in names for x in "sp")
        return self.outcomes(
            f"""SELECT p.* REPLACE ({better})
            FROM (SELECT application, {_flags(*names)}, {OTHERS} FROM ({rows}) GROUP BY application) p
            LEFT JOIN (SELECT application, {_groups(*names)} FROM ({exact}) GROUP BY application) e
            USING (application)"""
        )
