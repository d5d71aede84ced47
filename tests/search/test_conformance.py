"""What readers type finds the same rows in the same order on every database.

`queries.txt` holds the queries, `expected.json` what each finds in the corpus. When a change of the search changes
that,

    REWRITE_EXPECTED=1 python -m pytest tests/search/test_conformance.py

writes the expected file anew; the difference is then read, line by line, in the commit.
"""

import json
import os
from pathlib import Path

import pytest

from tests.search.asking import found

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]

HERE = Path(__file__).parent
EXPECTED = HERE / "expected.json"
QUERIES = [line for line in (HERE / "queries.txt").read_text(encoding="utf-8").split("\n") if line[:1] not in ("", "#")]


def test_two_hundred_queries_and_more_find_what_they_should():
    answers = {typed: {record: found(typed, record) for record in ("events", "commitments")} for typed in QUERIES}
    if os.environ.get("REWRITE_EXPECTED"):
        answered = [(json.dumps(one, ensure_ascii=False) for one in pair) for pair in answers.items()]
        lines = ("  " + ": ".join(pair) for pair in answered)
        EXPECTED.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    assert len(answers) == len(QUERIES) >= 200
    assert answers == json.loads(EXPECTED.read_text(encoding="utf-8"))
