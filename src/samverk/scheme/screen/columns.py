"""Arrow columns as numpy codes, read a stretch of rows at a time and without copying the whole."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from samverk.scheme.screen.conditions import Values

Codes = NDArray[np.unsignedinteger[Any]]


class Column:
    """One Arrow array. `values`: what its codes stand for, `None` last where something is missing."""

    values: Values

    def __init__(self, array: Any) -> None:
        self.array = array
        self.offset: int = array.offset
        self.has_missing = array.null_count > 0
        self.validity: Any = None
        self.data: Any = None
        if array.type != pa.null():
            self.validity, self.data = array.buffers()[:2]

    def missing(self, start: int, stop: int) -> NDArray[np.uint8]:
        """1 where a row's value is missing, else 0."""
        return _unpacked(self.validity, self.offset + start, self.offset + stop) ^ np.uint8(1)

    def codes(self, start: int, stop: int) -> Codes:
        """Each row's code."""
        raise NotImplementedError


class Absent(Column):
    """A column in which nothing is known."""

    values: Values = (None,)

    def codes(self, start: int, stop: int) -> Codes:
        """Each row's code, 0."""
        return np.zeros(stop - start, np.uint8)


class Truth(Column):
    """Yes and no."""

    def __init__(self, array: Any) -> None:
        super().__init__(array)
        self.values = (False, True, None) if self.has_missing else (False, True)

    def codes(self, start: int, stop: int) -> Codes:
        """Each row's code; what stands in the place of a missing value is anything."""
        said = _unpacked(self.data, self.offset + start, self.offset + stop)
        return np.maximum(said, 2 * self.missing(start, stop)) if self.has_missing else said


class Choice(Column):
    """One of a few words. `meaning` reads a word of the column's dictionary."""

    def __init__(self, array: Any, meaning: Callable[[str], object]) -> None:
        coded = array if pa.types.is_dictionary(array.type) else array.dictionary_encode()
        super().__init__(coded)
        words = coded.dictionary.to_pylist()
        meanings = tuple(None if word is None else meaning(word) for word in words)
        self.values = (*meanings, None) if self.has_missing or not meanings else meanings
        self.validity, _ = coded.indices.buffers()
        self._indices = integers(coded.indices)
        self._kind = np.min_scalar_type(max(len(self.values) - 1, 0))

    def codes(self, start: int, stop: int) -> Codes:
        """Each row's code."""
        codes = self._indices[start:stop].astype(self._kind, copy=False)
        return self._with_last(codes, self.missing(start, stop)) if self.has_missing else codes

    def _with_last(self, codes: Codes, missing: NDArray[np.uint8]) -> Codes:
        """The last code wherever one is missing: bit operations, which are much faster than a choice."""
        hide: Codes = np.negative(missing.astype(self._kind, copy=False))
        last = self._kind.type(len(self.values) - 1)
        found: Codes = (codes & ~hide) | (hide & last)
        return found


class Amount(Column):
    """Whole numbers, by whether they are more than nothing."""

    def __init__(self, array: Any) -> None:
        super().__init__(array)
        self.values = (0, 1, None) if self.has_missing else (0, 1)
        self.numbers = integers(array)

    def codes(self, start: int, stop: int) -> Codes:
        """0: none, 1: some, 2: missing."""
        some = (self.numbers[start:stop] > 0).view(np.uint8)
        return np.maximum(some, 2 * self.missing(start, stop)) if self.has_missing else some

    def known(self, start: int, stop: int) -> NDArray[np.int64]:
        """The numbers, 0 where missing."""
        numbers = self.numbers[start:stop].astype(np.int64)
        return np.where(self.missing(start, stop), 0, numbers) if self.has_missing else numbers


def missing_rows(array: Any, start: int, stop: int) -> NDArray[np.bool_] | None:
    """Which of the rows of an Arrow array have no value; `None` if every row has one."""
    if not array.null_count:
        return None
    there = _unpacked(array.buffers()[0], array.offset + start, array.offset + stop)
    missing: NDArray[np.bool_] = there == 0
    return missing


def valid_at(array: Any, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which of some rows of an Arrow array with missing values have one."""
    at = rows + array.offset
    bits = np.frombuffer(array.buffers()[0], np.uint8)[at >> 3] >> (at & 7).astype(np.uint8)
    return (bits & np.uint8(1)).view(np.bool_)


def integers(array: Any) -> NDArray[np.integer[Any]]:
    """The numbers of an Arrow array of integers, uncopied; where one is missing stands anything."""
    kind = np.dtype(array.type.to_pandas_dtype())
    if len(array) == 0:
        return np.zeros(0, kind)
    return np.frombuffer(array.buffers()[1], kind)[array.offset : array.offset + len(array)]


def _unpacked(bitmap: Any, start: int, stop: int) -> NDArray[np.uint8]:
    """The bits from `start` to `stop`, a byte each; no bitmap: all set."""
    if bitmap is None:
        return np.ones(stop - start, np.uint8)
    packed = np.frombuffer(bitmap, np.uint8)[start // 8 : -(-stop // 8)]
    return np.unpackbits(packed, bitorder="little")[start % 8 : start % 8 + stop - start]
