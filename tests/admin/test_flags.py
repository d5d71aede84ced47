"""What the reader asks staff to look at, in words."""

import re
from pathlib import Path

from django.utils.translation import override

import events
from events.admin.flags import WORDS, in_words
from events.store.records import PART_VANISHED, SAME_TEXT

CODE = re.compile(r'Flag\(\s*"([a-z-]+)"')


def test_every_remark_has_words():
    files = Path(events.__file__).parent.rglob("*.py")
    codes = {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}
    assert codes | {SAME_TEXT, PART_VANISHED} == set(WORDS)


def test_a_remark_is_told_with_its_evidence_escaped():
    flags = [{"code": "no-leader", "evidence": ""}, {"code": "date-contradiction", "evidence": "<b>"}]
    with override("en"):
        assert in_words(flags) == (
            "<div>no leader was found</div>\n<div>two dates contradict each other: &lt;b&gt;</div>"
        )
