"""Arrow columns as numpy codes, read a stretch of rows at a time and without copying the whole."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from samverk.scheme.screen.conditions import Values

Codes = NDArray[np.unsignedinteger[Any]]


class Column:
    """One Arrow array. `values`: what its codes stand for; code 0 is `None` where something is missing."""

    values: Values

    def __init__(self, array: Any) -> None:
        self.array = array
        self.offset: int = array.offset
        self.has_missing = array.null_count > 0
        self.validity: Any = None
        self.data: Any = None
        if array.type != pa.null():
            self.validity, self.data = array.buffers()[:2]

    def there(self, start: int, stop: int) -> NDArray[np.uint8]:
        """0 where a row's value is missing, else 1."""
        return _unpacked(self.validity, self.offset + start, self.offset + stop)

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
        self.values = (None, False, True) if self.has_missing else (False, True)

    def codes(self, start: int, stop: int) -> Codes:
        """Each row's code."""
        said = _unpacked(self.data, self.offset + start, self.offset + stop)
        if not self.has_missing:
            return said
        there = self.there(start, stop)
        return there + (said & there)


class Choice(Column):
    """One of a few words. `meaning` reads a word of the column's dictionary."""

    def __init__(self, array: Any, meaning: Callable[[str], object]) -> None:
        coded = array if pa.types.is_dictionary(array.type) else array.dictionary_encode()
        super().__init__(coded)
        words = coded.dictionary.to_pylist()
        meanings = tuple(None if word is None else meaning(word) for word in words)
        self.values = (None, *meanings) if self.has_missing or not meanings else meanings
        self.validity, _ = coded.indices.buffers()
        self._indices = integers(coded.indices)
        self._kind = np.min_scalar_type(max(len(self.values) - 1, 0))

    def codes(self, start: int, stop: int) -> Codes:
        """Each row's code. What stands in the place of a missing value is anything, so it is masked out."""
        codes = self._indices[start:stop].astype(self._kind, copy=False)
        if not self.has_missing:
            return codes
        shown: Codes = np.negative(self.there(start, stop).astype(self._kind, copy=False))
        found: Codes = (codes + self._kind.type(1)) & shown
        return found


class Amount(Column):
    """Whole numbers, by whether they are more than nothing."""

    def __init__(self, array: Any) -> None:
        super().__init__(array)
        self.values = (None, 0, 1) if self.has_missing else (0, 1)
        self.numbers = integers(array)

    def codes(self, start: int, stop: int) -> Codes:
        """Each row's code."""
        some = (self.numbers[start:stop] > 0).view(np.uint8)
        if not self.has_missing:
            return some
        there = self.there(start, stop)
        return there + (some & there)

    def known(self, start: int, stop: int) -> NDArray[np.int64]:
        """The numbers, 0 where missing."""
        numbers = self.numbers[start:stop].astype(np.int64)
        return numbers * self.there(start, stop) if self.has_missing else numbers

    def least(self, start: int, stop: int) -> int:
        """The least of the numbers that are not missing, 0 if none is below."""
        least = int(self.numbers[start:stop].min(initial=0))
        return int(self.known(start, stop).min(initial=0)) if least < 0 else least

    def at(self, rows: NDArray[np.intp]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """The numbers of some rows, 0 where missing; and which are not."""
        numbers = self.numbers[rows].astype(np.int64)
        if not self.has_missing:
            return numbers, np.ones(len(rows), bool)
        bits = rows + self.offset
        there = np.frombuffer(self.validity, np.uint8)[bits >> 3] >> (bits & 7).astype(np.uint8) & np.uint8(1)
        return numbers * there, there.view(np.bool_)


def rows_with_value(array: Any, start: int, stop: int) -> NDArray[np.bool_] | None:
    """Which of the rows of an Arrow array have a value; `None` if every row has one."""
    if not array.null_count:
        return None
    return _unpacked(array.buffers()[0], array.offset + start, array.offset + stop).view(np.bool_)


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
