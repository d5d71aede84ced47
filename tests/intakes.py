"""What a reading process may make of candidates, for tests of what is done with it. No Django: the process has none."""

import os
from dataclasses import replace

from events.intake import reader


def dies_on_b(topics):
    """Read as ever, but end the process where the file is b.txt."""
    read = reader(topics)
    return lambda candidate: os._exit(9) if candidate.name == "b.txt" else read(candidate)


def reads_two(topics):
    """Read as ever, and a second article, the same in every file."""
    read = reader(topics)

    def twice(candidate):
        intake = read(candidate)
        other = replace(intake.readings[0], body="Hai Đại sứ khai trương một thư viện sách thiếu nhi.", commitments=())
        return replace(intake, readings=(*intake.readings, other))

    return twice
