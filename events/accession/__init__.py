"""Accession: paths in, candidates out, one at a time; and what of a candidate is text, what was known beside it.

Nothing is held but the article at hand, however large a table or an archive is. No Django and no network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from events.accession import folders, lines, pages, tables
from events.accession.candidates import KINDS, STANDARD_INPUT, Candidate, Kind, Refused
from events.reading.facts import Known, SourceText
from events.reading.source import decode

__all__ = ["KINDS", "STANDARD_INPUT", "Candidate", "Kind", "Refused", "candidates", "take"]


def candidates(paths: Iterable[Path], kind_of_input: Kind = "txt") -> Iterator[Candidate]:
    """Yield what the paths name: files, the files in folders and archives, the rows of tables, in order.

    In a folder or an archive hidden files and files of other types are passed over; what is named itself never is.
    `-` is standard input, which is taken to be of `kind_of_input`. What cannot be taken is yielded with its reason.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from folders.standard_input(kind_of_input)
        else:
            yield from folders.found_at(path)


def take(candidate: Candidate) -> tuple[SourceText, Known | None]:
    """Return the text of a candidate, and what its page or its row tells beside it, None for a text file.

    Raises Unreadable with the reason why there is no text.
    """
    if candidate.refused:
        raise Refused(candidate.refused, candidate.detail)
    if candidate.kind == "html":
        return pages.read_page(candidate.data)
    if candidate.kind == "jsonl":
        return lines.read_line(candidate.data)
    if candidate.kind == "csv":
        return tables.read_row(candidate.data, candidate.columns, candidate.delimiter)
    return decode(candidate.data), None
