"""Numbers by row and year: as a table, as CSV, and as the geometry of a picture that the templates draw.

The picture is SVG in the page itself, coloured by the style sheet, so that it follows the theme and prints. Each cell
says its number and leads to what it counts; the table behind it holds the same.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

LABEL, COLUMN, ROW, HEAD = 232, 44, 28, 92  # pixels of a name, of a cell, and of the bars with their years
TALLEST = 52  # pixels of the longest bar
LEVELS = 5  # shades of a cell
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet takes for the beginning of a formula


class Cell(NamedTuple):
    """A number, the column it stands in, and the address of the list of what it counts."""

    column: str
    number: int
    address: str


class Line(NamedTuple):
    """A row: its name, the address of all that it counts, its cells in the order of the columns."""

    name: str
    address: str
    cells: list[Cell]

    @property
    def total(self) -> int:
        """The sum of the cells."""
        return sum(cell.number for cell in self.cells)


class Box(NamedTuple):
    """A cell as it is drawn, `x` from the picture's edge; `level` is its shade, from 1 to `LEVELS`."""

    x: int
    level: int
    cell: Cell


class Bar(NamedTuple):
    """A column's total as it is drawn."""

    x: int
    y: int
    height: int
    middle: int
    number_y: int
    cell: Cell


class Row(NamedTuple):
    """A line as it is drawn, `y` from the picture's upper edge: its name, and the cells that count something."""

    y: int
    line: Line
    boxes: list[Box]


@dataclass(frozen=True)
class Crosstab:
    """Rows by columns; `name` tells one from another within a page.

    `totals` counts what each column holds, which is less than the sum of its cells where a row shares with another.
    """

    name: str
    totals: list[Cell]
    lines: list[Line]

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return [cell.column for cell in self.totals]

    # -- As a picture

    @property
    def width(self) -> int:
        """Pixels of the whole picture."""
        return LABEL + COLUMN * len(self.totals)

    @property
    def height(self) -> int:
        """Pixels of the whole picture."""
        return HEAD + ROW * len(self.lines) + 4

    @property
    def bars(self) -> Iterator[Bar]:
        """The totals of the columns, above the cells."""
        most = max((cell.number for cell in self.totals), default=0) or 1
        for place, cell in enumerate(self.totals):
            height = round(TALLEST * cell.number / most)
            x, foot = LABEL + COLUMN * place, HEAD - 22
            yield Bar(x + 8, foot - height, height, x + COLUMN // 2, foot - height - 3, cell)

    @property
    def rows(self) -> Iterator[Row]:
        """The lines, below the bars."""
        most = max((cell.number for line in self.lines for cell in line.cells), default=0) or 1
        columns = [LABEL + COLUMN * place for place in range(len(self.totals))]
        for row, line in enumerate(self.lines):
            boxes = [
                Box(x, 1 + (cell.number - 1) * (LEVELS - 1) // max(most - 1, 1), cell)
                for x, cell in zip(columns, line.cells, strict=True)
                if cell.number
            ]
            yield Row(HEAD + ROW * row, line, boxes)

    # -- As a file

    def as_csv(self, corner: str) -> str:
        """Return the numbers as CSV (RFC 4180), the first cell being `corner`."""
        written = io.StringIO()
        writer = csv.writer(written)
        writer.writerow([harmless(text) for text in (corner, *self.columns)])
        writer.writerows([harmless(line.name), *(cell.number for cell in line.cells)] for line in self.lines)
        return written.getvalue()


def harmless(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula: with an apostrophe before what begins one."""
    plain = unicodedata.normalize("NFKC", text[:1])  # a full-width ＝ counts as well
    return f"'{text}" if plain.startswith(_FORMULA) else text
